import type { ItemType, TextVariable } from '../item/item.ts'
import {
  babelNames,
  type EntryType,
  entryTypes,
  type FieldRow,
  fieldRows,
} from './bibtex-fields.ts'

/** What an entry's type is in CSL, and under which of our entry types its fields are read. */
export interface ReadType {
  item: ItemType
  entry: EntryType
}

/**
 * Entry types that we do not write: BibTeX's and BibLaTeX's others (biblatex manual, 2.1), and what Zotero, JabRef and
 * ACM write besides.
 */
const otherTypes: ReadonlyMap<string, ReadType> = new Map<string, ReadType>([
  ['inbook', { item: 'chapter', entry: 'incollection' }],
  ['bookinbook', { item: 'chapter', entry: 'incollection' }],
  ['suppbook', { item: 'chapter', entry: 'incollection' }],
  ['suppcollection', { item: 'chapter', entry: 'incollection' }],
  ['inreference', { item: 'chapter', entry: 'incollection' }],
  ['conference', { item: 'paper-conference', entry: 'inproceedings' }],
  ['suppperiodical', { item: 'article-journal', entry: 'article' }],
  ['periodical', { item: 'article-journal', entry: 'article' }],
  ['unpublished', { item: 'article', entry: 'misc' }],
  ['mvbook', { item: 'book', entry: 'book' }],
  ['collection', { item: 'book', entry: 'book' }],
  ['mvcollection', { item: 'book', entry: 'book' }],
  ['proceedings', { item: 'book', entry: 'book' }],
  ['mvproceedings', { item: 'book', entry: 'book' }],
  ['reference', { item: 'book', entry: 'book' }],
  ['booklet', { item: 'book', entry: 'book' }],
  ['manual', { item: 'report', entry: 'techreport' }],
  ['electronic', { item: 'webpage', entry: 'online' }],
  ['www', { item: 'webpage', entry: 'online' }],
  ['preprint', { item: 'article', entry: 'online' }],
  ['standard', { item: 'standard', entry: 'misc' }],
  ['data', { item: 'dataset', entry: 'dataset' }],
  ['patent', { item: 'document', entry: 'misc' }],
])

const ofDialects = Object.values(entryTypes).flat()

/** The type of an entry, `@type` in any case; BibLaTeX's `entrysubtype` tells the kinds of one type apart. */
export function readType(type: string, subtype: string): ReadType {
  const rows = ofDialects.filter(({ entry }) => entry === type)
  const row = rows.find((each) => each.subtype !== undefined && each.subtype === subtype) ?? rows[0]
  return row ?? otherTypes.get(type) ?? { item: 'document', entry: 'misc' }
}

/** Fields that we read and do not write, by who writes them; those that we write go before them. */
const otherFields: readonly [field: string, variable: TextVariable, by: string][] = [
  ['issue', 'issue', 'BibLaTeX'],
  ['organization', 'publisher', 'BibTeX: who holds a conference or publishes a manual'],
  ['articleno', 'number', 'ACM'],
  ['article-number', 'number', 'Web of Science'],
  ['elocation-id', 'number', 'BMJ'],
  ['journal-iso', 'container-title-short', 'Web of Science'],
  ['journalabbr', 'container-title-short', 'JabRef'],
  ['ee', 'URL', 'DBLP'],
  ['link', 'URL', 'BibDesk'],
  ['pmc', 'PMCID', 'PubMed2XL'],
]

const rowsOf = new Map<string, FieldRow[]>()
for (const row of [
  ...fieldRows,
  ...otherFields.map(
    ([field, variable]): FieldRow => ({
      field,
      variable,
      spelling: variable === 'URL' ? 'verbatim' : 'text',
      on: [],
    }),
  ),
])
  rowsOf.set(row.field, [...(rowsOf.get(row.field) ?? []), row])

/** The row for a field on an entry type; on types that the table does not know it for, the last one. */
export function readRow(field: string, entry: EntryType): FieldRow | undefined {
  const rows = rowsOf.get(field)
  return rows?.find(({ on }) => on?.includes(entry)) ?? rows?.at(-1)
}

/** Names of languages that babel and people write, beside those that we write ourselves. */
const otherLanguages: readonly [name: string, code: string][] = [
  ['american', 'en-US'],
  ['usenglish', 'en-US'],
  ['british', 'en-GB'],
  ['ukenglish', 'en-GB'],
  ['australian', 'en-AU'],
  ['canadian', 'en-CA'],
  ['german', 'de'],
  ['austrian', 'de-AT'],
  ['naustrian', 'de-AT'],
  ['nswissgerman', 'de-CH'],
  ['francais', 'fr'],
  ['canadien', 'fr-CA'],
  ['brazil', 'pt-BR'],
  ['brazilian', 'pt-BR'],
  ['portuges', 'pt'],
  ['hungarian', 'hu'],
  ['norwegian', 'no'],
  ['slovenian', 'sl'],
  ['farsi', 'fa'],
]

/** Norwegian has two codes in one name; the first written is Bokmål's. */
const codeOf = new Map<string, string>([
  ...[...babelNames].map(([code, name]) => [name, code] as const).toReversed(),
  ...otherLanguages,
])

/** A language as BCP 47 out of `en`, `english`, `langenglish`; a name that nobody knows stays. */
export function readLanguage(text: string): string {
  const name = text.toLowerCase().replace(/^lang(?=[a-z]{4})/, '')
  return codeOf.get(name) ?? text
}

/** BibLaTeX's keys for kinds of theses and reports (manual, 4.9.2.13), as `type` may hold them. */
const genres: ReadonlyMap<string, string> = new Map([
  ['phdthesis', 'PhD thesis'],
  ['mathesis', 'Master’s thesis'],
  ['bathesis', 'Bachelor’s thesis'],
  ['candthesis', 'Candidate thesis'],
  ['techreport', 'Technical report'],
  ['resreport', 'Research report'],
])

/** A genre in words. */
export function readGenre(text: string): string {
  return genres.get(text.toLowerCase()) ?? text
}
