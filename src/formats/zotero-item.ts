import { parseDate } from '../item/date.ts'
import type { Item, Name } from '../item/item.ts'
import { arrayOf, fieldOf, isObject, textOf, type UnknownObject } from '../item/parse-value.ts'
import { paragraphsOfMarkup } from '../text/markup.ts'
import { foreignItem } from './csl-item.ts'

/** What Zotero's fields are called in CSL (api.zotero.org/schema, `csl.fields`); the first field that is filled counts. */
const fields: { readonly [variable: string]: readonly string[] } = {
  title: ['title', 'caseName', 'subject'],
  'container-title': [
    'publicationTitle',
    'bookTitle',
    'proceedingsTitle',
    'encyclopediaTitle',
    'blogTitle',
    'websiteTitle',
  ],
  'container-title-short': ['journalAbbreviation'],
  'collection-title': ['seriesTitle', 'series'],
  'event-title': ['conferenceName', 'meetingName'],
  publisher: ['publisher', 'university', 'institution', 'repository', 'company'],
  'publisher-place': ['place'],
  volume: ['volume'],
  issue: ['issue'],
  page: ['pages'],
  number: ['reportNumber', 'archiveID', 'seriesNumber', 'number'],
  edition: ['edition'],
  version: ['versionNumber', 'version'],
  archive: ['archive'],
  archive_location: ['archiveLocation'],
  genre: ['thesisType', 'reportType', 'genre', 'type'],
  DOI: ['DOI'],
  PMID: ['PMID'],
  PMCID: ['PMCID'],
  ISSN: ['ISSN'],
  ISBN: ['ISBN'],
  URL: ['url'],
  abstract: ['abstractNote'],
  language: ['language'],
}

/** An item of Zotero's own JSON, as the web API and Better BibTeX (`{"items": […]}`) give it. */
export interface ZoteroItem {
  item: Item
  tags: string[]
  /** The texts of the notes that belong to the item, a blank line between. */
  note?: string
  /** The field Extra. */
  extra?: string
  citationKey?: string
}

/** True for an item of Zotero's own JSON. */
export function isZoteroItem(value: UnknownObject): boolean {
  return typeof fieldOf(value, 'itemType') === 'string'
}

/** The item and what the reader added; undefined for what is no paper: notes and attachments stand in the same list. */
export function readZoteroItem(value: UnknownObject): ZoteroItem | undefined {
  const type = fieldOf(value, 'itemType')
  if (type === 'note' || type === 'attachment' || type === 'annotation') return undefined
  const csl: [string, unknown][] = [['type', type]]
  for (const [variable, names] of Object.entries(fields)) {
    const name = names.find((one) => textOf(fieldOf(value, one), 10) !== undefined)
    if (name !== undefined) csl.push([variable, fieldOf(value, name)])
  }
  const creators = arrayOf(fieldOf(value, 'creators'), 500).filter(isObject)
  csl.push(['author', namesOf(creators, (role) => role !== 'editor' && role !== 'seriesEditor')])
  csl.push(['editor', namesOf(creators, (role) => role === 'editor')])
  csl.push(['issued', parseDate(textOf(fieldOf(value, 'date'), 100) ?? '')])
  csl.push(['accessed', parseDate(textOf(fieldOf(value, 'accessDate'), 100) ?? '')])
  const tags = arrayOf(fieldOf(value, 'tags'), 10_000)
  // Tags of type 1 came from a catalogue, not from the reader (zotero.org/support/collections_and_tags).
  csl.push(['keyword', tags.filter((tag) => isAutomatic(tag)).map(tagText)])
  const item = foreignItem(Object.fromEntries(csl))
  if (!item) return undefined
  const note = notesOf(value)
  const extra = textOf(fieldOf(value, 'extra'), 1_000_000)
  const key = textOf(fieldOf(value, 'citationKey') ?? fieldOf(value, 'citekey'), 200)
  return {
    item,
    tags: tags.filter((tag) => !isAutomatic(tag)).map(tagText),
    ...(note !== '' && { note }),
    ...(extra !== undefined && { extra }),
    ...(key !== undefined && { citationKey: key }),
  }
}

function namesOf(creators: readonly UnknownObject[], hasRole: (role: unknown) => boolean): Name[] {
  return creators
    .filter((one) => hasRole(fieldOf(one, 'creatorType')))
    .flatMap((one): Name[] => {
      const family = textOf(fieldOf(one, 'lastName'), 300)
      const given = textOf(fieldOf(one, 'firstName'), 300)
      if (family !== undefined) return [given === undefined ? { family } : { family, given }]
      const literal = textOf(fieldOf(one, 'name'), 300) ?? given
      return literal === undefined ? [] : [{ literal }]
    })
}

function isAutomatic(tag: unknown): boolean {
  return isObject(tag) && fieldOf(tag, 'type') === 1
}

function tagText(tag: unknown): string {
  const text = isObject(tag) ? fieldOf(tag, 'tag') : tag
  return typeof text === 'string' ? text : ''
}

/** Zotero's notes are HTML. */
function notesOf(value: UnknownObject): string {
  return arrayOf(fieldOf(value, 'notes'), 1_000)
    .map((note) => (isObject(note) ? fieldOf(note, 'note') : note))
    .map((note) => (typeof note === 'string' ? paragraphsOfMarkup(note) : ''))
    .filter((note) => note !== '')
    .join('\n\n')
}
