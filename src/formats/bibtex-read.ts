import { Macros } from './bibtex-macros.ts'
import { type BibtexField, type ParseTrouble, parseEntry, parseStrings } from './bibtex-parse.ts'
import { type BibtexReadOptions, type BibtexRecord, recordOf } from './bibtex-record.ts'
import { type BibtexBlock, bibtexBlocks } from './bibtex-scan.ts'

export type { BibtexReadOptions, BibtexRecord } from './bibtex-record.ts'

/** Why a part of a .bib file is no entry that can be read. */
export type BibtexTrouble =
  | NonNullable<BibtexBlock['trouble']>
  | ParseTrouble
  | 'macro-too-long'
  | 'empty'

/** A part of a file that could not be read: its line from 1, and its text as it stands there. */
export interface BrokenBibtex {
  line: number
  reason: BibtexTrouble
  text: string
}

/** `@comment` and `@preamble`, which say nothing of a paper: groups of JabRef, macros for LaTeX. */
export interface BibtexAside {
  type: 'comment' | 'preamble'
  line: number
  text: string
}

/** What a .bib file holds, one after the other. */
export type BibtexPart =
  | { record: BibtexRecord }
  | { broken: BrokenBibtex }
  | { aside: BibtexAside }

/**
 * The entries of a BibTeX or BibLaTeX file whose text comes in pieces, in the room of the longest entry. What cannot
 * be read is given with its line and its text, and reading goes on at the next line that begins with `@word{`.
 *
 * `@string` is resolved where it is used; what an entry inherits by `crossref` is not, and is said instead.
 */
export async function* readBibtex(
  pieces: AsyncIterable<string> | Iterable<string>,
  options: BibtexReadOptions = {},
): AsyncGenerator<BibtexPart, void> {
  const macros = new Macros()
  for await (const block of bibtexBlocks(pieces)) {
    macros.read(block.text.length)
    const part = partOf(block, macros, options)
    if (part) yield part
  }
}

/** What is wrong with a part of a file, for a person who can look at it. */
export function bibtexTroubleText(reason: BibtexTrouble): string {
  return sentences[reason]
}

const sentences: Readonly<Record<BibtexTrouble, string>> = {
  'not-closed': 'A closing brace is missing.',
  'closed-early': 'There is a closing brace too many.',
  'too-long': 'The entry does not end; a closing brace may be missing.',
  'no-field': 'A field without a name, or without the sign =, was found.',
  'no-value': 'A field has no value.',
  'quote-not-closed': 'A quotation mark is missing.',
  'macro-too-long': 'A @string grows too long.',
  empty: 'The entry says nothing.',
}

function partOf(
  block: BibtexBlock,
  macros: Macros,
  options: BibtexReadOptions,
): BibtexPart | undefined {
  const { line, text, type, inside } = block
  const broken = (reason: BibtexTrouble): BibtexPart => ({ broken: { line, reason, text } })
  if (inside === undefined) return broken(block.trouble ?? 'not-closed')
  if (type === 'comment' || type === 'preamble') return { aside: { type, line, text } }
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
  const { key } = entry
  return { record: { ...record, ...(key === undefined ? {} : { citationKey: key }), line } }
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
