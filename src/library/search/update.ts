import type { LibraryRecord } from '../../item/record.ts'
import type { Transaction } from '../open.ts'
import { bareStore } from '../requests.ts'
import type { SearchState } from '../schema.ts'
import { type IndexedRecord, indexedRecord } from './indexed.ts'
import { buildSegment, mostRecords, type Segment } from './segment.ts'
import { wordsVersion } from './words.ts'

type Writing = Transaction<'readwrite'>

/** The ids of one row of `segmentIds`: the fifty records of an answer are in as many rows. */
export const idsInRow = 64

/** A part whose words need fewer bytes than this keeps them in its own row: one thing to write at a save, one to read. */
const mostInline = 8_000

/** What one transaction changes in the search index. */
export interface IndexChange {
  /** The record is not found any more as it was. */
  remove(id: string): void
  /** The record is found as it is now. */
  add(record: LibraryRecord): void
  /** Writes it all; `counter` is the transaction's. */
  write(counter: number): Promise<void>
}

/**
 * A change of the search index in a transaction; between its calls nothing but IndexedDB may be awaited. What is new
 * becomes a part of its own. While the index is made anew it goes on the list of what is not in it.
 */
export function changeIndex(transaction: Writing, state: SearchState): IndexChange {
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
    async write(counter) {
      if (removed.size === 0 && added.size === 0) return
      await bury(transaction, state, [...removed])
      if (added.size > mostRecords || state.words !== wordsVersion) {
        const unindexed = bareStore(transaction, 'unindexed')
        for (const id of added.keys()) unindexed.put(counter, id)
      } else if (added.size > 0) {
        const records = [...added.values()].map((record): IndexedRecord => indexedRecord(record))
        await writeSegment(transaction, state, buildSegment(records))
      }
      putSearchState(transaction, state)
    },
  }
}

/** Writes what the index is, one change later. */
export function putSearchState(transaction: Writing, state: SearchState): void {
  state.changes += 1
  bareStore(transaction, 'searchState').put(state, 'state')
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
  const unindexed = bareStore(transaction, 'unindexed')
  const known = await Promise.all(ids.map((id) => places.get(id)))
  const bySegment = new Map<number, number[]>()
  for (const [i, id] of ids.entries()) {
    const at = known[i]
    unindexed.delete(id)
    if (at === undefined) continue
    const segment = Math.floor(at / mostRecords)
    const own = bySegment.get(segment)
    if (own) own.push(at % mostRecords)
    else bySegment.set(segment, [at % mostRecords])
    bareStore(transaction, 'places').delete(id)
  }
  await Promise.all(
    state.parts.map((part) => {
      const own = bySegment.get(part.segment)
      return own && setDead(transaction, part, own)
    }),
  )
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
  bareStore(transaction, 'dead').put(dead, part.segment)
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
  const rows = rowsOfIds(ids)
  const size = blocks.reduce((sum, block) => sum + block.length, 0)
  const inline = size < mostInline && rows.length === 1 ? { blocks, ids: rows[0] ?? '' } : undefined
  bareStore(transaction, 'segments').put(
    {
      segment,
      count: ids.length,
      first,
      base,
      saved: Uint32Array.from(saved, (time) => Math.max(0, Math.floor(time / 1000) - base)),
      years,
      standings,
      ...(inline ? { inline } : {}),
    },
    segment,
  )
  if (!inline) {
    const ownBlocks = bareStore(transaction, 'blocks')
    const ownIds = bareStore(transaction, 'segmentIds')
    for (const [n, block] of blocks.entries()) ownBlocks.put(block, [segment, n])
    for (const [n, row] of rows.entries()) ownIds.put(row, [segment, n * idsInRow])
  }
  const places = bareStore(transaction, 'places')
  const gone: number[] = []
  for (const [place, id] of ids.entries()) {
    if (stale.has(id)) gone.push(place)
    else places.put(segment * mostRecords + place, id)
  }
  if (gone.length > 0) await setDead(transaction, part, gone)
}

function rowsOfIds(ids: readonly string[]): string[] {
  const rows: string[] = []
  for (let from = 0; from < ids.length; from += idsInRow)
    rows.push(ids.slice(from, from + idsInRow).join(' '))
  return rows
}

/** Takes a part away, with all that belongs to it but the places, which are another part's by then. */
export function dropSegment(transaction: Writing, state: SearchState, segment: number): void {
  state.parts = state.parts.filter((part) => part.segment !== segment)
  const all = IDBKeyRange.bound([segment], [segment, []])
  bareStore(transaction, 'segments').delete(segment)
  bareStore(transaction, 'blocks').delete(all)
  bareStore(transaction, 'segmentIds').delete(all)
  bareStore(transaction, 'dead').delete(segment)
}

/** Says that the index cannot be trusted and is to be made anew. */
export async function spoilIndex(transaction: Writing): Promise<void> {
  const state = await readSearchState(transaction)
  putSearchState(transaction, { ...state, words: 0 })
}
