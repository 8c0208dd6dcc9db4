import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Library } from '../../src/library/library.ts'
import { LibraryError } from '../../src/library/library-error.ts'
import type { State, StoredFilters, StoredSegment } from '../../src/library/schema.ts'
import { isDamage } from '../../src/library/search/index-damaged.ts'
import { wordsVersion } from '../../src/library/search/words.ts'
import { freshLibrary, numbered } from './paper.ts'
import { openRaw, type RawDatabase } from './raw.ts'

/** Sixty papers, in a segment with rows of its own, and one more that was changed; the first two have one title. */
async function filled(indexedDB: IDBFactory): Promise<void> {
  const library = freshLibrary({ indexedDB })
  await library.importDocuments(
    Array.from({ length: 60 }, (_, n) => ({
      id: `r:${n.toString(16).padStart(26, '0')}`,
      type: 'article-journal',
      title: n < 2 ? 'Slate roofs by the sea and in the hills' : `Slate ${n}`,
      author: [{ family: 'Ito' }],
      issued: { 'date-parts': [[2000 + (n % 2 === 0 && n > 0 ? 20 : 0)]] },
      DOI: `10.5555/${n}`,
      sections: [
        { text: Array.from({ length: 200 }, (_each, i) => `word${(n * 71 + i) % 4000}`).join(' ') },
      ],
    })),
  )
  await library.index()
  const { record } = await library.save(numbered(99, { title: 'Slate, new' }))
  await library.edit(record.id, { note: 'changed' })
  library.close()
}

async function all(raw: RawDatabase, store: string, change: (row: never) => unknown) {
  for (const key of await raw.keys(store)) {
    const row = (await raw.get(store, key)) as never
    await raw.put(store, change(row), key)
  }
}

const zeroed = (bytes: Uint8Array) => new Uint8Array(bytes.length)
const cut = (bytes: Uint8Array) => bytes.slice(0, bytes.length >> 1)
const random = (bytes: Uint8Array) => bytes.map((_, i) => (i * 7919 + 13) & 255)
const oneBit = (bytes: Uint8Array) =>
  bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte))

type Hurt = [name: string, hurt: (raw: RawDatabase) => Promise<unknown>]

/** What the heads of segments and their columns lost, which an index is asked for first. */
const ofHeads: Hurt[] = [
  ...['segments', 'orders', 'filters', 'dead', 'blocks', 'positions'].map(
    (store): Hurt => [`${store} lost`, (raw) => raw.clear(store)],
  ),
  [
    'filters short',
    (raw) =>
      all(raw, 'filters', () => ({
        years: new Uint16Array(3),
        standings: new Uint8Array(3),
        titles: new Uint32Array(3),
      })),
  ],
  [
    'filters wrong',
    (raw) =>
      all(raw, 'filters', ({ years, titles, standings }: StoredFilters) => ({
        years: years.map(() => 1999),
        standings,
        titles,
      })),
  ],
  ['orders random', (raw) => all(raw, 'orders', random)],
  ['orders wrong in one bit', (raw) => all(raw, 'orders', oneBit)],
  [
    'segments without blocks',
    (raw) => all(raw, 'segments', (head: StoredSegment) => ({ ...head, first: [] })),
  ],
]

const ofBlocks: Hurt[] = [
  ...['blocks', 'positions'].flatMap((store): Hurt[] => [
    [`${store} zeroed`, (raw) => all(raw, store, zeroed)],
    [`${store} cut`, (raw) => all(raw, store, cut)],
    [`${store} random`, (raw) => all(raw, store, random)],
    [`${store} wrong in one bit`, (raw) => all(raw, store, oneBit)],
    [`${store} that are none`, (raw) => all(raw, store, () => 'none')],
  ]),
  [
    'blocks of which one is missing',
    async (raw) => {
      const keys = await raw.keys('blocks')
      await raw.remove('blocks', keys[keys.length >> 1] ?? 0)
    },
  ],
]

async function damaged(hurt: Hurt[1]): Promise<{ indexedDB: IDBFactory; library: Library }> {
  const indexedDB = new IDBFactory()
  await filled(indexedDB)
  const raw = await openRaw(indexedDB)
  await hurt(raw)
  raw.close()
  return { indexedDB, library: freshLibrary({ indexedDB }) }
}

/** What is asked, and how many answer; each reads all of the index that it needs. */
const asked: [string, number][] = [
  ['slate', 61],
  ['word', 60],
  ['"word5"', 4],
  ['"word5 word6"', 4],
  ['"word6 word5"', 0],
  ['slate -"word5 word6"', 57],
  ['year:2000 slate', 31],
  ['is:unread', 61],
]

