import type { BrokenEntry } from './entry.ts'
import { type LineKind, type RawEntry, taggedEntries } from './tagged-entries.ts'

/** `TY  - `, with one space as some write it, or none behind the hyphen where the value is empty. */
const tagLine = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/s

/** The same in small letters or with other spaces, for tags that are known: ordinary text seldom begins so. */
const looseTagLine =
  /^(ty|er|au|a[1-4]|t[1-3]|ti|jo|jf|ja|py|y[12]|da|vl|is|sp|ep|sn|ab|n[12]|kw|ur|do|id|pb|cy|an|la)[ \t]{1,3}-(?:[ \t](.*)|)$/is

/**
 * The entries of a RIS file. One ends at ER, at the next TY where ER is missing, and at the end of the file; one without
 * TY begins with its first tag.
 */
export function risEntries(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<RawEntry | BrokenEntry> {
  return taggedEntries(chunks, risLine)
}

function risLine(line: string): LineKind {
  const [, said, value = ''] = tagLine.exec(line) ?? looseTagLine.exec(line) ?? []
  if (said === undefined) return { is: 'text' }
  const tag = said.toUpperCase()
  if (tag === 'ER') return { is: 'end' }
  return { is: tag === 'TY' ? 'begin' : 'field', tag, value }
}
