import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { marksOf, snippetOf } from '../../src/library/marks.ts'
import { freshLibrary, numbered, paper } from './paper.ts'

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
  it('gives pages newest first, each row once, with the total', async () => {
    const { library, ids } = await filled()
    const seen: string[] = []
    const totals: (number | undefined)[] = []
    let after: string | undefined
    do {
      const page = await library.query(after === undefined ? {} : { after })
      seen.push(...page.rows.map((row) => row.id))
      totals.push(page.total)
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual(ids.toReversed())
    expect(totals).toEqual([120, undefined, undefined])
  })

  it('gives the same by a cursor, where the browser has no getAllRecords', async () => {
    const { indexedDB, library } = await filled()
    const index = (globalThis as { IDBIndex?: { prototype: { getAllRecords?: unknown } } }).IDBIndex
    const { getAllRecords } = index?.prototype ?? {}
    expect(getAllRecords).toBeTypeOf('function')
    const fast = await library.query({ limit: 7, tags: [], text: 'gauge' })
    delete index?.prototype.getAllRecords
    try {
      expect(await freshLibrary({ indexedDB }).query({ limit: 7, text: 'gauge' })).toEqual(fast)
      expect((await freshLibrary({ indexedDB }).query({})).rows).toHaveLength(50)
    } finally {
      if (index) index.prototype.getAllRecords = getAllRecords
    }
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
    expect(found.rows[0]).toMatchObject({
      id: first,
      titleMarks: [[0, 5]],
      snippet: { text: 'Kelp forests of Ålesund.', marks: [[16, 20]] },
    })
    expect((await library.query({ text: 'kelp gauge' })).total).toBe(0)
    expect((await library.query({ tags: ['SEA'] })).rows.map(({ id }) => id)).toEqual([
      second,
      first,
    ])
    expect((await library.query({ tags: ['SEA'] })).total).toBe(2)
    expect((await library.query({ tags: ['sea', 'read'] })).rows.map(({ id }) => id)).toEqual([
      first,
    ])
    expect(
      (await library.query({ tags: ['sea'], text: 'gauge' })).rows.map(({ id }) => id),
    ).toEqual([second])
    expect((await library.query({ tags: ['none'] })).total).toBe(0)
    const words = await library.query({ text: 'gauge' })
    expect(words).toMatchObject({ total: 119, next: expect.any(String) })
    expect(words.rows).toHaveLength(50)
  })

  it('marks a title without its markup', async () => {
    const library = freshLibrary()
    await library.save(paper())
    const [row] = (await library.query({ text: 'lagoon' })).rows
    expect(row?.title).toBe('Slow tides in shallow <i>lagoons</i>')
    expect(row?.titleMarks).toEqual([[22, 28]])
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
