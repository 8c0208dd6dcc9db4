import { citationKey, isCitationKey } from '../item/citation-key.ts'
import { dateToText, yearOf } from '../item/date.ts'
import { arxivOf } from '../item/identifier.ts'
import type { Item } from '../item/item.ts'
import { type LibraryRecord, untitled } from '../item/record.ts'
import { fold } from '../text/fold.ts'
import { collapse, tidy } from '../text/space.ts'
import { titleTex } from './bibtex-case.ts'
import { texOf, verbatim } from './bibtex-escape.ts'
import {
  babelNames,
  type EntryType,
  entryTypes,
  type FieldRow,
  fieldRows,
  monthMacros,
} from './bibtex-fields.ts'
import { namesTex } from './bibtex-names.ts'

/** What of a record goes into the file; all of it, unless a part is switched off. */
export interface BibtexOptions {
  /** The reader's tags among the `keywords`. */
  tags?: boolean
  abstracts?: boolean
  /** The reader's note, as `annote`. */
  notes?: boolean
}

/** A field's name and its value as it stands in the file, braces included. */
type Field = readonly [name: string, value: string]

/** A break between paragraphs: the group keeps readers that drop the blank line from gluing two words together. */
const paragraphBreak = '{ }\n\n'

/**
 * Records as a UTF-8 BibTeX file, one entry a piece, a blank line between. A record is written under its
 * `citationKey`; one without, or with a key that an earlier entry has, gets a key that is free in this run.
 */
export async function* writeBibtex(
  records: AsyncIterable<LibraryRecord> | Iterable<LibraryRecord>,
  options: BibtexOptions = {},
): AsyncGenerator<string> {
  // BibTeX takes keys that differ in case alone for the same.
  const taken = new Set<string>()
  const isTaken = (key: string): boolean => taken.has(key.toLowerCase())
  for await (const record of records) {
    const stored = storedKey(record)
    const key =
      stored !== undefined && !isTaken(stored) ? stored : citationKey(record.item, isTaken)
    const separator = taken.size > 0 ? '\n' : ''
    taken.add(key.toLowerCase())
    yield `${separator}${entry(key, record, options)}`
  }
}

/** One record as a BibTeX entry with a line end behind, under its citation key or, without one, the key it would get. */
export function bibtexEntry(record: LibraryRecord, options: BibtexOptions = {}): string {
  return entry(storedKey(record) ?? citationKey(record.item, () => false), record, options)
}

function storedKey(record: LibraryRecord): string | undefined {
  return record.citationKey !== undefined && isCitationKey(record.citationKey)
    ? record.citationKey
    : undefined
}

function entry(key: string, record: LibraryRecord, options: BibtexOptions): string {
  const type = entryTypeOf(record.item)
  const fields = fieldsOf(record, type, options)
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`).join(',\n')
  return `@${type}{${key},\n${lines}\n}\n`
}

function entryTypeOf(item: Item): EntryType {
  const row = entryTypes.find(
    (each) => each.item === item.type && (each.genre?.test(item.genre ?? '') ?? true),
  )
  return row?.entry ?? 'misc'
}

function fieldsOf(record: LibraryRecord, type: EntryType, options: BibtexOptions): Field[] {
  const { item } = record
  const fields: Field[] = []
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && value.trim() !== '') fields.push([name, `{${value}}`])
  }
  add('title', item.title === undefined ? undefined : titleTex(item.title, item.language))
  add('author', namesTex(item.author ?? []))
  add('editor', namesTex(item.editor ?? []))
  const arxiv = arxivOf(item)
  for (const row of fieldRows) {
    const isOnType = row.on === undefined || row.on.includes(type)
    const isEprint = arxiv !== undefined && row.variable === 'number'
    const value = item[row.variable]
    if (isOnType && !isEprint && value !== undefined) add(row.field, spelled(value, row))
    if (row.field === 'address') fields.push(...dateFields(item))
  }
  add('langid', babelNames.get((item.language ?? '').toLowerCase().replace(/[-_].*$/s, '')))
  add('urldate', item.accessed?.['date-parts'] ? texOf(dateToText(item.accessed)) : undefined)
  if (arxiv) {
    add('eprint', texOf(arxiv.id))
    add('archiveprefix', 'arXiv')
    add('primaryclass', texOf(item.archive_location ?? ''))
  }
  add('keywords', keywordsTex(item.keyword, options.tags === false ? [] : record.tags))
  if (options.abstracts !== false) add('abstract', abstractTex(record))
  if (options.notes !== false) add('annote', paragraphsTex(record.note ?? ''))
  // bibtool takes no entry without a field, biber none without a comma behind its key.
  if (fields.length === 0) add('title', untitled)
  return fields
}

function spelled(value: string, row: FieldRow): string {
  if (row.spelling === 'verbatim') return verbatim(value)
  return texOf(row.spelling === 'pages' ? pages(value) : value)
}

/** Hyphens and dashes between two page numbers (`S12-S19`, `e1–e7`) as BibTeX writes a range. */
function pages(text: string): string {
  return text.replace(/(?<=\d\p{L}?)\s*[-‐‑‒–—−]+\s*(?=\p{L}{0,3}\d)/gu, '--')
}

function dateFields(item: Item): Field[] {
  const parts = item.issued?.['date-parts']?.[0]
  const year =
    yearOf(item) ?? (item.issued?.literal === undefined ? undefined : texOf(item.issued.literal))
  if (year === undefined || year === '') return []
  const macro = monthMacros[(parts?.[1] ?? 0) - 1]
  return [['year', `{${year}}`], ...(macro === undefined ? [] : [['month', macro] as const])]
}

/** The publisher's keywords, then the reader's tags, each once; one with a comma in it stands in braces. */
function keywordsTex(keyword: string | undefined, tags: readonly string[]): string {
  const seen = new Set<string>()
  const all = [...(keyword ?? '').split(/\s*[,;]\s*/), ...tags].map((word) => collapse(tidy(word)))
  return all
    .filter((word) => word !== '' && !seen.has(fold(word)) && seen.add(fold(word)))
    .map((word) => (word.includes(',') ? `{${texOf(word)}}` : texOf(word)))
    .join(', ')
}

function abstractTex(record: LibraryRecord): string {
  const sections = record.sections.filter((section) => section.text.trim() !== '')
  if (sections.length === 0) return paragraphsTex(record.item.abstract ?? '')
  return sections
    .map((section) =>
      paragraphsTex(section.label ? `${section.label}: ${section.text}` : section.text),
    )
    .join(paragraphBreak)
}

function paragraphsTex(text: string): string {
  return tidy(text)
    .split(/\n\s*\n/)
    .map(texOf)
    .filter((paragraph) => paragraph !== '')
    .join(paragraphBreak)
}
