import { number, plural } from '../i18n.ts'
import type { TagCount } from './library-reader.ts'

/** A tag as a button that narrows a list to its papers. */
export function TagChip(props: TagCount & { pressed: boolean; onToggle(tag: string): void }) {
  const { tag, count } = props
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={props.pressed}
      onClick={() => props.onToggle(tag)}
    >
      <bdi>{tag}</bdi> <span aria-hidden="true">{number(count)}</span>
      <span class="unseen">{plural('papers', count)}</span>
    </button>
  )
}
