import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Library } from '../../src/library/library.ts'
import { partsToMerge } from '../../src/library/search/merge-parts.ts'
import { freshLibrary, numbered } from './paper.ts'
import { openRaw } from './raw.ts'

const titles = async (library: Library, text: string, limit = 50): Promise<string[]> =>
  (await library.query({ text, limit })).rows.map(({ title }) => title)

const abstracts = [
  'The studies of salt on slate roofs, in trials with TNF-α.',
  'A study of moss. Roofs of slate were not studied.',
  'Salt and slate; on roofs by the sea. Salt on slate.',
  '屋根の雪と氷について調べた。',
  'Étude de la neige: flocons, naïveté.',
]

async function five(indexedDB = new IDBFactory()): Promise<{ library: Library; ids: string[] }> {
  const library = freshLibrary({ indexedDB })
  const ids: string[] = []
  for (const [n, text] of abstracts.entries()) {
    const paper = numbered(n, {
      title: ['One', 'Two', 'Three: slate', 'Four', 'Five'][n] ?? '',
      author: [{ family: ['Roe', 'Doe', 'Müller', '山田', 'Doe'][n] ?? '', given: 'A.' }],
      issued: { 'date-parts': [[2010 + n]] },
    })
    ids.push((await library.save({ ...paper, sections: [{ text }] })).record.id)
  }
  return { library, ids }
}

describe('a search', () => {
  test.each([
    ['slate', ['Three: slate', 'Two', 'One']],
    ['stud', ['Two', 'One']],
    ['study', ['Two', 'One']],
    ['studies', ['Two', 'One']],
    ['trial', ['One']],
    ['tnf-alpha', ['One']],
    ['α', ['One']],
    ['etude', ['Five']],
    ['雪', ['Four']],
    ['雪と氷', ['Four']],
    ['"salt on slate"', ['Three: slate', 'One']],
    ['"slate roofs" salt', ['One']],
    ['slate -moss', ['Three: slate', 'One']],
    ['slate -"salt on slate"', ['Two']],
    ['author:doe', ['Five', 'Two']],
    ['author:muller', ['Three: slate']],
    ['title:slate', ['Three: slate']],
    ['year:2011-2012', ['Three: slate', 'Two']],
    ['year:2011- slate', ['Three: slate', 'Two']],
    ['journal:invented one', ['One']],
    ['xyz', []],
  ])('%s', async (text, expected) => {
    const { library } = await five()
    expect(await titles(library, text)).toEqual(expected)
    await library.index()
    expect(await titles(library, text)).toEqual(expected)
  })

  test('hears of every change', async () => {
    const { library, ids } = await five()
    const [first = '', second = ''] = ids
    await library.edit(first, { addTags: ['North Sea'], note: 'ask about lichen' })
    expect(await titles(library, 'lichen')).toEqual(['One'])
    expect(await titles(library, 'tag:"north sea"')).toEqual(['One'])
    expect(await titles(library, '-tag:"north sea" slate')).toEqual(['Three: slate', 'Two'])
    await library.edit(first, { note: null, decision: 'maybe' })
    expect(await titles(library, 'lichen')).toEqual([])
    expect(await titles(library, 'is:maybe')).toEqual(['One'])
    expect(await titles(library, 'is:unread slate')).toEqual(['Three: slate', 'Two'])
    await library.remove([second])
    expect(await titles(library, 'moss')).toEqual([])
    await library.restore([second])
    expect(await titles(library, 'moss')).toEqual(['Two'])
    await library.edit(second, { sections: [{ text: 'Nothing grows.' }] })
    expect(await titles(library, 'moss')).toEqual([])
    expect(await titles(library, 'grows')).toEqual(['Two'])
    expect((await library.query({ text: 'slate' })).total).toBe(2)
  })

  test('gives pages in one order, each record once', async () => {
    const library = freshLibrary()
    for (let n = 0; n < 60; n++)
      await library.save(numbered(n, { title: n % 7 === 0 ? `Gauge ${n}` : `Paper ${n}` }))
    const whole = await titles(library, 'gauge', 100)
    expect(whole).toHaveLength(60)
    expect(whole.slice(0, 9).every((title) => title.startsWith('Gauge'))).toBe(true)
    for (const text of ['gauge', '"tide gauge"']) {
      const paged: string[] = []
      let after: string | undefined
      do {
        const page = await library.query({ text, limit: 7, ...(after ? { after } : {}) })
        paged.push(...page.rows.map(({ title }) => title))
        after = page.next
      } while (after)
      expect(paged).toEqual(await titles(library, text, 100))
      expect(new Set(paged).size).toBe(60)
    }
  })
})

