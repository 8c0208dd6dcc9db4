import type { Item, ItemType, TextVariable } from '../item/item.ts'

/**
 * RIS's reference types and CSL's (RIS Format Specifications, Research Information Systems, 2011). A type is written as
 * the first; the others are read as it.
 */
export const risTypes: readonly { item: ItemType; types: readonly [string, ...string[]] }[] = [
  { item: 'article-journal', types: ['JOUR', 'EJOUR', 'JFULL', 'ABST', 'INPR'] },
  { item: 'article-magazine', types: ['MGZN'] },
  { item: 'article-newspaper', types: ['NEWS'] },
  { item: 'article', types: ['UNPB', 'UNPD', 'MANSCPT'] },
  { item: 'book', types: ['BOOK', 'EBOOK', 'EDBOOK', 'CLSWK'] },
  { item: 'chapter', types: ['CHAP', 'ECHAP', 'ENCYC', 'DICT'] },
  { item: 'dataset', types: ['DATA', 'AGGR', 'DBASE'] },
  { item: 'paper-conference', types: ['CONF', 'CPAPER'] },
  { item: 'post-weblog', types: ['BLOG'] },
  { item: 'report', types: ['RPRT', 'GOVDOC'] },
  { item: 'software', types: ['COMP'] },
  { item: 'standard', types: ['STAND'] },
  { item: 'thesis', types: ['THES'] },
  { item: 'webpage', types: ['ELEC', 'WEB'] },
  { item: 'document', types: ['GEN'] },
]

/**
 * What decides where a field stands: the item's type, and for a conference paper whether the entry names the event
 * beside the proceedings, because then T2 is the event and C3 the proceedings, else T2 the proceedings (as Zotero and
 * most publishers write them).
 */
export type RisKind = ItemType | 'paper-at-event'

/** The kind of an item that is written. */
export function risKindOf(item: Item): RisKind {
  return item.type === 'paper-conference' && item['event-title'] !== undefined
    ? 'paper-at-event'
    : item.type
}

/** One text variable, the tag that holds it, and the tags in which others write it, best first; on the kinds where it does (all, where none are named). */
export interface RisRow {
  tag: string
  variable: TextVariable
  read?: readonly string[]
  on?: readonly RisKind[]
}

const journals = ['article-journal', 'article-magazine', 'article-newspaper'] as const
const contained = [
  ...journals,
  'article',
  'chapter',
  'dataset',
  'document',
  'paper-conference',
  'post-weblog',
  'report',
  'software',
  'standard',
  'thesis',
  'webpage',
] as const
const versioned = ['software', 'dataset'] as const
const inEditions = contained.filter((type) => type !== 'software' && type !== 'dataset')
const elsewhere = contained.filter((type) => type !== 'article-journal')

/**
 * The tags that hold one CSL text variable each, in the order in which they are written; read, the first row that finds
 * text gives the variable. Names and dates have tables of their own. What is made of more than one value is in
 * `ris-parts.ts`: pages (SP, EP), SN, AN and DB, the abstract (AB, N2), keywords and tags (KW), notes (N1).
 *
 * A book has no `container-title`, and only software and data have a `version`: RIS has no tag for them elsewhere.
 */
export const risRows: readonly RisRow[] = [
  { tag: 'TI', variable: 'title', read: ['T1', 'CT'], on: [...contained, 'paper-at-event'] },
  { tag: 'TI', variable: 'title', read: ['T1', 'BT', 'CT'], on: ['book'] },
  { tag: 'T2', variable: 'container-title', read: ['JF', 'JO', 'BT', 'JA'], on: contained },
  { tag: 'T2', variable: 'event-title', on: ['paper-at-event'] },
  { tag: 'C3', variable: 'container-title', on: ['paper-at-event'] },
  { tag: 'J2', variable: 'container-title-short', read: ['JA', 'J1', 'JO'] },
  { tag: 'T3', variable: 'collection-title', on: [...contained, 'paper-at-event'] },
  { tag: 'T3', variable: 'collection-title', read: ['T2'], on: ['book'] },
  { tag: 'PB', variable: 'publisher' },
  { tag: 'CY', variable: 'publisher-place', read: ['PP'] },
  { tag: 'VL', variable: 'volume' },
  { tag: 'IS', variable: 'issue', read: ['CP', 'M1'], on: ['article-journal'] },
  { tag: 'IS', variable: 'issue', read: ['CP'], on: [...elsewhere, 'book', 'paper-at-event'] },
  // EndNote writes a journal's article number as C7, other numbers as M1.
  { tag: 'C7', variable: 'number', on: ['article-journal'] },
  { tag: 'M1', variable: 'number', on: [...elsewhere, 'book', 'paper-at-event'] },
  { tag: 'ET', variable: 'version', on: versioned },
  { tag: 'ET', variable: 'edition', on: [...inEditions, 'book', 'paper-at-event'] },
  { tag: 'M3', variable: 'genre' },
  { tag: 'DO', variable: 'DOI', read: ['DI'] },
  { tag: 'C2', variable: 'PMCID' },
  { tag: 'UR', variable: 'URL', read: ['L2', 'LK', 'L1'] },
  { tag: 'LA', variable: 'language' },
]

/** The rows that hold on a kind. */
export function risRowsOf(kind: RisKind): readonly RisRow[] {
  return risRows.filter((row) => row.on === undefined || row.on.includes(kind))
}

/** The tags of names; a book's second author is its series' editor to many readers, so its editor stands under ED. */
export const risNames = [
  { variable: 'author', tag: 'AU', read: ['A1'], on: undefined },
  { variable: 'editor', tag: 'ED', read: ['A2', 'A3'], on: ['book'] },
  { variable: 'editor', tag: 'A2', read: ['ED'], on: [...contained, 'paper-at-event'] },
] as const satisfies readonly {
  variable: 'author' | 'editor'
  tag: string
  read: readonly string[]
  on: readonly RisKind[] | undefined
}[]

/** The tags of dates, `YYYY/MM/DD/other`; the year stands alone in PY besides. */
export const risDates = [
  { variable: 'issued', tag: 'DA', read: ['Y1', 'PY'] },
  { variable: 'accessed', tag: 'Y2', read: [] },
] as const

/** Who made the entry (DP, database provider), by which entries of our own are told from others. */
export const risProvider = 'Offprint'
