import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCslJson } from '../../src/formats/csl-json-read.ts'
import { writeCslJson } from '../../src/formats/csl-json-write.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'
import { anyRecord, anyText, joinedText, readingWith, recordsIn } from './any-record.ts'
import { recordOf } from './record-of.ts'

const { read, records, outline } = readingWith(readCslJson)

function withoutDeleted({ deleted: _, ...record }: LibraryRecord): object {
  return record
}

const paper = recordOf(
  {
    title: 'Counting <i>Fagus</i> & <sc>dna</sc>',
    author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
    issued: { 'date-parts': [[2021, 3]] },
    keyword: 'dust, tides',
    abstract: 'AIMS: To weigh dust.\n\nMethods: Scales, p < 0.05.',
  },
  {
    id: 'r:0a',
    sections: [
      { label: 'AIMS', text: 'To weigh dust.' },
      { label: 'Methods', text: 'Scales, p < 0.05.' },
    ],
    publicationTypes: ['Journal Article'],
    identifiers: ['doi:10.1000/a'],
    tags: ['Dust', 'to read'],
    note: 'Mine.',
    decision: 'exclude',
    reason: 'wrong dust',
    citationKey: 'berg2021counting',
    source: {
      url: 'https://example.org/',
      portal: 'generic',
      capturedAt: '2026-03-14T10:15:00.000Z',
      fields: { abstract: { source: 'section#abstract', others: [] } },
      removed: [],
      doubts: [],
      translations: [{ language: 'de', sections: [{ text: 'Staub.' }] }],
    },
  },
)