describe('the index', () => {
  test('finds what is not in it yet, and takes it in later', async () => {
    const indexedDB = new IDBFactory()
    const { library } = await five()
    const documents = []
    for await (const document of library.exportDocuments()) documents.push(document)
    const other = freshLibrary({ indexedDB })
    // Killed before the last, strict chunk: what was written relaxed is in the library and not in the index.
    await other.importDocuments(documents)
    const raw = await openRaw(indexedDB)
    const waiting = await raw.keys('unindexed')
    expect(waiting).toHaveLength(0)
    for (const id of await raw.keys('records')) await raw.put('unindexed', 0, id)
    for (const name of ['segments', 'blocks', 'segmentIds', 'places'] as const)
      await raw.clear(name)
    await raw.put('searchState', { words: 1, next: 9, changes: 99, parts: [] }, 'state')
    expect(await titles(other, 'slate')).toEqual(['Three: slate', 'Two', 'One'])
    const [first = ''] = (await other.query({ text: 'One' })).rows.map(({ id }) => id)
    await other.edit(first, { note: 'slate again' })
    expect(await titles(other, 'slate')).toEqual(['Three: slate', 'Two', 'One'])
    expect((await other.query({ text: 'slate' })).total).toBe(3)
    const progress: [number, number][] = []
    await other.index({ onProgress: (done, all) => progress.push([done, all]) })
    expect(progress.at(-1)).toEqual([4, 4])
    expect(await raw.keys('unindexed')).toEqual([])
    expect(await raw.keys('segments')).toHaveLength(2)
    expect(await titles(other, 'slate')).toEqual(['Three: slate', 'Two', 'One'])
    raw.close()
  })

  test.each(['blocks', 'segments', 'segmentIds'] as const)(
    'that lost its %s is not trusted, and made anew',
    async (name) => {
      const indexedDB = new IDBFactory()
      const { library: full } = await five(indexedDB)
      // So many words that they have rows of their own.
      const words = Array.from({ length: 2000 }, (_, n) => `w${n}`).join(' ')
      const text = `slate ${words}`
      await full.save({ ...numbered(9, { title: 'Long' }), sections: [{ text }] })
      const raw = await openRaw(indexedDB)
      await raw.clear(name)
      const library = freshLibrary({ indexedDB })
      const found = ['Three: slate', 'Long', 'Two', 'One']
      expect(await titles(library, 'slate')).toEqual(found)
      expect(await raw.get('searchState', 'state')).toMatchObject({ words: 0 })
      await library.index()
      expect(await raw.get('searchState', 'state')).toMatchObject({ words: 1 })
      expect(await titles(library, 'slate')).toEqual(found)
      raw.close()
    },
  )

  test('of another version is made anew', async () => {
    const indexedDB = new IDBFactory()
    const { library } = await five(indexedDB)
    const raw = await openRaw(indexedDB)
    const state = await raw.get('searchState', 'state')
    await raw.put('searchState', { ...(state as object), words: 77, parts: [] }, 'state')
    expect(await titles(library, 'slate')).toEqual(['Three: slate', 'Two', 'One'])
    await library.index()
    expect(await raw.get('searchState', 'state')).toMatchObject({ words: 1 })
    expect(await raw.keys('segments')).toHaveLength(1)
    raw.close()
  })

  test('has each record once when parts became one', async () => {
    const indexedDB = new IDBFactory()
    const library = freshLibrary({ indexedDB })
    const ids: string[] = []
    for (let n = 0; n < 12; n++) ids.push((await library.save(numbered(n))).record.id)
    for (const id of ids.slice(0, 4)) await library.edit(id, { note: 'slate' })
    await library.remove(ids.slice(3, 5))
    const raw = await openRaw(indexedDB)
    expect((await raw.keys('segments')).length).toBeGreaterThan(12)
    await library.index()
    expect(await raw.keys('segments')).toHaveLength(1)
    expect(await raw.keys('dead')).toEqual([])
    raw.close()
    for (const one of [library, freshLibrary({ indexedDB })]) {
      expect((await one.query({ text: 'gauge' })).total).toBe(10)
      expect(await titles(one, 'slate')).toEqual(['Paper 0002', 'Paper 0001', 'Paper 0000'])
    }
    await library.edit(ids[0] ?? '', { note: 'moss' })
    expect(await titles(library, 'slate')).toEqual(['Paper 0002', 'Paper 0001'])
  })

  test('makes few parts of many', () => {
    const part = (segment: number, count: number, dead = 0) => ({ segment, count, dead })
    const some = Array.from({ length: 7 }, (_, i) => part(i, 1))
    expect(partsToMerge(some)).toEqual([])
    expect(partsToMerge([...some, part(7, 3)])).toHaveLength(8)
    expect(partsToMerge([part(1, 8192), part(2, 100, 51)])).toEqual([part(2, 100, 51)])
    const large = Array.from({ length: 20 }, (_, i) => part(i, 5000))
    expect(partsToMerge(large)).toEqual([])
  })

  test('says what looking at each record says, whatever was done', async () => {
    const word = fc.constantFrom(
      'salt',
      'slate',
      'roofs',
      'roof',
      'moss',
      'alpha',
      'α',
      '雪',
      'sea',
    )
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    const step = fc.oneof(
      fc.record({ do: fc.constant('save' as const), title: text, abstract: text }),
      fc.record({ do: fc.constant('edit' as const), at: fc.nat(9), note: text, tag: word }),
      fc.record({ do: fc.constant('retitle' as const), at: fc.nat(9), title: text }),
      fc.record({ do: fc.constant('remove' as const), at: fc.nat(9) }),
      fc.record({ do: fc.constant('restore' as const), at: fc.nat(9) }),
      fc.record({ do: fc.constant('undo' as const) }),
      fc.record({ do: fc.constant('index' as const) }),
    )
    const query = fc.oneof(
      text,
      word.map((one) => `-${one} sal`),
      word.map((one) => `tag:${one}`),
      text.map((one) => `"${one}"`),
      word.map((one) => `title:${one}`),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.array(query, { minLength: 1, maxLength: 4 }),
        async (steps, queries) => {
          const indexedDB = new IDBFactory()
          const library = freshLibrary({ indexedDB })
          const ids: string[] = []
          for (const each of steps) {
            const id = 'at' in each ? ids[each.at] : undefined
            if (each.do === 'save') {
              const paper = {
                ...numbered(ids.length, { title: each.title }),
                sections: [{ text: each.abstract }],
              }
              ids.push((await library.save(paper)).record.id)
            } else if (each.do === 'index') await library.index()
            else if (each.do === 'undo') await library.undo()
            else if (id === undefined) continue
            else if (each.do === 'edit')
              await library.edit(id, { note: each.note, addTags: [each.tag] })
            else if (each.do === 'retitle') await library.edit(id, { item: { title: each.title } })
            else if (each.do === 'remove') await library.remove([id])
            else await library.restore([id])
          }
          const found = []
          for (const one of queries) found.push(await ordered(library, one))
          const raw = await openRaw(indexedDB)
          const state = await raw.get('searchState', 'state')
          if (state) await raw.put('searchState', { ...(state as object), words: 0 }, 'state')
          raw.close()
          const looked = []
          for (const one of queries) looked.push(await ordered(library, one))
          expect(found).toEqual(looked)
        },
      ),
      { numRuns: 60 },
    )
  })
})

async function ordered(library: Library, text: string): Promise<string[]> {
  return (await library.query({ text, limit: 100 })).rows.map(({ id }) => id)
}
