import { toRecord } from '../document.ts'
import type { Transaction } from '../open.ts'
import { rowsBetween, rowsByNumber } from '../read-rows.ts'
import { getMany } from '../requests.ts'
import type { StoredRow } from '../schema.ts'
import { readState } from '../state.ts'
import type { Store } from '../store.ts'
import { bySaving } from './columns.ts'
import { IndexDamaged, spoilIndex } from './index-damaged.ts'
import { indexedRecord, secondsOf } from './indexed.ts'
import { conditionsOf, isExact, rankOf } from './match.ts'
import type { Parsed } from './parse-query.ts'
import { hasPhrases } from './phrase.ts'
import type { IndexReader } from './reader.ts'
import {
  type Asked,
  type Hits,
  newestFirst,
  type Ranked,
  searchSegments,
} from './search-segments.ts'

/** What answers a query. */
export interface Answer {
  /** The numbers of rows, in order: what has all words in the title first, then the newest. */
  numbers: Uint32Array
  /** False where there may be more: a phrase was looked for until there were enough, or the index is being made. */
  isWhole: boolean
  /** True while not every record is in the index. */
  isIndexing: boolean
}

/** How much of an answer is wanted. */
export interface Wanted {
  /** So many rows at least, if there are so many; where it is Infinity every record is looked at that must be. */
  atLeast: number
  signal?: AbortSignal | undefined
}

/** Records that are looked at one by one for a search that waits, and those that are read in one transaction. */
const mostLooked = 2000
const chunk = 100

/** So many more records than are still wanted are read at once. */
const spare = 5

/** What an answer by the index is read from. */
const indexStores = [
  'meta',
  'segments',
  'orders',
  'filters',
  'blocks',
  'positions',
  'dead',
] as const

/**
 * The rows that answer a query. What is not in the index yet is looked at record by record, the newest at least; where the
 * index is missing or damaged that is all, and it is to be made anew.
 */
export async function answerQuery(
  store: Store,
  reader: IndexReader,
  parsed: Parsed,
  wanted: Wanted,
): Promise<Answer> {
  const asked: Asked = { parsed, conditions: conditionsOf(parsed) }
  const indexed = await answerByIndex(store, reader, asked)
  const isIndexing = indexed?.waiting.length !== 0
  const looked = isIndexing
    ? await lookAt(store, asked, indexed?.waiting, wanted)
    : { hits: undefined, isWhole: true }
  const both = [indexed?.hits, looked.hits].filter((hits) => hits !== undefined)
  const [inTitle, others] = ([0, 1] as const).map(
    (rank) => newestFirst(both.map((hits) => hits[rank])).numbers,
  ) as [Uint32Array, Uint32Array]
  const numbers = new Uint32Array(inTitle.length + others.length)
  numbers.set(inTitle)
  numbers.set(others, inTitle.length)
  if (isExact(parsed)) return { numbers, isWhole: looked.isWhole, isIndexing }
  const verified = await verify(store, numbers, parsed, wanted)
  return { ...verified, isWhole: verified.isWhole && looked.isWhole, isIndexing }
}

/** What the index says, and which rows are not in it; undefined where there is none. */
async function answerByIndex(
  store: Store,
  reader: IndexReader,
  asked: Asked,
): Promise<{ hits: Ranked; waiting: Ranges } | undefined> {
  try {
    return await store.read(async (transaction) => {
      const index = await reader.parts(transaction)
      if (!index) return undefined
      const hits = await searchSegments(transaction, reader, index.parts, asked)
      return { hits, waiting: index.waiting }
    }, indexStores)
  } catch (error) {
    if (!(error instanceof IndexDamaged)) throw error
    await spoilIndex(store)
    return undefined
  }
}

type Ranges = readonly (readonly [from: number, to: number])[]

/** Looks at records one by one, from the newest on: those of these rows, or, where none are named, all. */
async function lookAt(
  store: Store,
  asked: Asked,
  waiting: Ranges | undefined,
  { atLeast, signal }: Wanted,
): Promise<{ hits: Ranked; isWhole: boolean }> {
  const hits: [LookedAt[], LookedAt[]] = [[], []]
  const all = waiting ?? [[1, await lastRow(store)]]
  let looked = 0
  for (const [from, to] of all.toReversed())
    for (let end = to; end >= from; end -= chunk) {
      signal?.throwIfAborted()
      if (atLeast !== Number.POSITIVE_INFINITY && looked >= mostLooked)
        return { hits: [hitsOf(hits[0]), hitsOf(hits[1])], isWhole: false }
      const begin = Math.max(from, end - chunk + 1)
      const { rows, records } = await store.read(
        async (transaction) => {
          const rows = await rowsBetween(transaction, begin, end)
          return { rows, records: await recordsOf(transaction, rows) }
        },
        ['rows', 'records'],
      )
      looked += rows.length
      for (const [i, record] of records.entries()) {
        const row = rows[i]
        if (!record || row?.order === undefined || !hasPhrases(record, asked.parsed)) continue
        const rank = rankOf(indexedRecord(record, row.n), asked.parsed, asked.conditions)
        if (rank !== undefined) hits[rank].push({ n: row.n, seconds: secondsOf(record.savedAt) })
      }
    }
  return { hits: [hitsOf(hits[0]), hitsOf(hits[1])], isWhole: true }
}

async function lastRow(store: Store): Promise<number> {
  return (await store.read(readState, ['meta']))?.rows ?? 0
}

interface LookedAt {
  n: number
  seconds: number
}

function hitsOf(looked: readonly LookedAt[]): Hits {
  const order = looked.toSorted((a, b) => bySaving(b, a))
  return {
    numbers: Uint32Array.from(order, ({ n }) => n),
    seconds: Uint32Array.from(order, ({ seconds }) => seconds),
  }
}

/** Of these rows those whose record has the phrases, in order, until there are enough. */
async function verify(
  store: Store,
  numbers: Uint32Array,
  parsed: Parsed,
  { atLeast, signal }: Wanted,
): Promise<{ numbers: Uint32Array; isWhole: boolean }> {
  const kept: number[] = []
  let at = 0
  while (at < numbers.length && kept.length < atLeast) {
    signal?.throwIfAborted()
    // Nearly all of them stand: not many more are read than are wanted.
    const part = [...numbers.subarray(at, at + Math.min(chunk, atLeast - kept.length + spare))]
    at += part.length
    const { rows, records } = await store.read(
      async (transaction) => {
        const rows = await rowsByNumber(transaction, part)
        return { rows, records: await recordsOf(transaction, rows) }
      },
      ['rows', 'records'],
    )
    for (const [i, record] of records.entries()) {
      const n = rows[i]?.n
      if (record && n !== undefined && hasPhrases(record, parsed)) kept.push(n)
    }
  }
  return { numbers: Uint32Array.from(kept), isWhole: at >= numbers.length }
}

async function recordsOf(
  transaction: Transaction,
  rows: readonly (StoredRow | undefined)[],
): Promise<(ReturnType<typeof toRecord> | undefined)[]> {
  const there = rows.map((row) => row?.id ?? '')
  const documents = await getMany(transaction, 'records', there)
  return documents.map((document) => document && toRecord(document, document.ids))
}
