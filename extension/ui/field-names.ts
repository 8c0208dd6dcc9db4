import type { NewRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'

/** A field that has a source: a CSL variable, or the publication types. */
export type SourcedField = keyof NewRecord['source']['fields']

/** A field's name for a person. */
export function fieldName(field: SourcedField): string {
  return t(fieldNames[field])
}

/** Where a field's value came from, for a person: what the reader did in words, else the place on the page. */
export function sourceName(source: string): string {
  if (source === 'reader') return t('sourceReader')
  return source === 'selection' ? t('sourceSelection') : source
}

/** The name of a record's field for a person, also of what a reader adds; the field itself where it has none. */
export function recordFieldName(field: string): string {
  const key = Object.entries({ ...fieldNames, ...ownNames }).find(([name]) => name === field)?.[1]
  return key === undefined ? field : t(key)
}

/** The keys of the names of what is a record's and no CSL variable. */
const ownNames = {
  sections: 'fieldAbstract',
  tags: 'tags',
  note: 'note',
  decision: 'fieldDecision',
  reason: 'excludeReason',
  assessed: 'fieldAssessed',
  citationKey: 'fieldCitationKey',
  identifiers: 'fieldIdentifiers',
}

/** The fields in the order in which a person reads them, each with the key of its name. */
export const fieldNames = {
  title: 'fieldTitle',
  author: 'fieldAuthor',
  editor: 'fieldEditor',
  'container-title': 'fieldContainerTitle',
  'container-title-short': 'fieldContainerTitleShort',
  'collection-title': 'fieldCollectionTitle',
  'event-title': 'fieldEventTitle',
  publisher: 'fieldPublisher',
  'publisher-place': 'fieldPublisherPlace',
  issued: 'fieldIssued',
  accessed: 'fieldAccessed',
  volume: 'fieldVolume',
  issue: 'fieldIssue',
  page: 'fieldPage',
  number: 'fieldNumber',
  edition: 'fieldEdition',
  version: 'fieldVersion',
  archive: 'fieldArchive',
  archive_location: 'fieldArchiveLocation',
  genre: 'fieldGenre',
  DOI: 'fieldDOI',
  PMID: 'fieldPMID',
  PMCID: 'fieldPMCID',
  ISSN: 'fieldISSN',
  ISBN: 'fieldISBN',
  URL: 'fieldURL',
  abstract: 'fieldAbstract',
  language: 'fieldLanguage',
  keyword: 'fieldKeyword',
  type: 'fieldType',
  publicationTypes: 'publicationTypes',
} as const satisfies { [F in SourcedField]: string }
