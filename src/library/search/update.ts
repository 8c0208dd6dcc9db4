import type { LibraryRecord } from '../../item/record.ts'
import type { Transaction } from '../open.ts'
import type { SearchState } from '../schema.ts'
import { type IndexedRecord, indexedRecord } from './indexed.ts'
import { buildSegment, mostRecords, type Segment } from './segment.ts'
import { wordsVersion } from './words.ts'

type Writing = Transaction<'readwrite'>

/** The ids of one row of `segmentIds`. */
export const idsInRow = 1024

/** More records than this are left for `catchUp`, which makes larger parts of them. */
const mostAtOnce = 256

/** What one transaction changes in the search index. */
export interface IndexChange {
  /** The record is not found any more as it was. */
  remove(id: string): void
  /** The record is found as it is now. */
  add(record: LibraryRecord): void
  /** Writes it all; `counter` is the transaction's, `later` leaves what is new for `catchUp`. */
  finish(counter: number, later: boolean): Promise<void>
}

/** A change of the search index in a transaction; between its calls nothing but IndexedDB may be awaited. */
export function changeIndex(transaction: Writing): IndexChange {
  const removed = new Set<string>()
  const added = new Map<string, LibraryRecord>()
  return {
    remove(id) {
      added.delete(id)
      removed.add(id)
    },
    add(record) {
      added.set(record.id, record)
    },
    async finish(counter, later) {
      if (removed.size === 0 && added.size === 0) return
      const state = await readSearchState(transaction)
      await bury(transaction, state, [...removed])
      if (later || added.size > mostAtOnce || state.words !== wordsVersion) {
        const unindexed = transaction.objectStore('unindexed')
        await Promise.all([...added.keys()].map((id) => unindexed.put(counter, id)))
      } else if (added.size > 0) {
        await writeSegment(
          transaction,
          state,
          buildSegment([...added.values()].map((record): IndexedRecord => indexedRecord(record))),
        )
      }
      state.changes += 1
      await transaction.objectStore('searchState').put(state, 'state')
    },
  }
}

/** What the index is; that of a library without records where nothing is written yet. */
export async function readSearchState(
  transaction: Transaction<'readonly' | 'readwrite'>,
): Promise<SearchState> {
  const state = await transaction.objectStore('searchState').get('state')
  return state ?? { words: wordsVersion, next: 1, changes: 0, parts: [] }
}

/** Notes where records stand that are not found there any more. */
async function bury(
  transaction: Writing,
  state: SearchState,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const places = transaction.objectStore('places')
  const unindexed = transaction.objectStore('unindexed')
  const known = await Promise.all(ids.map((id) => places.get(id)))
  const bySegment = new Map<number, number[]>()
  const written: Promise<unknown>[] = []
  for (const [i, id] of ids.entries()) {
    const at = known[i]
    written.push(unindexed.delete(id))
    if (at === undefined) continue
    const segment = Math.floor(at / mostRecords)
    bySegment.set(segment, [...(bySegment.get(segment) ?? []), at % mostRecords])
    written.push(places.delete(id))
  }
  for (const [segment, own] of bySegment) {
    const part = state.parts.find((each) => each.segment === segment)
    if (!part) continue
    written.push(setDead(transaction, part, own))
  }
  await Promise.all(written)
}

async function setDead(
  transaction: Writing,
  part: SearchState['parts'][number],
  places: readonly number[],
): Promise<void> {
  const store = transaction.objectStore('dead')
  const dead = (await store.get(part.segment)) ?? new Uint8Array((part.count + 7) >> 3)
  for (const place of places) {
    const bit = 1 << (place & 7)
    const byte = dead[place >> 3] ?? 0
    if ((byte & bit) === 0) part.dead += 1
    dead[place >> 3] = byte | bit
  }
  await store.put(dead, part.segment)
}

/**
 * Writes a new part and where its records stand, those apart that are `stale`: they stand elsewhere by now, or nowhere.
 * `state` is told, and written by the caller.
 */
export async function writeSegment(
  transaction: Writing,
  state: SearchState,
  { ids, blocks, first, saved, years, standings }: Segment,
  stale: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (ids.length === 0) return
  const segment = state.next
  state.next += 1
  const part = { segment, count: ids.length, dead: 0 }
  state.parts.push(part)
  const base = Math.floor((saved[0] ?? 0) / 1000)
  const places = transaction.objectStore('places')
  const rows: Promise<unknown>[] = [
    transaction.objectStore('segments').put(
      {
        segment,
        count: ids.length,
        first,
        base,
        saved: Uint32Array.from(saved, (time) => Math.max(0, Math.floor(time / 1000) - base)),
        years,
        standings,
      },
      segment,
    ),
    ...blocks.map((block, n) => transaction.objectStore('blocks').put(block, [segment, n])),
    ...ids.flatMap((id, place) =>
      stale.has(id) ? [] : [places.put(segment * mostRecords + place, id)],
    ),
  ]
  for (let from = 0; from < ids.length; from += idsInRow) {
    const row = ids.slice(from, from + idsInRow).join(' ')
    rows.push(transaction.objectStore('segmentIds').put(row, [segment, from]))
  }
  const gone = ids.flatMap((id, place) => (stale.has(id) ? [place] : []))
  if (gone.length > 0) rows.push(setDead(transaction, part, gone))
  await Promise.all(rows)
}

/** Takes a part away, with all that belongs to it but the places, which are another part's by then. */
export async function dropSegment(
  transaction: Writing,
  state: SearchState,
  segment: number,
): Promise<void> {
  state.parts = state.parts.filter((part) => part.segment !== segment)
  const all = IDBKeyRange.bound([segment], [segment, []])
  await Promise.all([
    transaction.objectStore('segments').delete(segment),
    transaction.objectStore('blocks').delete(all),
    transaction.objectStore('segmentIds').delete(all),
    transaction.objectStore('dead').delete(segment),
  ])
}

/** Says that the index cannot be trusted and is to be made anew. */
export async function spoilIndex(transaction: Writing): Promise<void> {
  const state = await readSearchState(transaction)
  await transaction
    .objectStore('searchState')
    .put({ ...state, words: 0, changes: state.changes + 1 }, 'state')
}
