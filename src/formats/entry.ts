import type { Item } from '../item/item.ts'
import type { ReaderFields, Section } from '../item/record.ts'

/** What one entry of a file says of a paper: what an import needs to make a `NewRecord`, and what a reader had added. */
export interface EntryRecord extends ReaderFields {
  item: Item
  sections: Section[]
  publicationTypes: string[]
  citationKey?: string
}

/**
 * Why a part of a file is no entry: `stray` text stands between entries, `empty` is an entry that says nothing of a
 * paper, `too-long` one of more than a million characters.
 */
export type BrokenReason = 'stray' | 'empty' | 'too-long'

/** A part of a file that could not be read; `line` counts from 1 and is where the part begins. */
export interface BrokenEntry {
  line: number
  reason: BrokenReason
  /** As it stands in the file, line ends as `\n`; cut at 100,000 characters. */
  text: string
}

/** One entry after the other, as a reader of a tagged format finds them. */
export type ReadEntry = { record: EntryRecord; line: number } | { broken: BrokenEntry }

/** What of a record goes into a file; all of it, unless a part is switched off. */
export interface EntryOptions {
  /** The reader's tags among the keywords. */
  tags?: boolean
  abstracts?: boolean
  /** The reader's note. */
  notes?: boolean
  /** The reader's decision and its reason. */
  decisions?: boolean
}

/** True where an entry says anything by which a paper can be told from another. */
export function saysSomething({ item }: EntryRecord): boolean {
  return [item.title, item.author, item.DOI, item.PMID, item.PMCID, item.URL, item.number].some(
    (value) => value !== undefined && value.length > 0,
  )
}
