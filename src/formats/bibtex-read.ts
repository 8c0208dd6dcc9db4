import { isCitationKey } from '../item/citation-key.ts'
import { Families, type RawEntry, type ReadyEntry } from './bibtex-families.ts'
import { Macros } from './bibtex-macros.ts'
import { type BibtexField, parseEntry, parseStrings } from './bibtex-parse.ts'
import { type BibtexReadOptions, type BibtexRecord, recordOf } from './bibtex-record.ts'
import { type BibtexBlock, bibtexBlocks } from './bibtex-scan.ts'
import {
  type BrokenEntry,
  type BrokenReason,
  brokenEntry,
  type Entry,
  type Loss,
  lossOf,
  type Pieces,
} from './entry.ts'

export type { BibtexReadOptions, BibtexRecord } from './bibtex-record.ts'

/**
 * The entries of a BibTeX or BibLaTeX file whose text comes in pieces, in the room of the longest entry and of what waits in
 * `Families`. What cannot be read is given with its line and its text, and reading goes on at the next line that begins with
 * `@word{`.
 *
 * `@string` is resolved where it is used; what an entry inherits by `crossref` and `xdata` is its own, and where its parent
 * is not there, that is said.
 */
export async function* readBibtex(
  pieces: Pieces,
  options: BibtexReadOptions = {},
): AsyncGenerator<Entry<BibtexRecord>, void> {
  const macros = new Macros()
  const families = new Families<WholeEntry>()
  for await (const block of bibtexBlocks(pieces)) {
    macros.read(block.text.length)
    const entry = rawEntry(block, macros)
    if (!entry) continue
    if ('broken' in entry) yield entry
    else for (const ready of families.take(entry)) yield entryOf(ready, options)
  }
  for (const ready of families.rest()) yield entryOf(ready, options)
}

/** The entry in a block; undefined for what says nothing of a paper: a macro, a comment, a group of JabRef's. */
function rawEntry(
  block: BibtexBlock,
  macros: Macros,
): WholeEntry | { broken: BrokenEntry } | undefined {
  const { line, text, type, inside } = block
  const broken = (reason: BrokenReason) => brokenEntry(line, reason, text)
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
  return { type, key: entry.key?.normalize('NFC'), fields, line, text }
}

/** An entry as it stands in the file, too. */
interface WholeEntry extends RawEntry {
  text: string
}

function entryOf(ready: ReadyEntry<WholeEntry>, options: BibtexReadOptions): Entry<BibtexRecord> {
  const { type, key, fields, line, text, orphanOf } = ready
  const record = recordOf(type, fields, options)
  if (!record) return brokenEntry(line, 'empty', text)
  const isKept = key !== undefined && isCitationKey(key)
  if (isKept) record.citationKey = key
  if (orphanOf === undefined && (isKept || key === undefined)) return { record, line }
  const losses: Loss[] = []
  if (key !== undefined && !isKept) losses.push(lossOf('key-not-kept', key))
  if (orphanOf !== undefined) losses.push(lossOf('parent-missing', orphanOf))
  return { record, line, losses }
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
