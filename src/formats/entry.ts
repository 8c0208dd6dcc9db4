import type { Item } from '../item/item.ts'
import type { LibraryRecord, ReaderFields, Section } from '../item/record.ts'

/** What one entry of a file says of a paper; what only our own files can say is optional. */
export interface EntryRecord
  extends ReaderFields,
    Partial<
      Pick<
        LibraryRecord,
        'id' | 'citationKey' | 'savedAt' | 'identifiers' | 'publicationTypes' | 'source'
      >
    > {
  item: Item
  sections: Section[]
}

/** Why a part of a file is no entry that can be read, and the sentence that says so. */
const troubles = {
  stray: 'This stands between the entries and is none.',
  empty: 'The entry says nothing by which a paper could be known.',
  'too-long': 'The entry does not end, or is too long to be one.',
  'not-closed': 'A closing brace is missing.',
  'closed-early': 'There is a closing brace too many.',
  'no-field': 'A field without a name, or without the sign =, was found.',
  'no-value': 'A field has no value.',
  'quote-not-closed': 'A quotation mark is opened and never closed.',
  'macro-too-long': 'A @string grows too long.',
  'not-json': 'The entry is not JSON.',
  'no-end': 'The entry has no end.',
  'cut-off': 'The file breaks off before its end.',
  'no-object': 'The entry is no object.',
  'too-damaged': 'From here on the file is too damaged to be read.',
  'above-header': 'This row stands above the names of the columns.',
  'no-header':
    'No column has a name that is known: the first row has to name title, doi, pmid, url or abstract.',
  'row-width': 'The row has not as many cells as there are columns.',
  'no-backup': 'This is no Offprint backup that can be read.',
} as const

/** Why a part of a file is no entry that can be read, as a code that an interface can translate. */
export type BrokenReason = keyof typeof troubles

/** All of them. */
export const brokenReasons = Object.keys(troubles)

/** A part of a file that could not be read. */
export interface BrokenEntry {
  /** Where it begins, from 1. */
  line: number
  reason: BrokenReason
  /** As it stands in the file, cut at 100,000 characters. */
  text: string
}

/** What of a paper that was read stayed behind, and the sentence that says so before what it is about. */
const losses = {
  'key-not-kept': 'This citation key is none that every program reads, and is not kept:',
  'parent-missing': 'The entry inherits from one that is not in the file:',
} as const

/** What of a paper that was read stayed behind, as a code that an interface can translate. */
export type LossReason = keyof typeof losses

/** All of them. */
export const lossReasons = Object.keys(losses)

/** Something that a paper's entry says and its record does not. */
export interface Loss {
  reason: LossReason
  /** What it is about, cut at 200 characters: a key. */
  text: string
}

/**
 * One entry of a file with the line on which it begins, from 1: a paper, with what of it stayed behind, or what could not be
 * read as one.
 */
export type Entry<R extends EntryRecord = EntryRecord> =
  | { record: R; line: number; losses?: Loss[] }
  | { broken: BrokenEntry }

/** What of a record goes into a file; all of it, unless a part is switched off. */
export interface WriteOptions {
  /** The reader's tags. */
  tags?: boolean
  abstracts?: boolean
  /** The reader's note. */
  notes?: boolean
  /** The reader's decision and its reason; in BibTeX and BibLaTeX only where it is `true`, as no bibliography wants them. */
  decisions?: boolean
}

/** How a file is read where it may be meant in two ways. */
export interface ReadOptions {
  /** Whether keywords of other programs are the reader's tags or the publisher's; each format knows what is usual in it. */
  keywords?: 'tags' | 'keyword'
}

/** Text in pieces, cut anywhere. */
export type Pieces = AsyncIterable<string> | Iterable<string>

/** Records to be written, one after the other. */
export type Records = AsyncIterable<LibraryRecord> | Iterable<LibraryRecord>

const longestBroken = 100_000

/** A broken entry, its text cut to what a person needs to find and mend it. */
export function brokenEntry(
  line: number,
  reason: BrokenReason,
  text: string,
): { broken: BrokenEntry } {
  return { broken: { line, reason, text: text.slice(0, longestBroken) } }
}

/** What is wrong with a part of a file, as an English sentence. */
export function brokenText({ reason }: Pick<BrokenEntry, 'reason'>): string {
  return troubles[reason]
}

const longestLost = 200

/** Something that stayed behind, its text cut to what a person needs to know it by. */
export function lossOf(reason: LossReason, text: string): Loss {
  return { reason, text: text.slice(0, longestLost) }
}

/** What stayed behind, as an English sentence. */
export function lossText({ reason, text }: Loss): string {
  return `${losses[reason]} ${text}`
}

/** True where an entry says anything by which a paper can be told from another. */
export function saysSomething({ item }: EntryRecord): boolean {
  return [item.title, item.author, item.DOI, item.PMID, item.PMCID, item.URL, item.number].some(
    (value) => value !== undefined && value.length > 0,
  )
}
