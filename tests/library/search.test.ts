import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Item } from '../../src/item/item.ts'
import type { Library } from '../../src/library/library.ts'
import { connect } from '../../src/library/open.ts'
import type { State } from '../../src/library/schema.ts'
import { answerQuery } from '../../src/library/search/answer.ts'
import { parseQuery } from '../../src/library/search/parse-query.ts'
import { IndexReader } from '../../src/library/search/reader.ts'
import { segmentsToJoin } from '../../src/library/search/tidy.ts'
import { wordsVersion } from '../../src/library/search/words.ts'
import { storeOn } from '../../src/library/store.ts'
import { freshLibrary, numbered } from './paper.ts'
import { openRaw } from './raw.ts'

const titles = async (library: Library, text: string, first = 50): Promise<string[]> =>
  (await library.query({ text, first })).rows.map(({ title }) => title)

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

  test.each([
    ['dengue -title:"severe dengue"', ['Only in the abstract', 'Nineteen']],
    ['cell -author:"b-cell"', ['T cells', 'On B-cells']],
    ['dengue -covid-19', ['Severe dengue', 'Only in the abstract', 'Nineteen']],
    ['cell -b-cell', ['T cells']],
    ['治疗 -免疫治疗', ['糖尿病']],
    ['治疗 -癌', ['糖尿病']],
    ['"癌"', ['免疫治疗']],
    ['"癌症"', ['免疫治疗']],
    ['dengue -year:2021', ['Nineteen']],
    ['dengue -year:2020-2021 -19', []],
    ['🚀', []],
    ['title:🚀', []],
    ['::::', []],
    ['dengue 🚀 -🚀', ['Severe dengue', 'Only in the abstract', 'Nineteen']],
  ])('excludes and finds no more than was said: %s', async (text, expected) => {
    const library = freshLibrary()
    const year = (n: number) => ({ issued: { 'date-parts': [[n] as [number]] } })
    const papers: [Partial<Item>, string][] = [
      [{ title: 'Nineteen', ...year(1999) }, 'Of 19 patients dengue was found.'],
      [{ title: 'Only in the abstract' }, 'We met severe dengue; COVID was absent.'],
      [{ title: 'Severe dengue' }, 'Nothing here.'],
      [{ title: 'By B-cell', author: [{ family: 'B-cell' }] }, 'Lymphoma.'],
      [{ title: 'On B-cells' }, 'B-cell lymphoma.'],
      [{ title: 'T cells' }, 'Natural killers, b lymphocytes; cell counts.'],
      [{ title: '免疫治疗' }, '免疫治疗在癌症治疗中的应用'],
      [{ title: '糖尿病' }, '糖尿病的治疗'],
    ]
    for (const [n, [item, abstract]] of papers.entries())
      await library.save({ ...numbered(n, item), sections: [{ text: abstract }] })
    expect(await titles(library, text)).toEqual(expected)
    await library.index()
    expect(await titles(library, text)).toEqual(expected)
  })

  const spellings = ['TNFα', 'TNF-α', 'TNF alpha', 'TNF-alpha', 'tnfalpha']
  const betas = ['TGFβ1', 'TGF-β1', 'TGF-beta1', 'TGF-beta 1', 'tgfbeta1']
  const kappas = ['NFκB', 'NF-κB', 'NF-kappaB', 'NF-kappa B', 'nfkappab']
  const others = [...betas, ...kappas]
  const named: [string, string[]][] = [
    ...[spellings, betas, kappas].flatMap((list) =>
      list.flatMap((text): [string, string[]][] => [
        [text, list],
        [`"with ${text} in"`, list],
      ]),
    ),
    ...spellings.map((text): [string, string[]] => [`with -"${text}"`, others]),
    ['with -TNF-α', others],
    ['alpha', spellings],
    ['β', betas],
    ['kappa', kappas],
    ['"with tnf"', spellings],
    ['tnfal', ['TNFα', 'tnfalpha']],
    ['"kappa b in"', kappas],
    ['"tnf in"', []],
    ['"in tnfalpha"', []],
    ['witht', []],
    ['tnfα κB', []],
  ]
  test.each(named)(
    'a Greek letter goes by its name, however it is written: %s',
    async (text, expected) => {
      const library = freshLibrary()
      for (const [n, title] of [...spellings, ...betas, ...kappas].entries())
        await library.save({ ...numbered(n, { title }), sections: [{ text: `With ${title} in.` }] })
      expect(await titles(library, text)).toEqual(expected.toReversed())
      await library.index()
      expect(await titles(library, text)).toEqual(expected.toReversed())
    },
  )

  test.each(['hypogamma', 'hypogammag', 'cytomega', 'cytomegalo', 'tibetan', 'menu'])(
    'a name inside a word hides nothing that begins so: %s',
    async (text) => {
      const library = freshLibrary()
      const title = 'Hypogammaglobulinemia and cytomegalovirus on a Tibetan menu'
      await library.save(numbered(1, { title }))
      await library.save(numbered(2, { title: 'An alpha, a beta' }))
      expect(await titles(library, text)).toEqual([title])
      expect(await titles(library, 'anal')).toEqual([])
    },
  )

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
    expect(await titles(library, 'is:assessed')).toEqual([])
    await library.edit(first, { decision: 'include' })
    await library.index()
    await library.edit(first, { assessed: true })
    expect(await titles(library, 'is:assessed')).toEqual(['One'])
    expect(await titles(library, 'is:include')).toEqual(['One'])
    expect(await titles(library, 'is:include -is:assessed')).toEqual([])
    await library.edit(first, { decision: 'maybe', assessed: null })
    expect(await titles(library, 'is:maybe -is:assessed')).toEqual(['One'])
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

  test('says in one order all that answer, a phrase in one field as far as was looked', async () => {
    const library = freshLibrary()
    for (let n = 0; n < 260; n++)
      await library.save(numbered(n, { title: n % 7 === 0 ? `Gauge ${n}` : `Paper ${n}` }))
    for (const text of ['gauge', '"tide gauge"', 'gauge -"tide gauges"']) {
      const { rows, numbers = [], total } = await library.query({ text, first: 300 })
      expect(total).toBe(260)
      expect(rows.slice(0, 38).every(({ title }) => title.startsWith('Gauge'))).toBe(
        text.startsWith('gauge'),
      )
      expect((await library.rows([...numbers])).map((row) => row?.id)).toEqual(
        rows.map(({ id }) => id),
      )
      const few = await library.query({ text, first: 5 })
      expect(few).toMatchObject({ total: 260, rows: rows.slice(0, 5) })
    }
    const few = await library.query({ text: 'journal:"invented seas"', first: 5 })
    expect(few.total).toBeUndefined()
    expect(few.rows).toHaveLength(5)
    expect((await library.query({ text: 'journal:"invented seas"', first: 300 })).total).toBe(260)
    expect((await library.query({ text: 'title:"tide gauge"' })).total).toBe(0)
  }, 30_000)
})

