import type { Item } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'

/** A record with little in it but what a test says. */
export function recordOf(item: Partial<Item>, more: Partial<LibraryRecord> = {}): LibraryRecord {
  return {
    id: 'u:01',
    item: { type: 'article-journal', ...item },
    sections: [],
    publicationTypes: [],
    identifiers: [],
    tags: [],
    savedAt: '2026-03-14T10:15:00.000Z',
    source: {
      url: 'https://example.org/',
      portal: 'generic',
      capturedAt: '2026-03-14T10:15:00.000Z',
      fields: {},
      removed: [],
      doubts: [],
    },
    deleted: false,
    ...more,
  }
}
