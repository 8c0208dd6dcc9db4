import { type Item, type ItemType, itemTypes } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { recordOf } from './record-of.ts'

const numbered = new Set<ItemType>(['article-journal', 'article-magazine', 'article-newspaper'])

/** What a paper of a type may well have; what none of the type has (a book's journal) is not there. */
const item = (type: ItemType): Partial<Item> => ({
  type,
  title: 'Dust in <i>Fagus</i>',
  author: [{ family: 'Ravn', given: 'Jan' }, { literal: 'HARBOUR Group' }],
  editor: [{ family: 'Ito', given: 'Yuki' }],
  ...(type !== 'book' && type !== 'report' && type !== 'thesis' && { 'container-title': 'Tides' }),
  ...(numbered.has(type) && { 'container-title-short': 'T', issue: '3' }),
  ...((type === 'book' || type === 'chapter') && { edition: '2', ISBN: '978-3-16-148410-0' }),
  ...(type === 'paper-conference' && { 'event-title': 'Dust 2021' }),
  ...((type === 'software' || type === 'dataset') && { version: '1.2' }),
  ...((type === 'thesis' || type === 'report') && { genre: 'PhD thesis' }),
  'collection-title': 'Dust series',
  publisher: 'Tide Press',
  'publisher-place': 'Kiel',
  issued: { 'date-parts': [[2021, 3, 14]] },
  accessed: { 'date-parts': [[2024, 2, 29]] },
  volume: '12',
  page: '123-129',
  number: 'e12',
  archive: 'Dust archive',
  archive_location: 'box 3',
  DOI: '10.1000/dust',
  PMID: '123',
  PMCID: 'PMC45',
  ISSN: '0378-5955',
  URL: 'https://example.org/dust',
  language: 'en',
  keyword: 'harbour, tide',
})

/** A record of each type with all that it may well have. */
export const fullRecords: readonly LibraryRecord[] = itemTypes.map((type) =>
  recordOf(item(type), {
    id: `u:${type}`,
    citationKey: `ravn2021${type}`,
    sections: [
      { label: 'AIMS', text: 'To weigh.' },
      { label: 'RESULTS', text: 'Grams.' },
    ],
    tags: ['to read', 'a, b'],
    note: 'One.\n\nTwo.',
    decision: 'exclude',
    reason: 'wrong dust',
    assessed: true,
    publicationTypes: ['Review'],
  }),
)