describe('the index', () => {
  test('finds what is not in it yet, and takes it in later', async () => {
    const indexedDB = new IDBFactory()
    const { library } = await five(indexedDB)
    const raw = await openRaw(indexedDB)
    // Killed before the index was caught up: what was written is in the library and on the list of what waits.
    const state = (await raw.get('meta', 'state')) as State
    for (const name of ['segments', 'orders', 'filters', 'blocks', 'positions', 'dead'])
      await raw.clear(name)
    await raw.put(
      'meta',
      { ...state, search: { ...state.search, segments: [], waiting: [[1, 5]] } },
      'state',
    )
    const other = freshLibrary({ indexedDB })
    expect(await titles(other, 'slate')).toEqual(['Three: slate', 'Two', 'One'])
    expect(await other.query({ text: 'slate' })).toMatchObject({ isIndexing: true, total: 3 })
    const [first = ''] = (await other.query({ text: 'One' })).rows.map(({ id }) => id)
    await other.edit(first, { note: 'slate again' })
    expect(await titles(other, 'slate')).toEqual(['Three: slate', 'Two', 'One'])
    const progress: [number, number][] = []
    await other.index({ onProgress: (done, all) => progress.push([done, all]) })
    expect(progress.at(-1)).toEqual([5, 5])
    expect(await raw.keys('segments')).toHaveLength(2)
    expect(await titles(other, 'slate')).toEqual(['Three: slate', 'Two', 'One'])
    expect(await other.query({ text: 'slate' })).toMatchObject({ isIndexing: false, total: 3 })
    raw.close()
    library.close()
  })

  test('looks at the newest of many that wait, and says so', async () => {
    const indexedDB = new IDBFactory()
    const library = freshLibrary({ indexedDB })
    for (let n = 0; n < 2300; n += 100)
      await library.importDocuments(
        Array.from({ length: 100 }, (_, i) => ({
          id: `u:01JDF0000000000000000${String(n + i).padStart(5, '0')}`,
          type: 'article-journal',
          title: n + i === 0 ? 'Oldest gauge' : 'Gauge',
        })),
      )
    const raw = await openRaw(indexedDB)
    const state = (await raw.get('meta', 'state')) as State
    await raw.put('meta', { ...state, search: { ...state.search, words: 0 } }, 'state')
    expect(await library.query({ text: 'gauge' })).toMatchObject({ isIndexing: true })
    expect((await library.query({ text: 'gauge' })).total).toBeUndefined()
    expect(await titles(library, 'oldest gauge')).toEqual([])
    // Who wants all of it gets all of it.
    expect((await library.query({ text: 'gauge', first: Number.POSITIVE_INFINITY })).total).toBe(
      2300,
    )
    await library.index()
    expect(await library.query({ text: 'gauge' })).toMatchObject({ isIndexing: false, total: 2300 })
    expect(await titles(library, 'oldest gauge')).toEqual(['Oldest gauge'])
    raw.close()
  }, 60_000)

  test.each(['blocks', 'segments', 'orders', 'filters', 'positions'] as const)(
    'that lost its %s is not trusted, and made anew',
    async (name) => {
      const indexedDB = new IDBFactory()
      const { library: full } = await five(indexedDB)
      // So many words that they have rows of their own.
      const words = Array.from({ length: 3000 }, (_, n) => `w${n}`).join(' ')
      const text = `slate ${words}`
      await full.save({ ...numbered(9, { title: 'Long' }), sections: [{ text }] })
      const raw = await openRaw(indexedDB)
      await raw.clear(name)
      const library = freshLibrary({ indexedDB })
      const found = ['Three: slate', 'Long', 'Two', 'One']
      const query = name === 'filters' ? 'year:2000-2030 slate' : 'slate -"slate slate"'
      expect(await titles(library, query)).toEqual(found)
      expect(await raw.get('meta', 'state')).toMatchObject({ search: { words: 0 } })
      await library.index()
      expect(await raw.get('meta', 'state')).toMatchObject({ search: { words: wordsVersion } })
      expect(await titles(library, query)).toEqual(found)
      raw.close()
    },
  )

  test('of another version is made anew', async () => {
    const indexedDB = new IDBFactory()
    const { library } = await five(indexedDB)
    const raw = await openRaw(indexedDB)
    const state = (await raw.get('meta', 'state')) as State
    await raw.put('meta', { ...state, search: { ...state.search, words: 77 } }, 'state')
    expect(await titles(library, 'slate')).toEqual(['Three: slate', 'Two', 'One'])
    await library.index()
    expect(await raw.get('meta', 'state')).toMatchObject({ search: { words: wordsVersion } })
    expect(await raw.keys('segments')).toHaveLength(1)
    raw.close()
  })

  test('whose writing was cut off leaves nothing behind', async () => {
    const indexedDB = new IDBFactory()
    const { library } = await five(indexedDB)
    const raw = await openRaw(indexedDB)
    const state = (await raw.get('meta', 'state')) as State
    await raw.put('blocks', new Uint8Array(9), [77, 0])
    await raw.put(
      'meta',
      { ...state, search: { ...state.search, next: 78, unfinished: [77] } },
      'state',
    )
    await library.index()
    expect(await raw.keys('blocks')).toEqual([])
    expect(await raw.get('meta', 'state')).toMatchObject({ search: { unfinished: [] } })
    expect(await titles(library, 'slate')).toEqual(['Three: slate', 'Two', 'One'])
    raw.close()
  })

  test('is read by two searches at once, however little a page keeps', async () => {
    const indexedDB = new IDBFactory()
    const library = freshLibrary({ indexedDB })
    // Each word of `(i * 7 + n) % 4000` is followed by the one that is 7 higher; one of the five papers ends before w14.
    for (let n = 0; n < 5; n++) {
      const words = Array.from({ length: 3000 }, (_, i) => `w${(i * 7 + n) % 4000}`).join(' ')
      await library.save({ ...numbered(n), sections: [{ text: words }] })
    }
    const connection = connect({ indexedDB })
    const store = storeOn(connection, () => 0)
    const reader = new IndexReader(2)
    const find = async (text: string): Promise<number> =>
      (await answerQuery(store, reader, parseQuery(text), { atLeast: 50 })).numbers.length
    const counts = await Promise.all(['w1', 'w2 w3', 'w17', '"w7 w14"'].map(find))
    expect(counts).toEqual([5, 5, 5, 4])
    expect((await readState(indexedDB)).search.words).toBe(wordsVersion)
    connection.close()
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
    expect((await readState(indexedDB)).search.dead).toBe(0)
    raw.close()
    for (const one of [library, freshLibrary({ indexedDB })]) {
      expect((await one.query({ text: 'gauge' })).total).toBe(10)
      expect(await titles(one, 'slate')).toEqual(['Paper 0002', 'Paper 0001', 'Paper 0000'])
    }
    await library.edit(ids[0] ?? '', { note: 'moss' })
    expect(await titles(library, 'slate')).toEqual(['Paper 0002', 'Paper 0001'])
  })

  test('makes few segments of many', () => {
    const segment = (number: number, count: number) => ({ segment: number, count })
    const some = Array.from({ length: 7 }, (_, i) => segment(i, 1))
    expect(segmentsToJoin(some)).toEqual([])
    expect(segmentsToJoin([...some, segment(7, 3)])).toHaveLength(8)
    const middling = Array.from({ length: 8 }, (_, i) => segment(i, 8192))
    expect(segmentsToJoin(middling)).toHaveLength(8)
    const large = Array.from({ length: 20 }, (_, i) => segment(i, 40_000))
    expect(segmentsToJoin(large)).toEqual([])
  })

  test('lets go of many records that are dead', async () => {
    const indexedDB = new IDBFactory()
    const library = freshLibrary({ indexedDB })
    await library.importDocuments(
      Array.from({ length: 700 }, (_, i) => ({
        id: `u:01JDF0000000000000000${String(i).padStart(5, '0')}`,
        type: 'article-journal',
        title: 'Gauge',
      })),
    )
    const ids = (await library.query({ first: 700 })).rows.map(({ id }) => id)
    await library.remove(ids.slice(0, 600))
    expect((await readState(indexedDB)).search.dead).toBe(600)
    expect((await library.query({ text: 'gauge' })).total).toBe(100)
    await library.index()
    expect((await readState(indexedDB)).search).toMatchObject({
      dead: 0,
      segments: [{ count: 100 }],
    })
    expect((await library.query({ text: 'gauge' })).total).toBe(100)
  }, 30_000)

  test('says what looking at each record says, whatever was done', async () => {
    const word = fc.constantFrom(
      'salt',
      'slate',
      'roofs',
      'roof',
      'moss',
      'alpha',
      'α',
      'TNFα',
      'TNF-α',
      'tnfalpha',
      'NF-kappaB',
      'κB',
      '雪',
      '雪と氷',
      'T細胞',
      '19',
      'b-cell',
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
    const field = fc.constantFrom('', 'title:', 'note:', 'author:', 'journal:')
    const phrase = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '))
    const joined = fc.tuple(word, fc.constantFrom('-', ''), word).map((parts) => parts.join(''))
    const excluded = fc.oneof(
      word,
      joined,
      phrase.map((one) => `"${one}"`),
    )
    const query = fc.oneof(
      text,
      joined,
      word.map((one) => `tag:${one}`),
      fc.tuple(field, phrase).map(([within, one]) => `${within}"${one}"`),
      fc.tuple(field, joined).map((parts) => parts.join('')),
      fc.tuple(fc.constantFrom('', 'sal '), field, excluded).map(([a, b, c]) => `${a}-${b}${c}`),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.array(query, { minLength: 1, maxLength: 10 }),
        async (steps, queries) => {
          const indexedDB = new IDBFactory()
          const library = freshLibrary({ indexedDB })
          const ids: string[] = []
          for (const each of steps) {
            const id = 'at' in each ? ids[each.at] : undefined
            if (each.do === 'save') {
              const paper = {
                ...numbered(ids.length, { title: each.title }),
                sections: [{ label: each.title, text: each.abstract }],
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
          const state = (await raw.get('meta', 'state')) as State | undefined
          if (state)
            await raw.put('meta', { ...state, search: { ...state.search, words: 0 } }, 'state')
          raw.close()
          const looked = []
          for (const one of queries) looked.push(await ordered(library, one))
          expect(found).toEqual(looked)
        },
      ),
      {
        numRuns: 150,
        examples: [
          [[{ do: 'save', title: 'moss α', abstract: 'salt' }], ['"moss α"']],
          [
            [{ do: 'save', title: 'salt', abstract: 'b-cell 19' }],
            ['salt -title:"b cell"', 'salt -title:b-cell'],
          ],
          [[{ do: 'save', title: 'TNF-α', abstract: 'TNFα tnfalpha' }], ['-tnfalpha', '"tnf α"']],
        ],
      },
    )
  })
})

async function ordered(library: Library, text: string): Promise<string[]> {
  return (await library.query({ text, first: 100 })).rows.map(({ id }) => id)
}

async function readState(indexedDB: IDBFactory): Promise<State> {
  const raw = await openRaw(indexedDB)
  const state = (await raw.get('meta', 'state')) as State
  raw.close()
  return state
}
