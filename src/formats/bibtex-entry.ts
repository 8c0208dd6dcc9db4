import { dateToText, possibleParts, yearOf } from '../item/date.ts'
import { arxivOf } from '../item/identifier.ts'
import type { CslDate, Item } from '../item/item.ts'
import { type LibraryRecord, untitled } from '../item/record.ts'
import { titleTex } from './bibtex-case.ts'
import { texOf } from './bibtex-escape.ts'
import {
  babelNames,
  type Dialect,
  type EntryTypeRow,
  entryTypes,
  type FieldRow,
  fieldRows,
  monthMacros,
} from './bibtex-fields.ts'
import { namesTex } from './bibtex-names.ts'
import { abstractTex, keywordsTex, paragraphsTex, spelled } from './bibtex-values.ts'
import type { WriteOptions } from './entry.ts'

/** A field's name and its value as it stands in the file, braces included. */
type Field = readonly [name: string, value: string]

/** A record as an entry of a .bib file under a key, a line end behind. */
export function entryTex(
  key: string,
  record: LibraryRecord,
  options: WriteOptions,
  dialect: Dialect,
): string {
  const type = entryTypeOf(record.item, dialect)
  const fields = fieldsOf(record, type, options, dialect)
  // Joined at once: a string that grows piece by piece is a tree, which the encoder would have to walk.
  const pieces = ['@', type.entry, '{', key]
  for (const [name, value] of fields) pieces.push(',\n  ', name, ' = ', value)
  pieces.push('\n}\n')
  return pieces.join('')
}

function entryTypeOf(item: Item, dialect: Dialect): EntryTypeRow {
  const found = entryTypes[dialect].find(
    (each) => each.item === item.type && (each.genre?.test(item.genre ?? '') ?? true),
  )
  return found ?? { item: 'document', entry: 'misc' }
}

function fieldsOf(
  record: LibraryRecord,
  type: EntryTypeRow,
  options: WriteOptions,
  dialect: Dialect,
): Field[] {
  const { item } = record
  const fields: Field[] = []
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') fields.push([name, `{${value}}`])
  }
  add('title', item.title === undefined ? undefined : titleTex(item.title, item.language))
  add('author', namesTex(item.author ?? []))
  add('editor', namesTex(item.editor ?? []))
  const arxiv = arxivOf(item)
  for (const row of rowsOf(type.entry, dialect)) {
    const isEprint = arxiv !== undefined && row.variable === 'number'
    const value = item[row.variable]
    if (!isEprint && value !== undefined) add(row.field, spelled(value, row))
    if (row.field === 'address' && dialect === 'bibtex') fields.push(...yearAndMonth(item))
    if (row.field === 'location' && dialect === 'biblatex') fields.push(...isoDate(item))
  }
  const babel = babelNames.get((item.language ?? '').toLowerCase().replace(/[-_].*$/s, ''))
  // BibLaTeX prints a language that is not the document's, so only what its name for babel does not say is told.
  if (dialect === 'biblatex' && languageOf(babel) !== item.language)
    add('language', texOf(item.language ?? ''))
  add('langid', babel)
  add('urldate', item.accessed?.['date-parts'] ? texOf(isoText(item.accessed)) : undefined)
  if (arxiv) {
    add('eprint', texOf(arxiv.id))
    const archive = eprintFields[dialect]
    add(archive.type, archive.arxiv)
    add(archive.class, texOf(item.archive_location ?? ''))
  }
  // An eprint of arXiv's needs no other sign that it is a preprint.
  add('entrysubtype', arxiv && type.subtype === 'preprint' ? undefined : type.subtype)
  add('keywords', keywordsTex(item.keyword, options.tags === false ? [] : record.tags))
  if (options.abstracts !== false) add('abstract', abstractTex(record))
  if (options.notes !== false) add('annote', paragraphsTex(record.note ?? ''))
  if (options.decisions === true) {
    add('decision', record.decision)
    add('reason', texOf(record.reason ?? ''))
  }
  // bibtool takes no entry without a field, biber none without a comma behind its key.
  if (fields.every(([name]) => name === 'entrysubtype')) add('title', untitled)
  return fields
}

/** The language that a name of babel's says by itself. */
function languageOf(babel: string | undefined): string | undefined {
  for (const [code, named] of babelNames) if (named === babel) return code
  return undefined
}

const rowsByType = new Map<string, readonly FieldRow[]>()

/** The rows of the table that hold in a dialect on an entry type. */
function rowsOf(entry: EntryTypeRow['entry'], dialect: Dialect): readonly FieldRow[] {
  const known = rowsByType.get(`${dialect} ${entry}`)
  if (known) return known
  const rows = fieldRows.filter(
    (row) => (row.in ?? dialect) === dialect && (row.on?.includes(entry) ?? true),
  )
  rowsByType.set(`${dialect} ${entry}`, rows)
  return rows
}

/** Where the dialects say what archive an eprint is in, how they spell arXiv there, and where its class stands. */
const eprintFields = {
  bibtex: { type: 'archiveprefix', arxiv: 'arXiv', class: 'primaryclass' },
  biblatex: { type: 'eprinttype', arxiv: 'arxiv', class: 'eprintclass' },
} as const satisfies Record<Dialect, { type: string; arxiv: string; class: string }>

function yearAndMonth(item: Item): Field[] {
  const parts = item.issued?.['date-parts']?.[0]
  const year = yearText(item)
  if (year === undefined) return []
  const macro = monthMacros[(parts?.[1] ?? 0) - 1]
  return [['year', `{${year}}`], ...(macro === undefined ? [] : [['month', macro] as const])]
}

/** A date as ISO 8601 writes it; for one that never was biber refuses the file. */
function isoText(date: CslDate): string {
  const parts = date['date-parts']
  return dateToText(parts ? { 'date-parts': parts.map(possibleParts) } : date)
}

/** BibLaTeX's `date` is ISO 8601 or nothing; words such as `in press` are for `year`. */
function isoDate(item: Item): Field[] {
  if (item.issued?.['date-parts']?.[0]) return [['date', `{${isoText(item.issued)}}`]]
  const year = yearText(item)
  return year === undefined ? [] : [['year', `{${year}}`]]
}

function yearText(item: Item): string | undefined {
  const year =
    yearOf(item) ?? (item.issued?.literal === undefined ? undefined : texOf(item.issued.literal))
  return year === '' ? undefined : year
}
