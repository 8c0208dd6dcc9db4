import { type ReadEntry, saysSomething } from './entry.ts'
import { risEntries } from './ris-entries.ts'
import { type RisReadOptions, risRecord } from './ris-record.ts'
import type { RawEntry } from './tagged-entries.ts'

export type { RisReadOptions } from './ris-record.ts'

/**
 * The entries of a RIS file, one after the other, whose text comes in chunks. What cannot be read is told with its line
 * and its text, and the entries beside it are read all the same; nothing is thrown, whatever the text is.
 */
export async function* readRis(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: RisReadOptions = {},
): AsyncGenerator<ReadEntry> {
  for await (const raw of risEntries(chunks))
    yield 'reason' in raw ? { broken: raw } : read(raw, options)
}

function read(raw: RawEntry, options: RisReadOptions): ReadEntry {
  const record = risRecord(raw, options)
  if (saysSomething(record)) return { record, line: raw.line }
  return { broken: { line: raw.line, reason: 'empty', text: raw.text } }
}
