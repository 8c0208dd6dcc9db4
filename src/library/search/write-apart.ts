import type { Transaction } from '../open.ts'
import type { SearchState } from '../schema.ts'
import { readSearchState } from '../state.ts'
import type { Store } from '../store.ts'
import type { Segment } from './segment.ts'
import { dropSegment, rowsOfSegment, type SegmentRow } from './stored-segment.ts'

/** Bytes that are written in one transaction: a save that waits for it waits for some ms. */
const atOnce = 1_000_000

/**
 * Writes a large segment in several transactions, in which nobody sees it, and makes it count in a last one, in which
 * those that it is made of go. `accept` is asked in that one, and where it says no, nothing has happened.
 */
export async function writeApart(
  store: Store,
  made: Segment,
  instead: readonly number[],
  accept: (transaction: Transaction<'readwrite'>, state: SearchState) => Promise<boolean> | boolean,
): Promise<boolean> {
  const segment = await store.write('relaxed', async ({ state }) => {
    const { search } = await state
    const own = search.next
    search.next += 1
    search.unfinished.push(own)
    search.changes += 1
    return own
  })
  for (const rows of portions(rowsOfSegment(segment, made)))
    await store.write('relaxed', async ({ transaction }) => {
      for (const row of rows) row.put(transaction)
    })
  return store.write('relaxed', async ({ transaction, state: counters }) => {
    const { search: state } = await counters
    const isOurs = state.unfinished.includes(segment)
    state.unfinished = state.unfinished.filter((one) => one !== segment)
    const isAccepted = isOurs && (await accept(transaction, state))
    if (isAccepted) {
      state.segments = state.segments.filter((one) => !instead.includes(one.segment))
      if (made.numbers.length > 0) state.segments.push({ segment, count: made.numbers.length })
      for (const one of instead) dropSegment(transaction, one)
    }
    if (!isAccepted || made.numbers.length === 0) dropSegment(transaction, segment)
    state.changes += 1
    return isAccepted
  })
}

/** Removes what a page that ended had begun to write. */
export async function dropUnfinished(store: Store): Promise<void> {
  const { unfinished } = await store.read(readSearchState, ['meta'])
  if (unfinished.length === 0) return
  await store.write('relaxed', async ({ transaction, state }) => {
    const { search } = await state
    for (const segment of search.unfinished) dropSegment(transaction, segment)
    search.unfinished = []
    search.changes += 1
  })
}

function* portions(rows: readonly SegmentRow[]): Generator<SegmentRow[]> {
  let portion: SegmentRow[] = []
  let size = 0
  for (const row of rows) {
    portion.push(row)
    size += row.size
    if (size < atOnce) continue
    yield portion
    portion = []
    size = 0
  }
  if (portion.length > 0) yield portion
}
