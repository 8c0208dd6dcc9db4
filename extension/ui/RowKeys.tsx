import type { RefObject } from 'preact'
import type { LibraryList } from './use-library-list.ts'
import { useRowKeys } from './use-row-keys.ts'

/** The keyboard in a short list, whose rows all have an element; it shows nothing, and comes behind the first frame. */
export function RowKeys(props: {
  list: LibraryList
  rows: RefObject<HTMLUListElement | null>
  left: string | undefined
}) {
  const { list, rows, left } = props
  useRowKeys(rows, list, left, {
    first: () => 0,
    atOnce: () => screenOf(rows.current),
    stay: () => {},
    bring: () => {},
  })
  return null
}

/** How many rows of a list fit on the screen, one of them left over, so that one sees where one was. */
function screenOf(list: HTMLElement | null): number {
  const heights = [...(list?.children ?? [])].map((row) => row.getBoundingClientRect().height)
  const mean = heights.reduce((sum, height) => sum + height, 0) / Math.max(1, heights.length)
  const pane = list?.closest('.list-pane, .tab-panel')?.clientHeight ?? innerHeight
  return Math.max(1, Math.floor(Math.min(pane, innerHeight) / Math.max(1, mean)) - 1)
}
