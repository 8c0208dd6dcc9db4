import { isCitationKey } from '../item/citation-key.ts'
import { Macros } from './bibtex-macros.ts'
import { type BibtexField, parseEntry, parseStrings } from './bibtex-parse.ts'
import { type BibtexReadOptions, type BibtexRecord, recordOf } from './bibtex-record.ts'
import { type BibtexBlock, bibtexBlocks } from './bibtex-scan.ts'
import { type BrokenReason, brokenEntry, type Entry, lossOf, type Pieces } from './entry.ts'

export type { BibtexReadOptions, BibtexRecord } from './bibtex-record.ts'

/**
 * The entries of a BibTeX or BibLaTeX file whose text comes in pieces, in the room of the longest entry. What cannot
 * be read is given with its line and its text, and reading goes on at the next line that begins with `@word{`.
 *
 * `@string` is resolved where it is used; what an entry inherits by `crossref` is not, and is said instead.
 */
export async function* readBibtex(
  pieces: Pieces,
  options: BibtexReadOptions = {},
): AsyncGenerator<Entry<BibtexRecord>, void> {
  const macros = new Macros()
  for await (const block of bibtexBlocks(pieces)) {
    macros.read(block.text.length)
    const entry = entryOf(block, macros, options)
    if (entry) yield entry
  }
}

/** The entry in a block; undefined for what says nothing of a paper: a macro, a comment, a group of JabRef's. */
function entryOf(
  block: BibtexBlock,
  macros: Macros,
  options: BibtexReadOptions,
): Entry<BibtexRecord> | undefined {
  const { line, text, type, inside } = block
  const broken = (reason: BrokenReason): Entry<BibtexRecord> => brokenEntry(line, reason, text)
  if (inside === undefined) return broken(block.trouble ?? 'not-closed')
  if (type === 'comment' || type === 'preamble') return undefined
  if (type === 'string') {
    const strings = parseStrings(inside)
    if ('trouble' in strings) return broken(strings.trouble)
    return strings.fields.every((field) => macros.define(field))
      ? undefined
      : broken('macro-too-long')
  }
  const entry = parseEntry(inside)
  if ('trouble' in entry) return broken(entry.trouble)
  const fields = expanded(entry.fields, macros)
  if (!fields) return broken('macro-too-long')
  const record = recordOf(type, fields, options)
  if (!record) return broken('empty')
  const key = entry.key?.normalize('NFC')
  if (key === undefined) return { record, line }
  return isCitationKey(key)
    ? { record: { ...record, citationKey: key }, line }
    : { record, line, losses: [lossOf('key-not-kept', key)] }
}

/** Each field's value; the first of a name counts, as for BibTeX, but keywords and notes add up. */
function expanded(fields: readonly BibtexField[], macros: Macros): Map<string, string> | undefined {
  const values = new Map<string, string>()
  for (const { name, parts } of fields) {
    const value = macros.expand(parts)
    if (value === undefined) return undefined
    const before = values.get(name)
    if (before === undefined || before.trim() === '') values.set(name, value)
    else if (name === 'keywords') values.set(name, `${before}, ${value}`)
    else if (name === 'annote' || name === 'note') values.set(name, `${before}\n\n${value}`)
  }
  return values
}
