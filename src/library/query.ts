import { abstractText } from '../item/abstract-text.ts'
import { type RecordRow, untitled } from '../item/record.ts'
import { withoutInline } from '../text/markup.ts'
import { readField } from './field.ts'
import {
  hasWord,
  type Mark,
  marksOf,
  type Snippet,
  searchable,
  searchWords,
  snippetOf,
} from './match.ts'
import type { Transaction } from './open.ts'
import { newestRows } from './pages.ts'
import type { StoredRecord, StoredRow } from './schema.ts'
import { readState, type Store } from './store.ts'
import { foldTag } from './tags.ts'

/** What to look for in the library; nothing at all gives everything. */
export interface Query {
  /** Words that must all stand in title or abstract, each at the beginning of a word. */
  text?: string
  /** Tags that a record must all have. */
  tags?: string[]
  /** Where an earlier page ended: its `next`. */
  after?: string
  /** Rows on a page; 50 where absent. */
  limit?: number
  /** Stops the search; the promise is rejected with the signal's reason. */
  signal?: AbortSignal
}

/** A row that was found, and what to mark in it. */
export interface FoundRow extends RecordRow {
  /** Where the words stand in the title without its inline markup. */
  titleMarks: Mark[]
  /** The part of the abstract, without inline markup, in which the first word stands; absent where none does. */
  snippet?: Snippet
}

/** One page of what was found, newest first. */
export interface Found {
  rows: FoundRow[]
  /** How many there are on all pages; absent on the pages behind the first. */
  total?: number
  /** The place to ask for the next page `after`; absent on the last. */
  next?: string
}

/** Rows that are read in one transaction, so that a save never waits long and the library is never in memory as a whole. */
const chunk = 500

/** Records with an abstract are ten times as large. */
const textChunk = 100

interface Match {
  row: StoredRow
  document?: StoredRecord
}

/** Searches the library. Without words only rows are read; with words, each record's title and abstract. */
export async function queryLibrary(store: Store, query: Query): Promise<Found> {
  const words = searchWords(query.text ?? '')
  const tags = (query.tags ?? []).map(foldTag)
  const limit = query.limit ?? 50
  query.signal?.throwIfAborted()
  const known = query.after === undefined ? await knownTotal(store, words, tags) : undefined
  const mustCount = query.after === undefined && known === undefined
  const isPlain = words.length === 0 && tags.length === 0
  const size = isPlain ? limit + 1 : words.length > 0 ? textChunk : chunk
  const found: Match[] = []
  let total = 0
  let place = query.after
  for (;;) {
    const from = place
    const read = await store.read((transaction) => matchesIn(transaction, from, size, words, tags))
    query.signal?.throwIfAborted()
    total += read.matches.length
    for (const match of read.matches) if (found.length <= limit) found.push(match)
    place = read.last
    if (place === undefined || (found.length > limit && !mustCount)) break
  }
  const rows = found.slice(0, limit)
  const next = found.length > limit ? rows.at(-1)?.row.order : undefined
  const count = query.after === undefined ? (known ?? total) : undefined
  return {
    rows: rows.map((match) => foundRow(match, words)),
    ...(count === undefined ? {} : { total: count }),
    ...(next === undefined ? {} : { next }),
  }
}

/** The total where a counter has it: everything, or everything with one tag. */
async function knownTotal(
  store: Store,
  words: readonly string[],
  tags: readonly string[],
): Promise<number | undefined> {
  const [tag, second] = tags
  if (words.length > 0 || second !== undefined) return undefined
  return store.read(async (transaction) => {
    if (tag === undefined) return (await readState(transaction)).visible
    return (await transaction.objectStore('tags').get(tag))?.records ?? 0
  })
}

/** The matches among the next rows, and the place of the last row that was read; undefined at the library's end. */
async function matchesIn(
  transaction: Transaction,
  after: string | undefined,
  size: number,
  words: readonly string[],
  tags: readonly string[],
): Promise<{ matches: Match[]; last: string | undefined }> {
  const rows = await newestRows(transaction, after, size)
  const last = rows.length < size ? undefined : rows.at(-1)?.order
  const tagged = rows.filter((row) => {
    const has = row.tags.map(foldTag)
    return tags.every((tag) => has.includes(tag))
  })
  if (words.length === 0) return { matches: tagged.map((row) => ({ row })), last }
  const records = transaction.objectStore('records')
  const documents = await Promise.all(tagged.map((row) => records.get(row.id)))
  const matches = tagged.flatMap((row, i) => {
    const document = documents[i]
    return document && hasWords(row, document, words) ? [{ row, document }] : []
  })
  return { matches, last }
}

function hasWords(row: StoredRow, document: StoredRecord, words: readonly string[]): boolean {
  const title = searchable(titleOf(row))
  const left = words.filter((word) => !hasWord(title, word))
  if (left.length === 0) return true
  const abstract = searchable(abstractOf(document))
  return left.every((word) => hasWord(abstract, word))
}

function titleOf(row: RecordRow): string {
  return row.title === untitled ? '' : withoutInline(row.title)
}

function abstractOf(document: StoredRecord): string {
  return withoutInline(abstractText(readField(document, 'sections') ?? []) ?? '')
}

function foundRow({ row, document }: Match, words: readonly string[]): FoundRow {
  const { order: _order, trash: _trash, alike: _alike, ...plain } = row
  const found: FoundRow = { ...plain, titleMarks: marksOf(titleOf(row), words) }
  if (!document) return found
  const abstract = abstractOf(document)
  const marks = marksOf(abstract, words)
  return marks.length > 0 ? { ...found, snippet: snippetOf(abstract, marks) } : found
}
