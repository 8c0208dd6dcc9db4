/** The item types we meet, in CSL 1.0.2's names (docs.citationstyles.org, Appendix III). */
export const itemTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
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

/** A CSL item type. */
export type ItemType = (typeof itemTypes)[number]

/** A CSL name: a person has `family` (and mostly `given`), a body such as a consortium has `literal`. */
export interface Name {
  family?: string
  given?: string
  'dropping-particle'?: string
  'non-dropping-particle'?: string
  suffix?: string
  literal?: string
}

/** Year, or year and month, or year, month and day; months and days count from 1. */
export type DateParts = [number] | [number, number] | [number, number, number]

/** A CSL date: one entry in `date-parts` is a day, two are a range; `literal` where it cannot be parsed. */
export interface CslDate {
  'date-parts'?: DateParts[]
  literal?: string
}

/**
 * The CSL-JSON variables that we use, in CSL's own names and shapes
 * (github.com/citation-style-language/schema, csl-data.json).
 *
 * `title` and `abstract` may hold CSL's inline markup (`<i> <b> <sub> <sup> <sc>`), never other tags;
 * `<` and `&` that are meant as characters stand as they are. An arXiv paper has
 * `archive: 'arXiv'`, `number: 'arXiv:1706.03762'` and its primary class in `archive_location`.
 */
export interface Item {
  type: ItemType
  title?: string
  author?: Name[]
  editor?: Name[]
  'container-title'?: string
  'container-title-short'?: string
  'collection-title'?: string
  'event-title'?: string
  publisher?: string
  'publisher-place'?: string
  issued?: CslDate
  accessed?: CslDate
  volume?: string
  issue?: string
  page?: string
  number?: string
  edition?: string
  version?: string
  archive?: string
  archive_location?: string
  genre?: string
  DOI?: string
  PMID?: string
  PMCID?: string
  ISSN?: string
  ISBN?: string
  URL?: string
  abstract?: string
  /** BCP 47, as `en` or `pt-BR`. */
  language?: string
  /** The publisher's keywords, separated by `, `; never the reader's tags. */
  keyword?: string
}

/** The variables that hold plain text, in the order in which a person reads them. */
export const textVariables = [
  'title',
  'container-title',
  'container-title-short',
  'collection-title',
  'event-title',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'page',
  'number',
  'edition',
  'version',
  'archive',
  'archive_location',
  'genre',
  'DOI',
  'PMID',
  'PMCID',
  'ISSN',
  'ISBN',
  'URL',
  'abstract',
  'language',
  'keyword',
] as const satisfies readonly (keyof Item)[]

/** A CSL variable that holds plain text. */
export type TextVariable = (typeof textVariables)[number]

/** The variables that hold names. */
export const nameVariables = ['author', 'editor'] as const satisfies readonly (keyof Item)[]

/** The variables that hold dates. */
export const dateVariables = ['issued', 'accessed'] as const satisfies readonly (keyof Item)[]

/** Any CSL variable of an item, its type included. */
export type Variable = keyof Item
