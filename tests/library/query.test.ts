import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { marksOf, snippetOf, wordsToMark } from '../../src/library/marks.ts'
import { parseQuery } from '../../src/library/search/parse-query.ts'
import { all, freshLibrary, numbered, throughJson } from './paper.ts'

describe('words', () => {
  it('are marked where they stand in the text as it is written', () => {
    const text = 'The ﬁne Straße of Zu\u0308rich, e\u0301tude'
    const cut = (words: string[]) => marksOf(text, words).map(([from, to]) => text.slice(from, to))
    expect(cut(['strass'])).toEqual(['Straß'])
    expect(cut(['fin', 'zur', 'etude'])).toEqual(['ﬁn', 'Zu\u0308r', 'e\u0301tude'])
    expect(marksOf('tides tide', ['tide', 'tides'])).toEqual([
      [0, 5],
      [6, 10],
    ])
    expect(marksOf('anything', [])).toEqual([])
  })

  it('are marked by the name of a Greek letter too, alone and among others', () => {
    const text = 'TNFα, TNF-α, IFNγ and tnfalpha'
    const cut = (query: string) =>
      marksOf(text, wordsToMark(parseQuery(query))).map(([from, to]) => text.slice(from, to))
    expect(cut('tnfalpha')).toEqual(['TNFα', 'TNF', 'α', 'tnfalpha'])
    expect(cut('TNFα')).toEqual(cut('tnfalpha'))
    expect(cut('gamma')).toEqual(['γ'])
  })

  it('are marked as one where they are a phrase, and not each by itself', () => {
    const cut = (text: string, query: string) =>
      marksOf(text, wordsToMark(parseQuery(query))).map(([from, to]) => text.slice(from, to))
    const text = 'The quality of life, and of the quality-of-life scales; quality of lifestyle'
    expect(cut(text, '"quality of life"')).toEqual(['quality of life', 'quality-of-life'])
    expect(cut('TNF-α levels, TNFα level', '"TNFα levels"')).toEqual(['TNF-α levels'])
    expect(cut('基于深度学习的港口', '"深度学习"')).toEqual(['深度学习'])
    expect(cut('C++ and cells in C', '"c++"')).toEqual(['C', 'C'])
  })

  it('stand in a snippet that is cut between words', () => {
    const text = `${'early words '.repeat(30)}the tide turned ${'late words '.repeat(30)}`.trim()
    const snippet = snippetOf(text, marksOf(text, ['tide']))
    expect(snippet.text).toMatch(/^…(?:early|words) .* the tide turned .*(?:late|words)…$/)
    expect(snippet.text.length).toBeLessThan(200)
    expect(snippet.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['tide'])
    const whole = snippetOf('The tide.', [[4, 8]])
    expect(whole).toEqual({ text: 'The tide.', marks: [[4, 8]] })
  })
})

async function filled() {
  const indexedDB = new IDBFactory()
  const library = freshLibrary({ indexedDB })
  const ids: string[] = []
  for (let n = 1; n <= 120; n++) ids.push((await library.save(numbered(n))).record.id)
  return { indexedDB, library, ids }
}

