import type { ItemType, TextVariable } from '../item/item.ts'

/** BibTeX's entry types, as far as we write them (btxdoc, section 3.1). */
export type EntryType =
  | 'article'
  | 'book'
  | 'incollection'
  | 'inproceedings'
  | 'mastersthesis'
  | 'misc'
  | 'phdthesis'
  | 'techreport'

/** Which CSL type is which entry type; read the other way, the first row of an entry type counts. */
export const entryTypes: readonly { item: ItemType; entry: EntryType; genre?: RegExp }[] = [
  { item: 'article-journal', entry: 'article' },
  { item: 'article-magazine', entry: 'article' },
  { item: 'article-newspaper', entry: 'article' },
  { item: 'book', entry: 'book' },
  { item: 'chapter', entry: 'incollection' },
  { item: 'paper-conference', entry: 'inproceedings' },
  { item: 'report', entry: 'techreport' },
  { item: 'thesis', entry: 'mastersthesis', genre: /\b(?:m\.?sc|m\.?a|master)/i },
  { item: 'thesis', entry: 'phdthesis' },
  { item: 'document', entry: 'misc' },
  { item: 'article', entry: 'misc' },
  { item: 'dataset', entry: 'misc' },
  { item: 'post-weblog', entry: 'misc' },
  { item: 'software', entry: 'misc' },
  { item: 'standard', entry: 'misc' },
  { item: 'webpage', entry: 'misc' },
]

/**
 * How a field's value is spelled: `title` with braces round words whose case counts, `pages` with `--` for
 * ranges, `verbatim` as an address, `text` escaped.
 */
export type FieldSpelling = 'title' | 'text' | 'pages' | 'verbatim'

/** One text variable and the field that holds it, on the entry types where it does (all, where none are named). */
export interface FieldRow {
  field: string
  variable: TextVariable
  spelling: FieldSpelling
  on?: readonly EntryType[]
}

const theses = ['phdthesis', 'mastersthesis'] as const
const published = ['article', 'book', 'incollection', 'inproceedings', 'misc'] as const

/**
 * The fields that hold one CSL text variable each, in the order in which they are written. Names, dates, the
 * abstract, keywords, the reader's note and arXiv's three fields are made of more than one value and are not here.
 */
export const fieldRows: readonly FieldRow[] = [
  { field: 'journal', variable: 'container-title', spelling: 'text', on: ['article'] },
  {
    field: 'booktitle',
    variable: 'container-title',
    spelling: 'text',
    on: ['incollection', 'inproceedings'],
  },
  { field: 'howpublished', variable: 'container-title', spelling: 'text', on: ['misc'] },
  { field: 'shortjournal', variable: 'container-title-short', spelling: 'text', on: ['article'] },
  { field: 'series', variable: 'collection-title', spelling: 'text' },
  { field: 'eventtitle', variable: 'event-title', spelling: 'text', on: ['inproceedings', 'misc'] },
  { field: 'publisher', variable: 'publisher', spelling: 'text', on: published },
  { field: 'institution', variable: 'publisher', spelling: 'text', on: ['techreport'] },
  { field: 'school', variable: 'publisher', spelling: 'text', on: theses },
  { field: 'address', variable: 'publisher-place', spelling: 'text' },
  { field: 'type', variable: 'genre', spelling: 'text', on: ['techreport', ...theses] },
  { field: 'edition', variable: 'edition', spelling: 'text', on: ['book', 'incollection'] },
  { field: 'version', variable: 'version', spelling: 'text' },
  { field: 'volume', variable: 'volume', spelling: 'text' },
  { field: 'number', variable: 'issue', spelling: 'text', on: ['article'] },
  { field: 'eid', variable: 'number', spelling: 'text', on: ['article'] },
  {
    field: 'number',
    variable: 'number',
    spelling: 'text',
    on: ['book', 'incollection', 'inproceedings', 'misc', 'techreport'],
  },
  { field: 'pages', variable: 'page', spelling: 'pages' },
  { field: 'doi', variable: 'DOI', spelling: 'verbatim' },
  { field: 'url', variable: 'URL', spelling: 'verbatim' },
  { field: 'issn', variable: 'ISSN', spelling: 'text' },
  { field: 'isbn', variable: 'ISBN', spelling: 'text' },
  { field: 'pmid', variable: 'PMID', spelling: 'text' },
  { field: 'pmcid', variable: 'PMCID', spelling: 'text' },
  { field: 'language', variable: 'language', spelling: 'text' },
]

/** BibTeX's macros for the months, January first; they stand without braces so that a style may print them its own way. */
export const monthMacros = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const

/**
 * babel's names of languages by their ISO 639-1 code, for `langid`: without it pandoc and biblatex take a title
 * for English and lower its capitals.
 */
export const babelNames: ReadonlyMap<string, string> = new Map([
  ['ar', 'arabic'],
  ['ca', 'catalan'],
  ['cs', 'czech'],
  ['da', 'danish'],
  ['de', 'ngerman'],
  ['el', 'greek'],
  ['en', 'english'],
  ['es', 'spanish'],
  ['fa', 'persian'],
  ['fi', 'finnish'],
  ['fr', 'french'],
  ['he', 'hebrew'],
  ['hr', 'croatian'],
  ['hu', 'magyar'],
  ['it', 'italian'],
  ['ja', 'japanese'],
  ['ko', 'korean'],
  ['nb', 'norsk'],
  ['nl', 'dutch'],
  ['no', 'norsk'],
  ['pl', 'polish'],
  ['pt', 'portuguese'],
  ['ro', 'romanian'],
  ['ru', 'russian'],
  ['sk', 'slovak'],
  ['sl', 'slovene'],
  ['sv', 'swedish'],
  ['tr', 'turkish'],
  ['uk', 'ukrainian'],
  ['zh', 'chinese'],
])
