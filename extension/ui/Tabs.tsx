import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { number } from '../i18n.ts'

/** One tab: its name, and a count that is shown beside it and described, but is no part of the name. */
export interface Tab<K extends string> {
  key: K
  name: string
  count?: { shown: number; described: string } | undefined
  panel: ComponentChildren
}

/** Tabs whose panels all stay in the page, so that nothing typed in one is lost (WAI-ARIA 1.2, tabs; arrows move). */
export function Tabs<K extends string>(props: {
  label: string
  tabs: readonly Tab<K>[]
  selected: K
  onSelect(key: K): void
}) {
  const id = useId()
  const { tabs, selected, onSelect } = props
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const rtl = getComputedStyle(event.target as Element).direction === 'rtl'
    const at = tabs.findIndex(({ key }) => key === selected)
    const next = tabs[(at + (rtl ? -step : step) + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onSelect(next.key)
    document.getElementById(`${id}-${next.key}`)?.focus()
  }
  return (
    <>
      <div role="tablist" class="tabs" aria-label={props.label} onKeyDown={press}>
        {tabs.map(({ key, name, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            class="tab"
            aria-selected={key === selected}
            aria-controls={`${id}-${key}-panel`}
            aria-describedby={count && `${id}-${key}-count`}
            tabIndex={key === selected ? 0 : -1}
            onClick={() => onSelect(key)}
          >
            {name}
            {count && (
              <span class="badge" aria-hidden="true">
                {number(count.shown)}
              </span>
            )}
          </button>
        ))}
      </div>
      {tabs.map(
        ({ key, count }) =>
          count && (
            <span key={key} id={`${id}-${key}-count`} hidden>
              {count.described}
            </span>
          ),
      )}
      {tabs.map(({ key, panel }) => (
        <div
          key={key}
          role="tabpanel"
          id={`${id}-${key}-panel`}
          class="tab-panel"
          aria-labelledby={`${id}-${key}`}
          hidden={key !== selected}
        >
          {panel}
        </div>
      ))}
    </>
  )
}
