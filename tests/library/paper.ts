import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { Item } from '../../src/item/item.ts'
import type { NewRecord } from '../../src/item/record.ts'
import { type Library, type LibraryOptions, openLibrary } from '../../src/library/library.ts'

/** 24 November 2026, as the clock of every test starts. */
export const start = Date.UTC(2026, 10, 24)

/** An invented paper as a capture gives it. */
export function paper(item: Partial<Item> = {}, more: Partial<NewRecord> = {}): NewRecord {
  return {
    item: {
      type: 'article-journal',
      title: 'Slow tides in shallow <i>lagoons</i>',
      author: [
        { family: 'Ito', given: 'Mika' },
        { family: 'Brandt', given: 'Jonas' },
        { family: 'Okafor', given: 'Ada' },
      ],
      'container-title': 'Journal of Invented Seas',
      issued: { 'date-parts': [[2021, 3]] },
      DOI: '10.5555/tides.1',
      ...item,
    },
    sections: [
      { label: 'BACKGROUND', text: 'Lagoons fill slowly.' },
      { label: 'RESULTS', text: 'Müller’s tide gauge showed a delay of two hours.' },
    ],
    publicationTypes: ['Journal Article'],
    identifiers: [],
    source: {
      url: 'https://journal.example/tides',
      portal: 'generic',
      capturedAt: '2026-11-24T00:00:00.000Z',
      fields: { title: { source: 'citation_title', others: [] } },
      removed: [{ rule: 'publisher-copyright', text: '© 2021 Invented Press' }],
      doubts: [],
    },
    ...more,
  }
}

/** A paper that differs from all others by its number; a higher one has a title further on in the alphabet. */
export function numbered(n: number, item: Partial<Item> = {}): NewRecord {
  const padded = String(n).padStart(4, '0')
  const captured = paper({ title: `Paper ${padded}`, DOI: `10.5555/n.${padded}`, ...item })
  captured.source.url = `https://journal.example/n/${padded}`
  return captured
}

/** A library of its own, with a clock that moves a second at each look. */
export function freshLibrary(options: Partial<LibraryOptions> = {}): Library {
  let clock = start
  return openLibrary({
    indexedDB: new IDBFactory(),
    now: () => {
      clock += 1000
      return clock
    },
    ...options,
  })
}

/** Everything an async iterator gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** What a backup file makes of a value. */
export function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value))
}
