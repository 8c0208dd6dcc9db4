import type { ItemType, TextVariable } from '../item/item.ts'

/** The two dialects of .bib files: BibTeX's own (btxdoc), and BibLaTeX's with biber's data model (biblatex manual, 2). */
export type Dialect = 'bibtex' | 'biblatex'

/** The entry types that we write (btxdoc, 3.1; biblatex manual, 2.1). */
export type EntryType =
  | 'article'
  | 'book'
  | 'dataset'
  | 'incollection'
  | 'inproceedings'
  | 'mastersthesis'
  | 'misc'
  | 'online'
  | 'phdthesis'
  | 'report'
  | 'software'
  | 'techreport'
  | 'thesis'

/** One CSL type and its entry type; where several share one, BibLaTeX's `entrysubtype` tells them apart. */
export interface EntryTypeRow {
  item: ItemType
  entry: EntryType
  genre?: RegExp
  subtype?: string
}

/** Which CSL type is which entry type; read the other way, the first row of an entry type counts. */
export const entryTypes: Readonly<Record<Dialect, readonly EntryTypeRow[]>> = {
  bibtex: [
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
  ],
  biblatex: [
    { item: 'article-journal', entry: 'article' },
    { item: 'article-magazine', entry: 'article', subtype: 'magazine' },
    { item: 'article-newspaper', entry: 'article', subtype: 'newspaper' },
    { item: 'book', entry: 'book' },
    { item: 'chapter', entry: 'incollection' },
    { item: 'paper-conference', entry: 'inproceedings' },
    { item: 'report', entry: 'report' },
    { item: 'thesis', entry: 'thesis' },
    { item: 'document', entry: 'misc' },
    { item: 'standard', entry: 'misc', subtype: 'standard' },
    { item: 'dataset', entry: 'dataset' },
    { item: 'software', entry: 'software' },
    { item: 'webpage', entry: 'online' },
    { item: 'article', entry: 'online', subtype: 'preprint' },
    { item: 'post-weblog', entry: 'online', subtype: 'blog' },
  ],
}

/**
 * How a field's value is spelled: `title` with braces round words whose case counts, `pages` with `--` for
 * ranges, `verbatim` as an address, `text` escaped.
 */
export type FieldSpelling = 'title' | 'text' | 'pages' | 'verbatim'

/** One text variable and the field that holds it: in one dialect or both, on the entry types named or on all. */
export interface FieldRow {
  field: string
  variable: TextVariable
  spelling: FieldSpelling
  in?: Dialect
  on?: readonly EntryType[]
}

const theses = ['phdthesis', 'mastersthesis', 'thesis'] as const
const reports = ['techreport', 'report'] as const
const loose = ['misc', 'online', 'dataset', 'software'] as const
const parts = ['incollection', 'inproceedings'] as const

/**
 * The fields that hold one CSL text variable each, in the order in which they are written; they are read in both
 * dialects whatever the file calls itself. Names, dates, languages, the abstract, keywords, the reader's note and
 * arXiv's three fields are made of more than one value and are not here.
 */
export const fieldRows: readonly FieldRow[] = [
  row('journal', 'container-title', { in: 'bibtex', on: ['article'] }),
  row('journaltitle', 'container-title', { in: 'biblatex', on: ['article'] }),
  row('booktitle', 'container-title', { on: parts }),
  row('howpublished', 'container-title', { on: ['misc', 'dataset', 'software'] }),
  row('organization', 'container-title', { in: 'biblatex', on: ['online'] }),
  row('shortjournal', 'container-title-short', { on: ['article'] }),
  row('series', 'collection-title'),
  row('eventtitle', 'event-title', { on: ['inproceedings', 'misc'] }),
  row('publisher', 'publisher', { on: ['article', 'book', ...parts, ...loose] }),
  row('institution', 'publisher', { on: reports }),
  row('school', 'publisher', { in: 'bibtex', on: theses }),
  row('institution', 'publisher', { in: 'biblatex', on: theses }),
  row('address', 'publisher-place', { in: 'bibtex' }),
  row('location', 'publisher-place', { in: 'biblatex' }),
  row('type', 'genre', { on: [...reports, ...theses] }),
  row('edition', 'edition', { on: ['book', 'incollection'] }),
  row('version', 'version'),
  row('volume', 'volume'),
  row('number', 'issue', { on: ['article'] }),
  row('eid', 'number', { on: ['article'] }),
  row('number', 'number', { on: ['book', ...parts, ...loose, ...reports] }),
  row('pages', 'page', { spelling: 'pages' }),
  row('doi', 'DOI', { spelling: 'verbatim' }),
  row('url', 'URL', { spelling: 'verbatim' }),
  row('issn', 'ISSN'),
  row('isbn', 'ISBN'),
  row('pmid', 'PMID'),
  row('pmcid', 'PMCID'),
  row('language', 'language', { in: 'bibtex' }),
]

function row(
  field: string,
  variable: TextVariable,
  more: Partial<Pick<FieldRow, 'spelling' | 'in' | 'on'>> = {},
): FieldRow {
  return { field, variable, spelling: 'text', ...more }
}

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