async function answers(library: Library): Promise<[string, number | undefined][]> {
  const found: [string, number | undefined][] = []
  for (const [text] of asked) found.push([text, (await library.query({ text, first: 100 })).total])
  return found
}

async function search(indexedDB: IDBFactory): Promise<State['search']> {
  const raw = await openRaw(indexedDB)
  const { search } = (await raw.get('meta', 'state')) as State
  raw.close()
  return search
}

async function expectSound({ indexedDB, library }: { indexedDB: IDBFactory; library: Library }) {
  const { words, segments, waiting } = await search(indexedDB)
  expect({ words, waiting }).toEqual({ words: wordsVersion, waiting: [] })
  expect(segments.every(({ segment }) => segment > 3)).toBe(true)
  const other = freshLibrary({ indexedDB })
  for (const one of [library, other]) {
    expect(await answers(one)).toEqual(asked)
    expect(await one.query({ text: 'slate' })).toMatchObject({ isIndexing: false })
    expect(await one.duplicates()).toHaveLength(1)
  }
}

describe('a damaged index', () => {
  test.each([...ofHeads, ...ofBlocks])(
    '%s: is seen by a search, which answers without it',
    async (_, hurt) => {
      const { indexedDB, library } = await damaged(hurt)
      expect(await answers(library)).toEqual(asked)
      expect((await search(indexedDB)).words).toBe(0)
      await library.index()
      await expectSound({ indexedDB, library })
    },
  )

  test.each(ofHeads)('%s: is made anew for duplicates', async (_, hurt) => {
    const { indexedDB, library } = await damaged(hurt)
    expect(await library.duplicates()).toHaveLength(1)
    await expectSound({ indexedDB, library })
  })

  test.each(ofHeads)('%s: is seen and made anew at the start', async (_, hurt) => {
    const { indexedDB, library } = await damaged(hurt)
    await library.index()
    await expectSound({ indexedDB, library })
  })

  test('is seen when its segments are joined, and made anew then', async () => {
    const indexedDB = new IDBFactory()
    const before = freshLibrary({ indexedDB })
    const text = Array.from({ length: 4000 }, (_, i) => `word${i}`).join(' ')
    for (let n = 0; n < 8; n++) await before.save({ ...numbered(n), sections: [{ text }] })
    const raw = await openRaw(indexedDB)
    await all(raw, 'blocks', oneBit)
    raw.close()
    const library = freshLibrary({ indexedDB })
    await library.index()
    const { words, segments, waiting } = await search(indexedDB)
    expect({ words, waiting }).toEqual({ words: wordsVersion, waiting: [] })
    expect(segments).toMatchObject([{ count: 8 }])
    expect((await library.query({ text: '"word5 word6"' })).total).toBe(8)
  })

  describe('of which the browser cannot read what it has', () => {
    afterEach(() => vi.restoreAllMocks())

    /** Chromium keeps larger values in files of their own. */
    const withoutFiles = (name: string, upTo: number) => {
      const get = IDBObjectStore.prototype.get
      vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
        this: IDBObjectStore,
        key,
      ) {
        if (!['orders', 'filters'].includes(this.name) || Number(key) > upTo)
          return get.call(this, key)
        return (this.transaction as unknown as Executing)._execRequestAsync({
          source: this,
          operation: () => {
            throw new DOMException('Data lost due to missing file.', name)
          },
        })
      })
    }

    test.each(['NotReadableError', 'DataError', 'UnknownError'])('%s', async (name) => {
      for (const who of ['search', 'duplicates', 'index']) {
        const { indexedDB, library } = await damaged(async () => undefined)
        withoutFiles(name, (await search(indexedDB)).next - 1)
        if (who === 'search') expect(await answers(library)).toEqual(asked)
        if (who === 'duplicates') expect(await library.duplicates()).toHaveLength(1)
        await library.index()
        await expectSound({ indexedDB, library })
        vi.restoreAllMocks()
      }
    })
  })

  test('is not what an end, a closed connection or a full disk says', () => {
    const error = (name: string) => new DOMException('', name)
    for (const name of ['AbortError', 'InvalidStateError', 'QuotaExceededError']) {
      expect(isDamage(error(name))).toBe(false)
      expect(isDamage(new LibraryError('unreadable', '', { cause: error(name) }))).toBe(false)
    }
    expect(isDamage(new LibraryError('closed', ''))).toBe(false)
    expect(isDamage(new LibraryError('unreadable', '', { cause: error('UnknownError') }))).toBe(
      true,
    )
  })
})

interface Executing {
  _execRequestAsync(request: { source: unknown; operation: () => unknown }): IDBRequest
}
