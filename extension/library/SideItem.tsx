import { useId } from 'preact/hooks'
import { number, plural } from '../i18n.ts'

/** A line of the sidebar; how many there are is described beside it and no part of its name. */
export function SideItem(props: {
  name: string
  /** What it stands under, as a part of its name, where another control is called like it. */
  under?: string | undefined
  count?: number | undefined
  /** What is counted, as a key of its sentence. */
  unit?: 'papers' | 'pairs'
  current?: boolean
  pressed?: boolean
  onClick(): void
}) {
  const { name, under, count, unit = 'papers', current = false, pressed } = props
  const id = useId()
  return (
    <>
      <button
        type="button"
        class="side-item"
        aria-current={current ? 'page' : undefined}
        aria-pressed={pressed}
        aria-describedby={count === undefined ? undefined : id}
        onClick={props.onClick}
      >
        {under !== undefined && <span class="unseen">{under} </span>}
        <bdi>{name}</bdi>
        {count !== undefined && <span aria-hidden="true">{number(count)}</span>}
      </button>
      {count !== undefined && (
        <span id={id} hidden>
          {plural(unit, count)}
        </span>
      )}
    </>
  )
}
