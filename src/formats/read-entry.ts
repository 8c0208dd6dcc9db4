import type { Item } from '../item/item.ts'
import type { LibraryRecord, ReaderFields, Section } from '../item/record.ts'

/** What a file says of one paper; what only our own files can say is optional. */
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

/** A part of a file that cannot be read as a paper. */
export interface BrokenEntry {
  /** Where it begins, from 1. */
  line: number
  /** A sentence for a person. */
  reason: string
  /** As it stands in the file, as far as `brokenText`. */
  text: string
}

/** One entry of a file: a paper, or what could not be read as one. */
export type Entry = { record: EntryRecord } | { broken: BrokenEntry }

/** What of a record goes into a file; all of it, unless a part is switched off. */
export interface WriteOptions {
  /** The reader's tags. */
  tags?: boolean
  abstracts?: boolean
  /** The reader's note. */
  notes?: boolean
}

/** Text in pieces, cut anywhere. */
export type Pieces = AsyncIterable<string> | Iterable<string>

/** So much of a broken entry is kept: it is there to be recognised, and a hundred thousand of them have to fit. */
const longestBroken = 2_000

/** A broken entry, its text cut to what a person needs to find it. */
export function brokenEntry(line: number, reason: string, text: string): { broken: BrokenEntry } {
  const kept = text.length > longestBroken ? `${text.slice(0, longestBroken)}…` : text
  return { broken: { line, reason, text: kept.trim() } }
}
