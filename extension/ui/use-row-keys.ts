import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type RowPlaces, rowKeys } from './row-keys.ts'
import type { LibraryList } from './use-library-list.ts'

/**
 * Lets the keyboard go through a list's rows (row-keys.ts) in an element that has them as its items. `left` is the id of a paper that was
 * left to come back to its row, which then takes the focus.
 */
export function useRowKeys(
  rows: RefObject<HTMLElement | null>,
  list: LibraryList,
  left: string | undefined,
  places: Pick<RowPlaces, 'first' | 'atOnce' | 'stay' | 'bring'>,
): void {
  const newest = useRef({ list, places })
  newest.current = { list, places }
  useEffect(() => {
    if (!rows.current) return
    const keys = rowKeys(rows.current, {
      get at() {
        return newest.current.list.at.current
      },
      set at(place) {
        newest.current.list.at.current = place
      },
      count: () => newest.current.list.length,
      first: () => newest.current.places.first(),
      atOnce: () => newest.current.places.atOnce(),
      stay: (place) => newest.current.places.stay(place),
      bring: (place) => newest.current.places.bring(place),
    })
    const place = left === undefined ? -1 : placeOf(newest.current.list, left)
    if (place >= 0) keys.go(place)
    return keys.stop
  }, [rows])
}

/** The place of a paper that was opened from a list, or is among its first; -1 where it is not known. */
function placeOf({ at, row, first }: LibraryList, id: string): number {
  if (at.current !== undefined && row(at.current)?.id === id) return at.current
  return first.findIndex((each) => each.id === id)
}
