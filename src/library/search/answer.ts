import { toRecord } from '../document.ts'
import type { Transaction } from '../open.ts'
import { rowsBetween, rowsByNumber } from '../read-rows.ts'
import { getMany } from '../requests.ts'
import type { StoredRow } from '../schema.ts'
import { readState } from '../state.ts'
import type { Store } from '../store.ts'
import { bySaving, type Order } from './columns.ts'
import { indexedRecord, secondsOf } from './indexed.ts'
import { conditionsOf, isExact, rankOf } from './match.ts'
import { inOrder, runsByTime } from './newest-first.ts'
import type { Parsed } from './parse-query.ts'
import { hasPhrases } from './phrase.ts'
import { readIndex } from './read-index.ts'
import type { Index, IndexReader } from './reader.ts'
import { type Asked, searchSegments } from './search-segments.ts'

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
  const looked = isIndexing ? await lookAt(store, asked, indexed?.waiting, wanted) : undefined
  const numbers = together(indexed, looked)
  const isWhole = looked?.isWhole ?? true
  if (isExact(parsed)) return { numbers, isWhole, isIndexing }
  const verified = await verify(store, numbers, parsed, wanted)
  return { ...verified, isWhole: verified.isWhole && isWhole, isIndexing }
}

/** What the index found and what was found beside it, in one order. */
function together(indexed: ByIndex | undefined, looked: Looked | undefined): Uint32Array {
  if (indexed && !looked) return inOrder(indexed.parts, indexed.runs, indexed.ranks)
  const parts: readonly Order[] = [...(indexed?.parts ?? []), ...(looked ? [looked.order] : [])]
  const ranks = [...(indexed?.ranks ?? []), ...(looked ? [looked.ranks] : [])]
  return inOrder(parts, runsByTime(parts), ranks)
}

/** The index, and how its records answer. */
interface ByIndex extends Index {
  /** For each part by place, as `searchSegments` gives them. */
  ranks: Uint8Array[]
}

/** What the index says; undefined where there is none. */
function answerByIndex(
  store: Store,
  reader: IndexReader,
  asked: Asked,
): Promise<ByIndex | undefined> {
  return readIndex(store, async (transaction) => {
    const index = await reader.index(transaction)
    if (!index) return undefined
    return { ...index, ranks: await searchSegments(transaction, reader, index.parts, asked) }
  })
}

/** Records that answer, found one by one, as if they were a part of the index. */
interface Looked {
  order: Order
  ranks: Uint8Array
  isWhole: boolean
}

/** Looks at records one by one, from the newest on: those of these rows, or, where none are named, all. */
async function lookAt(
  store: Store,
  asked: Asked,
  waiting: Index['waiting'] | undefined,
  { atLeast, signal }: Wanted,
): Promise<Looked> {
  const hits: LookedAt[] = []
  const all = waiting ?? [[1, await lastRow(store)]]
  let looked = 0
  for (const [from, to] of all.toReversed())
    for (let end = to; end >= from; end -= chunk) {
      signal?.throwIfAborted()
      if (atLeast !== Number.POSITIVE_INFINITY && looked >= mostLooked) return lookedAt(hits, false)
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
        if (rank !== undefined) hits.push({ n: row.n, seconds: secondsOf(record.savedAt), rank })
      }
    }
  return lookedAt(hits, true)
}

async function lastRow(store: Store): Promise<number> {
  return (await store.read(readState, ['meta']))?.rows ?? 0
}

interface LookedAt {
  n: number
  seconds: number
  rank: number
}

function lookedAt(hits: LookedAt[], isWhole: boolean): Looked {
  hits.sort(bySaving)
  return {
    order: {
      numbers: Uint32Array.from(hits, ({ n }) => n),
      seconds: Uint32Array.from(hits, ({ seconds }) => seconds),
    },
    ranks: Uint8Array.from(hits, ({ rank }) => rank),
    isWhole,
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
