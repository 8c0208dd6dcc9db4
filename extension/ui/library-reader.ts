import type { LibraryRecord, RecordRow } from '../../src/item/record.ts'

/** What a list asks for: what the search box holds, and the tags that must all be there. */
export interface ListQuery {
  text: string
  tags: readonly string[]
}

/** A row of a list, with a piece of the abstract round the first searched word, if it stands there. */
export interface FoundRow extends RecordRow {
  snippet?: string
}

/** Some rows of an answer, newest first. */
export interface FoundRows {
  rows: FoundRow[]
  /** How many records answer the query in all. */
  total: number
  /** The words to mark, folded (`searchWords`). */
  words: string[]
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
  /** Rows `from` up to `from + limit` of the answer. */
  list(query: ListQuery, from: number, limit: number): Promise<FoundRows>
  /** The ids of the whole answer, newest first. */
  ids(query: ListQuery): Promise<string[]>
  counts(): Promise<LibraryCounts>
  /** Every tag, the most used first. */
  tags(): Promise<TagCount[]>
  get(id: string): Promise<LibraryRecord | undefined>
  draft(key: string): Promise<KeptDraft | undefined>
}
