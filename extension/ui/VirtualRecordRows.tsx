import { useEffect, useRef, useState } from 'preact/hooks'
import type { RecordRow } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { RecordRowItem, type RecordRowItemProps } from './RecordRowItem.tsx'
import type { LibraryList } from './use-library-list.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

/** What shows rows: all of them, or those that can be seen. */
export interface RecordRowsProps {
  list: LibraryList
  /** What each row is shown with. */
  itemProps(row: RecordRow): Omit<RecordRowItemProps, 'row' | 'place'>
}

/** The height of a row in rem: a title of two lines and the line below it; with what was found in an abstract, two more. */
const rowHeight = { plain: 4.75, snippet: 7.125 }

/**
 * The rows of a long list that can be seen; the arrows, Page Up, Page Down, Home and End go from one to another. Assistive
 * technology is told each row's place and how many there are (WAI-ARIA 1.2, aria-setsize and aria-posinset).
 */
export function VirtualRecordRows(props: RecordRowsProps) {
  const { list } = props
  const element = useRef<HTMLUListElement>(null)
  const height = list.words.length > 0 ? rowHeight.snippet : rowHeight.plain
  const rows = useVirtualRows(element, list.length, height)
  const { items } = rows
  const [from, to] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? -1) + 1]
  useEffect(() => list.want(from, to), [list.want, from, to])
  const [goal, setGoal] = useState<number>()

  useEffect(() => {
    if (goal === undefined) return
    const button = element.current?.querySelector<HTMLElement>(`[data-index="${goal}"] .row-title`)
    if (!button) return
    button.focus({ preventScroll: true })
    setGoal(undefined)
  })
  const press = (event: KeyboardEvent) => {
    const at = Number((event.target as Element).closest('[data-index]')?.getAttribute('data-index'))
    const next = placeAfter(event.key, at, rows.atOnce())
    if (next === undefined) return
    event.preventDefault()
    const place = Math.min(Math.max(0, next), list.length - 1)
    rows.scrollTo(place)
    setGoal(place)
  }
  return (
    <ul
      ref={element}
      class="rows virtual"
      aria-label={t('papersList')}
      style={{ blockSize: `${rows.height}px`, '--row': `${rows.each}px` }}
      onKeyDown={press}
    >
      {items.map(({ index, start }) => {
        const row = list.row(index)
        const place = { index, of: list.total ?? list.length, start: start - rows.margin }
        return row ? (
          <RecordRowItem key={index} row={row} place={place} {...props.itemProps(row)} />
        ) : (
          <li
            key={index}
            class="row"
            aria-busy="true"
            aria-setsize={place.of}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${place.start}px)` }}
          />
        )
      })}
    </ul>
  )
}

/** Where a key leads from a place, or undefined where it is none of the list's. */
function placeAfter(key: string, at: number, screen: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + screen
    case 'PageUp':
      return at - screen
    case 'Home':
      return 0
    case 'End':
      return Number.POSITIVE_INFINITY
  }
}
