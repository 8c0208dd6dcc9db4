import type { LibraryRecord, RecordRow } from '../../src/item/record.ts'

/** What a list asks for: what the search box holds, and the tags that must all be there. */
export interface ListQuery {
  text: string
  tags: readonly string[]
}

/** A row of a list, with the part of the abstract in which the first searched word stands, if it does. */
export interface ListRow extends RecordRow {
  snippet?: { text: string } | undefined
}

/** Some rows of an answer, newest first. */
export interface ListPage {
  rows: ListRow[]
  /** How many records answer the query in all; on the first page only. */
  total?: number
  /** Where the next page begins; absent on the last. */
  next?: string
}

/** A tag of the reader's, and how many papers have it. */
export interface TagCount {
  tag: string
  count: number
}

/** How much is in the library, the trash left out. */
export interface LibraryCounts {
  records: number
}

/** What a draft that was kept gives back: the text of each field. */
export interface KeptDraft {
  session: string
  fields: { [field: string]: string }
}

/** All that our pages read from the library; each call rejects with an error in plain words. */
export interface LibraryReader {
  /** At most `limit` rows of the answer, from the place `after` on. */
  list(query: ListQuery, after: string | undefined, limit: number): Promise<ListPage>
  /** The ids of the whole answer, newest first. */
  ids(query: ListQuery): Promise<string[]>
  counts(): Promise<LibraryCounts>
  /** Every tag, the most used first. */
  tags(): Promise<TagCount[]>
  get(id: string): Promise<LibraryRecord | undefined>
  draft(key: string): Promise<KeptDraft | undefined>
}
