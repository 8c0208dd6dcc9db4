import { abstractText } from '../item/abstract-text.ts'
import { type RecordRow, untitled } from '../item/record.ts'
import { withoutInline } from '../text/markup.ts'
import { toRecord } from './document.ts'
import { readField } from './field.ts'
import { type Mark, marksOf, type Snippet, snippetOf, wordsToMark } from './marks.ts'
import type { Transaction } from './open.ts'
import { newestRows } from './pages.ts'
import { getMany } from './requests.ts'
import { rowFor } from './row.ts'
import type { StoredRecord, StoredRow } from './schema.ts'
import { type Answer, answerQuery } from './search/answer.ts'
import { type Parsed, parseQuery } from './search/parse-query.ts'
import type { IndexReader } from './search/reader.ts'
import { readState, type Store } from './store.ts'
import { foldTag } from './tags.ts'

/** What to look for in the library; nothing at all gives everything. */
export interface Query {
  /** What was typed into the search field, in the language of `parseQuery`. */
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

/** One page of what was found: what has all words in the title first, then the newest. */
export interface Found {
  rows: FoundRow[]
  /** How many there are on all pages; absent on the pages behind the first, and where a phrase is looked for. */
  total?: number
  /** The place to ask for the next page `after`; absent on the last. */
  next?: string
}

/** Searches the library, or lists it where nothing is asked for. */
export async function queryLibrary(
  store: Store,
  reader: IndexReader,
  query: Query,
): Promise<Found> {
  const parsed = parseQuery(query.text ?? '')
  parsed.tags.push(...(query.tags ?? []).map(foldTag))
  const limit = query.limit ?? 50
  query.signal?.throwIfAborted()
  if (isEmpty(parsed)) return newest(store, query.after, limit)
  const answer = await answerQuery(store, reader, parsed, {
    after: query.after,
    limit,
    signal: query.signal,
  })
  const words = wordsToMark(parsed)
  const found = await store.read(
    (transaction) => rowsOf(transaction, answer.ids, words),
    words.length === 0 ? ['rows'] : ['records'],
  )
  query.signal?.throwIfAborted()
  return { rows: found, ...paging(answer) }
}

function paging({ total, next }: Answer): Pick<Found, 'total' | 'next'> {
  return { ...(total === undefined ? {} : { total }), ...(next === undefined ? {} : { next }) }
}

function isEmpty({ words, phrases, tags, years, standing, without }: Parsed): boolean {
  return (
    years === undefined &&
    standing === undefined &&
    [words, phrases, tags, ...Object.values(without)].every((list) => list.length === 0)
  )
}

async function newest(store: Store, after: string | undefined, limit: number): Promise<Found> {
  return store.read(
    async (transaction) => {
      const [rows, state] = await Promise.all([
        newestRows(transaction, after, limit + 1),
        after === undefined ? readState(transaction) : undefined,
      ])
      const page = rows.slice(0, limit)
      const next = rows.length > limit ? page.at(-1)?.order : undefined
      return {
        rows: page.map((row) => foundRow(row, undefined, [])),
        ...(state === undefined ? {} : { total: state.visible }),
        ...(next === undefined ? {} : { next }),
      }
    },
    ['rows', 'meta'],
  )
}

/** The rows of records; those that went since are left out. */
async function rowsOf(
  transaction: Transaction,
  ids: readonly string[],
  words: readonly string[],
): Promise<FoundRow[]> {
  if (words.length === 0) {
    const rows = await getMany(transaction, 'rows', ids)
    return rows.flatMap((row) => (row?.order === undefined ? [] : [foundRow(row, undefined, [])]))
  }
  // The record has all that its row has: reading both would take half as long again.
  const documents = await getMany(transaction, 'records', ids)
  return documents.flatMap((document) => {
    const row = document && rowFor(document, toRecord(document, document.ids), false)
    return row?.order === undefined ? [] : [foundRow(row, document, words)]
  })
}

function foundRow(
  row: StoredRow,
  document: StoredRecord | undefined,
  words: readonly string[],
): FoundRow {
  const { order: _order, trash: _trash, alike: _alike, ...plain } = row
  const title = row.title === untitled ? '' : withoutInline(row.title)
  const found: FoundRow = { ...plain, titleMarks: marksOf(title, words) }
  if (!document) return found
  const abstract = withoutInline(abstractText(readField(document, 'sections') ?? []) ?? '')
  const marks = marksOf(abstract, words)
  return marks.length > 0 ? { ...found, snippet: snippetOf(abstract, marks) } : found
}
