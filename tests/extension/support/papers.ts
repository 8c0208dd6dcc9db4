import type { Capture } from '../../../src/capture/page-kind.ts'
import type { LibraryRecord } from '../../../src/item/record.ts'

/** A made-up paper as a page gives it. */
export const capture: Capture = {
  kind: 'abstract',
  reason: 'tags-and-abstract',
  item: {
    type: 'article-journal',
    title: 'Counting <i>Larus</i> on slate roofs',
    author: [
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      { family: 'Ito', given: 'Aya' },
    ],
    'container-title': 'Journal of Roofs',
    issued: { 'date-parts': [[2015, 9, 1]] },
    volume: '12',
    DOI: '10.5555/roofs.12',
    abstract: 'BACKGROUND: Gulls sit on roofs.\n\nRESULTS: We counted 40.',
  },
  sections: [
    { label: 'BACKGROUND', text: 'Gulls sit on roofs.' },
    { label: 'RESULTS', text: 'We counted 40.' },
  ],
  publicationTypes: ['Journal Article'],
  identifiers: ['doi:10.5555/roofs.12', 'url:https://roofs.example/12'],
  source: {
    url: 'https://roofs.example/12?from=feed',
    portal: 'generic',
    capturedAt: '2026-11-24T10:00:00.000Z',
    fields: {
      title: {
        source: 'citation_title',
        others: [{ value: 'Counting gulls', source: 'og:title' }],
      },
      abstract: { source: 'section#abstract', others: [] },
    },
    removed: [{ rule: 'app-prompt', text: 'Get the app.' }],
    doubts: ['abstract-cut-off'],
  },
}

/** The same paper, saved. */
export const record: LibraryRecord = {
  ...capture,
  id: 'r:0123456789abcdef0123456789',
  tags: ['gulls'],
  savedAt: '2026-11-20T10:00:00.000Z',
  deleted: false,
}