describe('writeCslJson', () => {
  it('writes CSL items with what is ours under custom', async () => {
    const [item] = JSON.parse(await joinedText(writeCslJson([paper])))
    const { custom, ...csl } = item
    expect(csl).toEqual({
      id: 'berg2021counting',
      'citation-key': 'berg2021counting',
      type: 'article-journal',
      title: 'Counting <i>Fagus</i> & <span style="font-variant:small-caps;">dna</span>',
      author: paper.item.author,
      issued: { 'date-parts': [[2021, 3]] },
      keyword: 'dust, tides, to read',
      abstract: paper.item.abstract,
      annote: 'Mine.',
    })
    expect(custom).toMatchObject({ tags: ['Dust', 'to read'], decision: 'exclude', id: 'r:0a' })
  })

  it('leaves out what is switched off, wherever it stands', async () => {
    const options = { tags: false, notes: false, abstracts: false }
    const text = await joinedText(writeCslJson([paper], options))
    expect(text).not.toMatch(/to read|Mine|weigh|Scales|Staub|section#abstract/)
    const [back] = await records(text)
    expect(back).toMatchObject({ tags: [], sections: [], item: { keyword: 'dust, tides' } })
  })

  it('writes an empty array for nothing, and each id once', async () => {
    expect(JSON.parse(await joinedText(writeCslJson([])))).toEqual([])
    const two = JSON.parse(await joinedText(writeCslJson([paper, { ...paper, id: 'r:0b' }])))
    expect(two.map(({ id }: { id: string }) => id)).toEqual(['berg2021counting', 'r:0b'])
  })

  it('comes back whole, whatever stands in the record and however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRecord, { maxLength: 3 }),
        fc.integer({ min: 1, max: 400 }),
        async (some, size) => {
          const text = await joinedText(writeCslJson(some))
          const found = await read(text, size)
          expect(recordsIn(found)).toEqual(some.map(withoutDeleted))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('is written one record at a time', async () => {
    let taken = 0
    function* source(): Generator<LibraryRecord> {
      for (; taken < 100_000; taken++) yield paper
    }
    const pieces = writeCslJson(source())
    await pieces.next()
    expect(taken).toBeLessThan(500)
    await pieces.return(undefined)
  })
})

describe('readCslJson', () => {
  it('reads items of ours that are written by hand, and an abstract that was changed elsewhere', async () => {
    const item = {
      id: 1,
      type: 'article-journal',
      title: 'A <em>',
      keyword: 'dust',
      annote: 'Mine.',
      abstract: 'AIMS: New.\n\nRESULTS: None.',
      custom: { tags: ['x', 'X', 3], decision: 'include', sections: [{ text: 'Old.' }] },
    }
    expect(await records(JSON.stringify([item]))).toEqual([
      {
        item: {
          type: 'article-journal',
          title: 'A <em>',
          keyword: 'dust',
          abstract: item.abstract,
        },
        sections: [
          { label: 'AIMS', text: 'New.' },
          { label: 'RESULTS', text: 'None.' },
        ],
        tags: ['x'],
        note: 'Mine.',
        decision: 'include',
      },
    ])
  })

  it('reads Zotero: Extra with ids and words, addresses as ids', async () => {
    const [record] = await records(
      JSON.stringify([
        {
          id: 'http://zotero.org/users/1/items/ABCD',
          type: 'speech',
          title: 'On <span class="nocase">mRNA</span> &amp; dust',
          'event-title': 'DustCon',
          note: 'PMID: 123\nPMCID: PMC45\nRead twice.',
          'citation-key': 'ito2020',
        },
      ]),
    )
    expect(record).toEqual({
      item: {
        type: 'paper-conference',
        title: 'On mRNA & dust',
        'event-title': 'DustCon',
        PMID: '123',
        PMCID: 'PMC45',
      },
      sections: [],
      tags: [],
      note: 'Read twice.',
      citationKey: 'ito2020',
    })
  })

  it('reads Better BibTeX: Zotero’s fields under items, notes and collections no papers', async () => {
    const file = {
      config: { label: 'BetterBibTeX JSON', options: {} },
      collections: { AB: { key: 'AB', items: [1, 2], collections: [] } },
      items: [
        {
          itemType: 'journalArticle',
          title: 'Dust',
          creators: [
            { creatorType: 'author', lastName: 'Ito', firstName: 'Ken' },
            { creatorType: 'author', name: 'HARBOUR Group' },
            { creatorType: 'editor', lastName: 'Roe', firstName: 'Jane' },
          ],
          publicationTitle: 'J Dust',
          date: '2020-05-01',
          abstractNote: 'Text.',
          tags: [{ tag: 'mine' }, { tag: 'Dust', type: 1 }],
          notes: [{ note: '<p>One.</p><p>Two.</p>' }],
          citationKey: 'ito2020',
        },
        { itemType: 'note', note: 'x' },
      ],
      preferences: { x: [1] },
    }
    expect(await records(JSON.stringify(file, undefined, 2))).toEqual([
      {
        item: {
          type: 'article-journal',
          title: 'Dust',
          'container-title': 'J Dust',
          author: [{ family: 'Ito', given: 'Ken' }, { literal: 'HARBOUR Group' }],
          editor: [{ family: 'Roe', given: 'Jane' }],
          issued: { 'date-parts': [[2020, 5, 1]] },
          abstract: 'Text.',
          keyword: 'Dust',
        },
        sections: [{ text: 'Text.' }],
        tags: ['mine'],
        note: 'One.\n\nTwo.',
        citationKey: 'ito2020',
      },
    ])
  })

  it('reads Crossref: lists of titles, JATS, groups, dates without a value', async () => {
    const work = {
      indexed: { 'date-parts': [[2024, 1, 1]] },
      type: 'journal-article',
      title: ['Dust &amp; <em>tides</em>'],
      'container-title': ['J Dust'],
      'short-container-title': ['JD'],
      ISSN: ['0378-5955', '1878-5891'],
      DOI: '10.1000/a',
      abstract: '<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>',
      author: [{ given: 'Ken', family: 'Ito', sequence: 'first' }, { name: 'HARBOUR' }],
      issued: { 'date-parts': [[null]] },
      'published-print': { 'date-parts': [[2020, 5]] },
      subject: ['Dust', 'Tides'],
    }
    const item = {
      type: 'article-journal',
      title: 'Dust & <i>tides</i>',
      'container-title': 'J Dust',
      'container-title-short': 'JD',
      ISSN: '0378-5955',
      DOI: '10.1000/a',
      abstract: 'One.\n\nTwo.',
      author: [{ given: 'Ken', family: 'Ito' }, { literal: 'HARBOUR' }],
      issued: { 'date-parts': [[2020, 5]] },
      keyword: 'Dust, Tides',
    }
    const list = { status: 'ok', message: { 'total-results': 2, items: [work, work] } }
    expect((await records(JSON.stringify(list))).map((one) => one.item)).toEqual([item, item])
    const single = { status: 'ok', 'message-type': 'work', message: work }
    expect((await records(JSON.stringify(single))).map((one) => one.item)).toEqual([item])
  })

  it('reads pandoc, Mendeley, a single item, and items one a line', async () => {
    const pandoc = {
      references: [{ id: 'ito2020', title: 'Dust', issued: '2020-05', type: 'book' }],
    }
    expect(await records(JSON.stringify(pandoc))).toMatchObject([
      { citationKey: 'ito2020', item: { type: 'book', issued: { 'date-parts': [[2020, 5]] } } },
    ])
    const mendeley = {
      citationItems: [
        {
          id: 'ITEM-1',
          itemData: {
            id: 'ITEM-1',
            title: 'Dust',
            type: 'article-journal',
            author: [{ 'dropping-particle': '', family: 'Ito', given: 'K.', suffix: '' }],
            issued: { 'date-parts': [['2020']] },
          },
        },
      ],
    }
    const [one] = await records(JSON.stringify(mendeley))
    expect(one?.item.author).toEqual([{ family: 'Ito', given: 'K.' }])
    expect(one).not.toHaveProperty('citationKey')
    expect(await outline('\ufeff{"id":"a1","title":"One","author":[{"family":"X"}]}')).toEqual([
      'One',
    ])
    expect(await outline('{"title":"One"}\n{"title":"Two"}\n')).toEqual(['One', 'Two'])
    expect(await outline('  ')).toEqual([])
  })

  it.each([
    ['no comma', '[{"title":"A"}\n{"title":"B"}]', ['A', 'B']],
    ['a comma too many', '[{"title":"A"},\n]', ['A']],
    [
      'no value',
      '[{"id":"a","title":"A"},\n{"id":"b","title":},\n{"id":"c","title":"C"}]',
      ['A', 2, 'C'],
    ],
    [
      'a lost quotation mark',
      '[{"id":"a","title":"A"},{"id":"b","title":"B,"author":[{"family":"X"},{"family":"Y"}],"page":"1"},{"id":"c","title":"C"}]',
      ['A', 1, 'C'],
    ],
    [
      'a lost bracket',
      '[{"id":"a","title":"A"},\n{"id":"b","author":[{"family":"X"}],\n{"id":"c","title":"C"},\n{"id":"d","title":"D"}]',
      ['A', 2, 'C', 'D'],
    ],
    ['no end', '[{"id":"a","title":"A"},\n{"id":"b","title":"B"', ['A', 2]],
    ['no end in a string', '[{"id":"a","title":"A"},\n{"id":"b","title":"B\\', ['A', 2]],
    ['a line end in a string', '[{"title":"A\nB"},{"title":"C"}]', ['A B', 'C']],
    ['words in between', '[{"title":"A"},\noops,\n{"title":"C"}]', ['A', 2, 'C']],
    [
      'numbers in between',
      '123\n[{"title":"A"},\n"b"\n{"title":"C"}]\ntrue\n',
      [1, 'A', 3, 'C', 5],
    ],
    ['what is no paper', '[1,\n{"type":"book"},\n"x"]', [1, 2, 3]],
  ])('goes on behind %s', async (_, text, found) => {
    for (const size of [1, 7, undefined]) expect(await outline(text, size)).toEqual(found)
  })

  it.each([
    ['[', [1]],
    ['\n[\n', [2]],
    ['[{"id":"a","title":"A"},\n', ['A', 1]],
    ['{"items":[', [1]],
    ['[{"id":"a","title":"A"},{"id":"b"', ['A', 1]],
    ['[]', []],
    ['{"items":[]}', []],
    ['[{"id":"a","title":"A"}]', ['A']],
  ])('says that a file breaks off: %s', async (text, found) => {
    for (const size of [1, 7, undefined]) expect(await outline(text, size)).toEqual(found)
  })

  it('reads the first of several addresses', async () => {
    const item = { type: 'article-journal', title: 'Dust', URL: 'http://a.org/1 http://b.org/2' }
    expect(await records(JSON.stringify([item]))).toMatchObject([
      { item: { URL: 'http://a.org/1' } },
    ])
  })

  it.each([
    ['PMID: 123', '123'],
    [123, '123'],
    ['https://pubmed.ncbi.nlm.nih.gov/123/', '123'],
    ['none', undefined],
  ])('reads a PMID: %s', async (PMID, id) => {
    const [record] = await records(JSON.stringify([{ type: 'book', title: 'Dust', PMID }]))
    expect(record?.item.PMID).toBe(id)
  })

  it('keeps a broken entry’s text, and says why', async () => {
    const [, entry] = await read('[{"id":"a","title":"A"},\n{"id":"b","title":},\n{"id":"c"}]')
    expect(entry).toEqual({
      broken: { line: 2, reason: 'not-json', text: '{"id":"b","title":}' },
    })
  })

  it('never throws, and pollutes nothing', async () => {
    const text = '[{"__proto__":{"polluted":1},"title":"A","custom":{"__proto__":{"tags":["x"]}}}]'
    expect(await outline(text)).toEqual(['A'])
    expect(Object.prototype).not.toHaveProperty('polluted')
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          anyText,
          fc.json(),
          fc.tuple(fc.nat(), fc.nat(), anyText).map(([at, length, put]) => {
            const start = at % text.length
            return text.slice(0, start) + put + text.slice(start + (length % 20))
          }),
        ),
        fc.integer({ min: 1, max: 30 }),
        async (any, size) => void (await read(any, size)),
      ),
      { numRuns: 500 },
    )
  })

  // The list's name is spelled as no program spells it, or the scanner would take its entries one by one.
  it.each([
    ['lists in lists', '{"message":{"ite\\u006ds":', '[', ']', '}}'],
    ['answers in answers', '', '{"message":', '}', ''],
  ])('takes %s 100,000 deep for one broken entry', async (_, before, open, close, after) => {
    const deep = `${before}${open.repeat(100_000)}1${close.repeat(100_000)}${after}`
    const [broken, good, ...more] = await read(`[${deep},{"title":"Reeds"}]`)
    expect(broken).toMatchObject({ broken: { line: 1 } })
    expect(good).toMatchObject({ record: { item: { title: 'Reeds' } } })
    expect(more).toEqual([])
  })

  it.each(['title', 'author', 'issued', 'keyword', 'custom', 'note', 'DOI', 'data', 'itemType'])(
    'reads a paper whose %s is 100,000 lists deep',
    async (member) => {
      for (const before of ['"type":"book"', '"itemType":"book"', '"custom":{"savedAt":1}']) {
        const deep = `{${before},"publisher":"Gull","${member}":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
        const [, good] = await read(`[${deep},{"title":"Reeds"}]`)
        expect(good).toMatchObject({ record: { item: { title: 'Reeds' } } })
      }
    },
  )

  it.each([
    ['entries without an end', '', '{"id":"a",'],
    ['brackets', '', '['],
    ['deep brackets', '{"id":', '['],
    ['fragments', '', '"},{"'],
    ['unclosed strings', '', '{"id":"'],
    ['lines', '', '{"id":1\n'],
    ['backslashes', '{"id":"', '\\'],
  ])('needs ten times as long for ten times as many %s', untilMeasured, (_, before, unit) =>
    growsLinearly(repeated(unit), (text) => read(`${before}${text}`), 100_000),
  )

  it('sees that an entry has lost its end where the next one begins, not at the end of the file', async () => {
    let given = 0
    function* source(): Generator<string> {
      yield '[{"id":"x","author":[{"family":"X"}],\n'
      for (; given < 1_000; given++) yield '{"id":"a","title":"A"},\n'
      yield ']'
    }
    const entries = readCslJson(source())
    expect((await entries.next()).value).toMatchObject({ broken: { line: 1 } })
    expect((await entries.next()).value).toMatchObject({ record: { item: { title: 'A' } } })
    expect(given).toBeLessThan(5)
    await entries.return(undefined)
  })

  it('reads entries as they come, however many', async () => {
    const entry = '{"id":"a","title":"A","author":[{"family":"B"}],"abstract":"C"}'
    let given = 0
    function* source(): Generator<string> {
      yield '['
      for (; given < 20_000; given++) yield `${given === 0 ? '' : ',\n'}${entry}`
      yield ']'
    }
    let count = 0
    for await (const one of readCslJson(source())) {
      expect('record' in one).toBe(true)
      count += 1
      if (count === 10) expect(given).toBeLessThan(20)
    }
    expect(count).toBe(20_000)
  })
})