describe('querying', () => {
  it('gives the newest first, as many as are asked for', async () => {
    const { library, ids } = await filled()
    const newest = ids.toReversed()
    expect((await library.query({})).rows.map(({ id }) => id)).toEqual(newest.slice(0, 50))
    const found = await library.query({ text: 'gauge', first: 7 })
    expect(found.rows.map(({ id }) => id)).toEqual(newest.slice(0, 7))
    expect(found.total).toBe(120)
    const rest = await library.rows([...(found.numbers ?? [])].slice(7))
    expect(rest.map((row) => row?.id)).toEqual(newest.slice(7))
  })

  it('gives the same by a cursor, where the browser has no getAllRecords', async () => {
    const { indexedDB, library } = await filled()
    const index = (globalThis as { IDBIndex?: { prototype: { getAllRecords?: unknown } } }).IDBIndex
    const { getAllRecords } = index?.prototype ?? {}
    expect(getAllRecords).toBeTypeOf('function')
    const fast = await library.query({ first: 70 })
    delete index?.prototype.getAllRecords
    try {
      expect(await freshLibrary({ indexedDB }).query({ first: 70 })).toEqual(fast)
    } finally {
      if (index) index.prototype.getAllRecords = getAllRecords
    }
  })

  it('knows rows by their numbers until a search would see them changed', async () => {
    const { library, ids } = await filled()
    const [first = ''] = ids
    const find = async () => [...((await library.query({ text: '0001' })).numbers ?? [])]
    const numbers = await find()
    expect((await library.rows(numbers))[0]?.id).toBe(first)
    await library.edit(first, { citationKey: 'paper1' })
    expect(await find()).toEqual(numbers)
    await library.edit(first, { note: 'salt' })
    expect(await find()).not.toEqual(numbers)
    expect(await library.rows(numbers)).toEqual([undefined])
    await library.remove([first])
    expect(await library.rows(await find())).toEqual([])
  })

  it('finds what has all words in title or abstract, and all tags', async () => {
    const { library, ids } = await filled()
    const [first = '', second = ''] = ids
    await library.edit(first, {
      addTags: ['Sea', 'read'],
      sections: [{ text: 'Kelp forests of Ålesund.' }],
    })
    await library.edit(second, { addTags: ['sea'] })
    const found = await library.query({ text: 'paper ales' })
    expect(found.total).toBe(1)
    expect(found.rows[0]).toMatchObject({ id: first })
    expect(found.words).toEqual(['paper', 'ales', 'ale'])
    expect(await library.snippets([first, second], found.words)).toEqual([
      { text: 'Kelp forests of Ålesund.', marks: [[16, 20]] },
      undefined,
    ])
    const idsOf = async (query: { text?: string; tags?: string[] }) =>
      (await library.query(query)).rows.map(({ id }) => id)
    expect(await idsOf({ text: 'kelp gauge' })).toEqual([])
    expect(await idsOf({ tags: ['SEA'] })).toEqual([second, first])
    expect(await idsOf({ tags: ['sea', 'read'] })).toEqual([first])
    expect(await idsOf({ tags: ['sea'], text: 'gauge' })).toEqual([second])
    expect(await idsOf({ tags: ['none'] })).toEqual([])
    const words = await library.query({ text: 'gauge' })
    expect(words.total).toBe(119)
    expect(words.rows).toHaveLength(50)
  })

  it('finds a paper by an identifier that was pasted in place of words', async () => {
    const { library } = await filled()
    const { record } = await library.save(numbered(500, { DOI: '10.5555/Kelp.500', PMID: '4242' }))
    const idsOf = async (text: string) => (await library.query({ text })).rows.map(({ id }) => id)
    for (const text of ['10.5555/kelp.500', 'https://doi.org/10.5555/Kelp.500', 'PMID 4242'])
      expect(await idsOf(text)).toEqual([record.id])
    expect((await library.query({ text: '10.5555/kelp.500' })).total).toBe(1)
    await library.remove([record.id])
    expect(await idsOf('PMID 4242')).toEqual([])
  })

  it('stops when it is told to', async () => {
    const { library } = await filled()
    const stop = new AbortController()
    const search = library.query({ text: 'gauge', signal: stop.signal })
    stop.abort()
    await expect(search).rejects.toThrow(/abort/i)
    await expect(library.query({ signal: stop.signal })).rejects.toThrow(/abort/i)
  })
})

describe('the numbers of all rows', () => {
  it('stand in the order of the list, also before anything is indexed', async () => {
    const library = freshLibrary()
    for (let n = 1; n <= 12; n++) await library.save(numbered(n))
    const documents = throughJson(await all(library.exportDocuments()))
    const copy = freshLibrary()
    await copy.importDocuments(
      documents.map((each) => ({ ...each, savedAt: '2026-01-01T00:00:00Z' })),
    )
    const listed = await copy.query({ first: 50 })
    const {
      numbers = new Uint32Array(),
      total,
      isIndexing,
    } = await copy.query({
      numbered: true,
      first: 0,
    })
    expect([total, isIndexing]).toEqual([12, false])
    const rows = await copy.rows([...numbers])
    expect(rows.map((row) => row?.id)).toEqual(listed.rows.map(({ id }) => id))
  })
})
