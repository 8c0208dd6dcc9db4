import { brokenEntry, type Entry, type Pieces, saysSomething } from './entry.ts'
import { nbibRecord } from './nbib-record.ts'
import { type LineKind, type RawEntry, taggedEntries } from './tagged-entries.ts'

/** `PMID- `, `TI  - `: the tag in four columns; some programs pad it less. */
const tagLine = /^([A-Z][A-Z0-9]{1,3}) {0,3}-(?: (.*)|)$/s

/**
 * The entries of a file in PubMed's format, one after the other, whose text comes in chunks. An entry begins at PMID, or
 * at any tag behind an empty line. What cannot be read is told with its line and its text, and the entries beside it are
 * read all the same; nothing is thrown, whatever the text is.
 */
export async function* readNbib(chunks: Pieces): AsyncGenerator<Entry> {
  for await (const raw of taggedEntries(chunks, nbibLine)) {
    if ('reason' in raw) yield { broken: raw }
    else {
      const record = nbibRecord(raw)
      yield saysSomething(record)
        ? { record, line: raw.line }
        : brokenEntry(raw.line, 'empty', raw.text)
    }
  }
}

function nbibLine(line: string, entry: RawEntry | undefined, afterBlank: boolean): LineKind {
  const [, tag, value = ''] = tagLine.exec(line) ?? []
  // Behind an empty line a value can go on, for editors take the spaces of an indented line without text away.
  if (tag === undefined) return { is: afterBlank && /^\S/.test(line) ? 'apart' : 'text' }
  const isNext = tag === 'PMID' && entry?.fields.some((field) => field.tag === tag)
  return { is: afterBlank || isNext ? 'begin' : 'field', tag, value }
}
