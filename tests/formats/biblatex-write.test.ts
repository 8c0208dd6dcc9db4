import { describe, expect, it } from 'vitest'
import { biblatexEntry, writeBiblatex } from '../../src/formats/biblatex-write.ts'
import { type DateParts, type Item, itemTypes } from '../../src/item/item.ts'
import { recordOf } from './record-of.ts'
import { readStrictBibtex } from './strict-bibtex.ts'

function entryOf(item: Partial<Item>): { type: string; fields: { [field: string]: string } } {
  const [entry] = readStrictBibtex(biblatexEntry(recordOf(item)))
  return { type: entry?.type ?? '', fields: Object.fromEntries(entry?.fields ?? []) }
}

it.each<[DateParts, string]>([
  [[2021, 2, 30], '2021-02'],
  [[2021, 13, 1], '2021'],
  [[2020, 2, 29], '2020-02-29'],
])('writes no date that never was: %j', (parts, text) => {
  const date = { 'date-parts': [parts] }
  const { fields } = entryOf({ title: 'T', issued: date, accessed: date })
  expect(fields).toMatchObject({ date: text, urldate: text })
})

it('writes ranges of Roman pages as ranges', () => {
  expect(entryOf({ title: 'T', page: 'iii-x, XI–12' }).fields.pages).toBe('iii--x, XI--12')
})

describe('biblatexEntry', () => {
  it('writes a paper whole', () => {
    const record = recordOf(
      {
        title: 'Counting mRNA: A story',
        author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
        'container-title': 'Journal of Dust & Tides',
        'container-title-short': 'J. Dust',
        issued: { 'date-parts': [[2021, 3, 14]] },
        accessed: { 'date-parts': [[2022, 1, 5]] },
        volume: '12',
        issue: '3',
        page: '123–129',
        DOI: '10.1000/abc',
        PMID: '123',
        'publisher-place': 'Kiel',
        language: 'en',
      },
      { citationKey: 'vanderberg2021', tags: ['to read'], note: 'mine', decision: 'include' },
    )
    expect(biblatexEntry(record)).toBe(`@article{vanderberg2021,
  title = {Counting {mRNA}: {A} story},
  author = {van der Berg, Jan},
  journaltitle = {Journal of Dust \\& Tides},
  shortjournal = {J. Dust},
  location = {Kiel},
  date = {2021-03-14},
  volume = {12},
  number = {3},
  pages = {123--129},
  doi = {10.1000/abc},
  pmid = {123},
  langid = {english},
  urldate = {2022-01-05},
  keywords = {to read},
  annote = {mine}
}
`)
    expect(biblatexEntry(record, { decisions: true, notes: false, tags: false })).toContain(
      '  decision = {include}\n}',
    )
  })
  it('writes an arXiv paper with its eprint', () => {
    expect(
      entryOf({
        type: 'article',
        archive: 'arXiv',
        number: 'arXiv:1706.03762',
        archive_location: 'cs.CL',
      }),
    ).toEqual({
      type: 'online',
      fields: { eprint: '1706.03762', eprinttype: 'arxiv', eprintclass: 'cs.CL' },
    })
  })
  it.each<[Partial<Item>, string, { [field: string]: string }]>([
    [
      { type: 'thesis', genre: 'PhD thesis', publisher: 'U' },
      'thesis',
      { type: 'PhD thesis', institution: 'U' },
    ],
    [{ type: 'report', publisher: 'U', number: '5' }, 'report', { institution: 'U', number: '5' }],
    [{ type: 'webpage', 'container-title': 'C' }, 'online', { organization: 'C' }],
    [{ type: 'article' }, 'online', { entrysubtype: 'preprint' }],
    [{ type: 'article-magazine' }, 'article', { entrysubtype: 'magazine' }],
    [{ type: 'chapter', 'container-title': 'C' }, 'incollection', { booktitle: 'C' }],
    [{ language: 'pt-BR' }, 'article', { language: 'pt-BR', langid: 'portuguese' }],
    [{ language: 'eu' }, 'article', { language: 'eu' }],
    [
      {
        issued: {
          'date-parts': [
            [2017, 5],
            [2017, 6],
          ],
        },
      },
      'article',
      { date: '2017-05/2017-06' },
    ],
    [{ issued: { literal: 'in press' } }, 'article', { year: 'in press' }],
  ])('%j', (item, type, fields) => {
    const found = entryOf(item)
    expect(found.type).toBe(type)
    expect(found.fields).toMatchObject(fields)
  })
  it('writes at least one field', () => {
    expect(entryOf({})).toEqual({ type: 'article', fields: { title: '(untitled)' } })
  })
})

describe('writeBiblatex', () => {
  it('writes every type under a key of its own', async () => {
    let text = ''
    for await (const piece of writeBiblatex(
      itemTypes.map((type) => recordOf({ type, title: 'Dust' })),
    ))
      text += piece
    expect(readStrictBibtex(text)).toHaveLength(itemTypes.length)
  })
})
