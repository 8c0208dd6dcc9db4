import type { RecordRow } from '../item/record.ts'
import { findHolders } from './find.ts'
import { wordsToMark } from './marks.ts'
import { newestRows, numbersInOrder, rowsByNumber } from './read-rows.ts'
import type { StoredRow } from './schema.ts'
import { answerQuery } from './search/answer.ts'
import { isEmpty, parseQuery } from './search/parse-query.ts'
import { pastedIdentifiers } from './search/pasted-identifiers.ts'
import type { IndexReader } from './search/reader.ts'
import { readState } from './state.ts'
import type { Store } from './store.ts'
import type { TagCount } from './tag-counts.ts'
import { foldTag } from './tags.ts'

/** What to look for in the library; nothing at all gives everything. */
export interface Query {
  /** What was typed into the search field, in the language of `parseQuery`. */
  text?: string
  /** Tags that a record must all have. */
  tags?: readonly string[]
  /** Rows that are given at once, and at least so many hits, if there are so many; 50 where absent. */
  first?: number
  /** True where the numbers of all rows are wanted although nothing is asked for. */
  numbered?: boolean
  /** Stops the search; the promise is rejected with the signal's reason. */
  signal?: AbortSignal
}

/** What was found: what has all words in the title first, then the newest. */
export interface Found {
  /** The first rows. */
  rows: RecordRow[]
  /** The numbers of all rows that are known to answer, for `Library.rows`; absent where nothing is asked for, but for `Query.numbered`. */
  numbers?: Uint32Array
  /** How many there are; absent where nothing is asked for, and where there may be more than `numbers`. */
  total?: number
  /** What to mark in titles and abstracts, folded. */
  words: string[]
  /** True while not every record is in the search index: older ones may be missing. */
  isIndexing: boolean
}

/** Searches the library, or lists it where nothing is asked for. */
export async function queryLibrary(
  store: Store,
  reader: IndexReader,
  { text, tags = [], first = 50, numbered = false, signal }: Query,
): Promise<Found> {
  const pasted = tags.length === 0 ? await pastedPaper(store, text ?? '') : undefined
  if (pasted) return pasted
  const parsed = parseQuery(text ?? '')
  parsed.tags.push(...tags.map(foldTag))
  signal?.throwIfAborted()
  if (isEmpty(parsed)) return numbered ? everything(store, first) : newest(store, first)
  const { numbers, isWhole, isIndexing } = await answerQuery(store, reader, parsed, {
    atLeast: first,
    signal,
  })
  signal?.throwIfAborted()
  const rows = await readRows(store, [...numbers.subarray(0, first)])
  signal?.throwIfAborted()
  return {
    rows: rows.filter((row) => row !== undefined),
    numbers,
    ...(isWhole ? { total: numbers.length } : {}),
    words: wordsToMark(parsed),
    isIndexing,
  }
}

/** The paper whose identifier stands in the search in place of words; undefined where it is none, or nobody has it. */
async function pastedPaper(store: Store, text: string): Promise<Found | undefined> {
  const identifiers = pastedIdentifiers(text)
  if (identifiers.length === 0) return undefined
  const holders = await store.read(
    (transaction) => findHolders(transaction, identifiers),
    ['records'],
  )
  const numbers = holders.flatMap(({ document }) => document.row ?? [])
  const rows = (await readRows(store, numbers)).filter((row) => row !== undefined)
  if (rows.length === 0) return undefined
  const total = rows.length
  return { rows, numbers: Uint32Array.from(numbers), total, words: [], isIndexing: false }
}

/** The rows with these numbers; undefined for those that were changed or went since. */
export async function readRows(
  store: Store,
  numbers: readonly number[],
): Promise<(RecordRow | undefined)[]> {
  const rows = await store.read((transaction) => rowsByNumber(transaction, numbers), ['rows'])
  return rows.map((row) => (row?.order === undefined ? undefined : recordRow(row)))
}

/** All there is, by number: the rows' own order, which the search index has only to the second, and lacks where it is being made. */
async function everything(store: Store, first: number): Promise<Found> {
  const [numbers, rows] = await store.read(
    async (transaction) => [
      await numbersInOrder(transaction),
      first > 0 ? await newestRows(transaction, undefined, first) : [],
    ],
    ['rows'],
  )
  const total = numbers.length
  return { rows: rows.map(recordRow), numbers, total, words: [], isIndexing: false }
}

/** The counters know how many there are: they are read apart, since here each request counts. */
async function newest(store: Store, first: number): Promise<Found> {
  const rows = await store.read(
    (transaction) => newestRows(transaction, undefined, first),
    ['rows'],
  )
  return { rows: rows.map(recordRow), words: [], isIndexing: false }
}

function recordRow({
  n: _n,
  order: _order,
  trash: _trash,
  alike: _alike,
  ...row
}: StoredRow): RecordRow {
  return row
}

/** The trash, what was deleted last first. */
export async function readTrash(
  store: Store,
  first: number,
): Promise<{ rows: RecordRow[]; total: number }> {
  return store.read(
    async (transaction) => {
      const [state, rows] = await Promise.all([
        readState(transaction),
        newestRows(transaction, undefined, first, 'trash'),
      ])
      return { rows: rows.map(recordRow), total: state?.trashed ?? 0 }
    },
    ['rows', 'meta'],
  )
}

/** The tags in use, in alphabetical order. */
export async function readTags(store: Store): Promise<TagCount[]> {
  const tags = await store.read((transaction) => transaction.objectStore('tags').getAll(), ['tags'])
  return tags
    .map(({ name, records }) => ({ tag: name, records }))
    .sort((a, b) => (foldTag(a.tag) < foldTag(b.tag) ? -1 : 1))
}
