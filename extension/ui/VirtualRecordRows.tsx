import { useEffect, useRef, useState } from 'preact/hooks'
import type { RecordRow } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { RecordRowItem, type RecordRowItemProps } from './RecordRowItem.tsx'
import type { LibraryList } from './use-library-list.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

/** What shows rows: all of them, or those that can be seen. */
export interface RecordRowsProps {
  list: LibraryList
  /** The id of the record that was left to come back here. */
  left: string | undefined
  /** What each row is shown with. */
  itemProps(row: RecordRow): Omit<RecordRowItemProps, 'row' | 'place'>
}

/** The height of a row in rem: a title of two lines and the line below it; with what was found in an abstract, two more. */
const rowHeight = { plain: 4.75, snippet: 7.125 }

/**
 * The rows of a long list that can be seen, and the one that the keyboard is at (row-keys.ts). Assistive technology is told each row's
 * place and how many there are (WAI-ARIA 1.2, aria-setsize and aria-posinset).
 */
export function VirtualRecordRows(props: RecordRowsProps) {
  const { list } = props
  const [kept, keep] = useState(list.at.current)
  const element = useRef<HTMLUListElement>(null)
  const height = list.words.length > 0 ? rowHeight.snippet : rowHeight.plain
  const rows = useVirtualRows(element, list.length, height, kept)
  const { items, from, to } = rows
  useEffect(() => list.want(from, to), [list.want, from, to])
  useEffect(() => {
    if (kept !== undefined) list.want(kept, kept + 1)
  }, [list.want, kept])
  useRowKeys(element, list, props.left, { ...rows, stay: keep, bring: rows.scrollTo })
  return (
    <ul
      ref={element}
      class="rows virtual"
      aria-label={t('papersList')}
      style={{ blockSize: `${rows.height}px`, '--row': `${rows.each}px` }}
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
