import type { LibraryRecord, RecordRow } from '../../src/item/record.ts'

import type { Highlight } from '../../src/library/highlights.ts'

/** What a list asks for: what the search box holds, and the tags that must all be there. */
export interface ListQuery {
  text: string
  tags: readonly string[]
}

/** The part of an abstract in which a searched word stands. */
export type RowSnippet = { text: string }

/** An answer: its first rows, and the places of all. */
export interface ListAnswer {
  rows: RecordRow[]
  /** The numbers of all rows that are known to answer, in order; absent where nothing is asked for. */
  numbers?: Uint32Array
  /** How many there are; absent where there may be more than `numbers`. */
  total?: number
  /** What to mark in titles and abstracts. */
  words: readonly string[]
  /** True while the search index is being made: older papers may be missing. */
  isIndexing: boolean
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
  /** The answer, with `first` rows, and for a phrase as many hits. */
  list(query: ListQuery, first: number): Promise<ListAnswer>
  /** The numbers of all rows that are known to answer, in order, where nothing is asked for too. */
  numbers(query: ListQuery): Promise<Uint32Array>
  /** Rows by their numbers; undefined for those that were changed or went since. */
  rows(numbers: readonly number[]): Promise<(RecordRow | undefined)[]>
  /** Where the words stand in the abstracts of these papers. */
  snippets(ids: readonly string[], words: readonly string[]): Promise<(RowSnippet | undefined)[]>
  /** The ids of the whole answer, newest first. */
  ids(query: ListQuery): Promise<string[]>
  counts(): Promise<LibraryCounts>
  /** Every tag, the most used first. */
  tags(): Promise<TagCount[]>
  highlights(recordId: string): Promise<Highlight[]>
  get(id: string): Promise<LibraryRecord | undefined>
  /** The papers in the library that have one of these identifiers; an address is none. */
  holders(identifiers: readonly string[]): Promise<LibraryRecord[]>
  draft(key: string): Promise<KeptDraft | undefined>
}
