import { brokenEntry, type Entry, type Pieces, type ReadOptions, saysSomething } from './entry.ts'
import { risEntries } from './ris-entries.ts'
import { risRecord } from './ris-record.ts'
import type { RawEntry } from './tagged-entries.ts'

/**
 * The entries of a RIS file, one after the other, whose text comes in chunks. What cannot be read is told with its line
 * and its text, and the entries beside it are read all the same; nothing is thrown, whatever the text is.
 *
 * Whose the KW of files by others are: databases write the publisher's keywords there (`keyword`, the default),
 * reference managers a person's own (`tags`).
 */
export async function* readRis(chunks: Pieces, options: ReadOptions = {}): AsyncGenerator<Entry> {
  for await (const raw of risEntries(chunks))
    yield 'reason' in raw ? { broken: raw } : read(raw, options)
}

function read(raw: RawEntry, options: ReadOptions): Entry {
  const record = risRecord(raw, options)
  if (saysSomething(record)) return { record, line: raw.line }
  return brokenEntry(raw.line, 'empty', raw.text)
}
