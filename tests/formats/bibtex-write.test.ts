import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bibtexEntry, writeBibtex } from '../../src/formats/bibtex-write.ts'
import { codecOf } from '../../src/formats/codecs.ts'
import type { WriteOptions } from '../../src/formats/entry.ts'
import { itemTypes, type Name } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'
import { recordOf } from './record-of.ts'
import { readStrictBibtex } from './strict-bibtex.ts'

async function written(records: LibraryRecord[], options?: WriteOptions): Promise<string> {
  let text = ''
  for await (const piece of writeBibtex(records, options)) text += piece
  return text
}

function fieldsOf(one: LibraryRecord, options?: WriteOptions): { [field: string]: string } {
  const [entry] = readStrictBibtex(bibtexEntry(one, options))
  return Object.fromEntries(entry?.fields ?? [])
}

describe('bibtexEntry', () => {
  it('writes a paper whole', () => {
    const paper = recordOf(
      {
        title: 'Counting mRNA in <i>Fagus sylvatica</i> & friends',
        author: [
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
          { literal: 'HARBOUR Group' },
        ],
        'container-title': 'Journal of Dust & Tides',
        issued: { 'date-parts': [[2021, 3, 14]] },
        volume: '12',
        issue: '3',
        page: '123–129',
        DOI: '10.1000/abc_<1>',
        PMID: '123',
        PMCID: 'PMC45',
        ISSN: '0378-5955',
        URL: 'https://example.org/a_b%20{c}',
        keyword: 'dust, tides',
        language: 'en',
        abstract: 'not used where sections are',
      },
      {
        citationKey: 'vanderberg2021counting',
        tags: ['to read', 'Tides', 'a, b'],
        note: 'p < 0.05?\n\nSee {fig. 2',
        sections: [{ label: 'AIM', text: 'To count 100 %.' }, { text: 'Done.\n\nReally.' }],
      },
    )
    expect(bibtexEntry(paper)).toBe(`@article{vanderberg2021counting,
  title = {Counting {mRNA} in {{\\textit{Fagus sylvatica}}} \\& friends},
  author = {van der Berg, Jr., Jan and {HARBOUR Group}},
  journal = {Journal of Dust \\& Tides},
  year = {2021},
  month = mar,
  volume = {12},
  number = {3},
  pages = {123--129},
  doi = {10.1000/abc_<1>},
  url = {https://example.org/a_b%20%7Bc%7D},
  issn = {0378-5955},
  pmid = {123},
  pmcid = {PMC45},
  language = {en},
  langid = {english},
  keywords = {dust, tides, to read, {a, b}},
  abstract = {AIM: To count 100 \\%.{ }

Done.{ }

Really.},
  annote = {p $<$ 0.05?{ }

See \\{\\vphantom{\\}}fig. 2}
}
`)
  })
  it('writes an arXiv paper with its eprint', () => {
    const fields = fieldsOf(
      recordOf({
        type: 'article',
        archive: 'arXiv',
        number: 'arXiv:1706.03762v5',
        archive_location: 'cs.CL',
        issued: { 'date-parts': [[2017]] },
      }),
    )
    expect(fields).toEqual({
      year: '2017',
      eprint: '1706.03762',
      archiveprefix: 'arXiv',
      primaryclass: 'cs.CL',
    })
  })
  it('leaves out tags, notes and abstracts when asked to', () => {
    const one = recordOf(
      { keyword: 'dust', abstract: 'We count.' },
      { tags: ['secret'], note: 'mine' },
    )
    expect(fieldsOf(one)).toEqual({
      keywords: 'dust, secret',
      abstract: 'We count.',
      annote: 'mine',
    })
    expect(fieldsOf(one, { tags: false, abstracts: false, notes: false })).toEqual({
      keywords: 'dust',
    })
  })
  it.each([
    ['chapter', {}, 'incollection', 'booktitle'],
    ['paper-conference', {}, 'inproceedings', 'booktitle'],
    ['thesis', { genre: 'PhD thesis' }, 'phdthesis', undefined],
    ['thesis', { genre: "Master's thesis" }, 'mastersthesis', undefined],
    ['report', {}, 'techreport', undefined],
    ['article', {}, 'misc', 'howpublished'],
    ['webpage', {}, 'misc', 'howpublished'],
  ] as const)('a %s %j is a %s', (type, more, entryType, container) => {
    const [entry] = readStrictBibtex(
      bibtexEntry(recordOf({ type, 'container-title': 'C', ...more })),
    )
    expect(entry?.type).toBe(entryType)
    expect([...(entry?.fields ?? [])].find(([, value]) => value === 'C')?.[0]).toBe(container)
  })
  it.each([
    ['123-9', '123--9'],
    ['S12 – S19', 'S12--S19'],
    ['1-3, 7-9', '1--3, 7--9'],
    ['e1000', 'e1000'],
    ['12A-14B', '12A--14B'],
    ['x-ray', 'x-ray'],
  ])('pages %s', (page, pages) => {
    expect(fieldsOf(recordOf({ page })).pages).toBe(pages)
  })
  it('writes at least one field', () => {
    expect(fieldsOf(recordOf({ title: ' \u0000' }))).toEqual({ title: '(untitled)' })
  })
  it('writes a date that is only words as the year', () => {
    expect(fieldsOf(recordOf({ issued: { literal: 'in press' } })).year).toBe('in press')
  })
})

describe('writeBibtex', () => {
  it('keeps stored keys, and gives a free one where it must', async () => {
    const item = {
      author: [{ family: 'Ito' }],
      issued: { 'date-parts': [[2020] as [number]] },
      title: 'Dust',
    }
    const text = await written([
      recordOf(item, { citationKey: 'ito2020dust' }),
      recordOf(item),
      recordOf(item, { citationKey: 'ITO2020dust' }),
      recordOf(item, { citationKey: 'bad key,{}' }),
      recordOf(item, { citationKey: 'Mine:1' }),
      recordOf(item, { citationKey: 'mine:1' }),
    ])
    expect(readStrictBibtex(text).map((entry) => entry.key)).toEqual([
      'ito2020dust',
      'ito2020dusta',
      'ito2020dustb',
      'ito2020dustc',
      'Mine:1',
      'ito2020dustd',
    ])
  })
  it('gives the default key with a letter where an entry of the file has it, the same each time', async () => {
    const smith = (title: string, more = {}) =>
      recordOf({ author: [{ family: 'Smith' }], issued: { 'date-parts': [[2020]] }, title }, more)
    const records = [
      smith('Deep learning'),
      smith('The deep sea'),
      smith('Deep', { citationKey: 'smith2020deepb' }),
      smith('Of deep waters'),
      smith('Shallow waters'),
    ]
    const keys = async () => readStrictBibtex(await written(records)).map(({ key }) => key)
    expect(await keys()).toEqual([
      'smith2020deep',
      'smith2020deepa',
      'smith2020deepb',
      'smith2020deepc',
      'smith2020shallow',
    ])
    expect(await keys()).toEqual(await keys())
    expect(bibtexEntry(smith('Deep learning'))).toContain('@article{smith2020deep,')
  })
  it(
    'needs ten times as long for ten times as many papers that have one default key',
    untilMeasured,
    async () => {
      const papers = (text: string) => written(Array.from(text, () => recordOf({ volume: '1' })))
      await growsLinearly(repeated(' '), papers, 2_000)
    },
  )
  it('reads from an async source one record at a time', async () => {
    let read = 0
    async function* source(): AsyncGenerator<LibraryRecord> {
      for (; read < 1000; read++) yield recordOf({ title: `Paper ${read}` })
    }
    const pieces = writeBibtex(source())
    await pieces.next()
    expect(read).toBe(0)
    await pieces.return(undefined)
  })
  it('never lets one entry break the file', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .array(
          fc.constantFrom(
            '{',
            '}',
            '\\',
            '"',
            '@article{x,',
            '%',
            '#',
            ',',
            ' and ',
            '=',
            '\n\n',
            '$',
            '<i>',
            '</i>',
            'A',
            '\\input',
            '王',
          ),
          { maxLength: 12 },
        )
        .map((pieces) => pieces.join('')),
    )
    const paper = fc
      .tuple(fc.constantFrom(...itemTypes), fc.array(hostile, { minLength: 12, maxLength: 12 }))
      .map(
        ([
          type,
          [title, family, given, literal, journal, page, doi, url, keyword, tag, note, abstract],
        ]) =>
          recordOf(
            {
              type,
              title: title ?? '',
              author: [
                {
                  family: family ?? '',
                  given: given ?? '',
                  suffix: tag ?? '',
                  'non-dropping-particle': page ?? '',
                },
                { literal: literal ?? '' },
              ],
              'container-title': journal ?? '',
              page: page ?? '',
              DOI: doi ?? '',
              URL: url ?? '',
              keyword: keyword ?? '',
              abstract: abstract ?? '',
              issued: { literal: note ?? '' },
              number: doi ?? '',
              language: tag ?? '',
            },
            { tags: [tag ?? ''], note: note ?? '', citationKey: title ?? '' },
          ),
      )
    await fc.assert(
      fc.asyncProperty(fc.array(paper, { maxLength: 6 }), async (papers) => {
        expect(readStrictBibtex(await written(papers))).toHaveLength(papers.length)
      }),
      { numRuns: 300 },
    )
  })
})

it('says that a list of names is not whole, where a format has a way to', async () => {
  const author = [{ family: 'Vaswani', given: 'Ashish' }, { literal: 'others' }]
  const record = recordOf({ author, title: 'Attention' })
  expect(fieldsOf(record).author).toBe('Vaswani, Ashish and others')
  expect(fieldsOf(recordOf({ author: author.toReversed() })).author).toBe(
    '{others} and Vaswani, Ashish',
  )
  for (const id of ['ris', 'nbib', 'csv'] as const) {
    let text = ''
    for await (const piece of codecOf(id).write([record])) text += piece
    expect(text).toContain('Vaswani')
    expect(text).not.toContain('others')
  }
})

describe('names as pages have them', () => {
  it.each<[string, Name, string]>([
    ['biber’s extended format', { family: 'family=x', given: 'J' }, 'family{=}x, J'],
    ['the same in a body', { literal: 'Group given=x Ltd' }, '{Group given{=}x Ltd}'],
    ['the same in a formula', { literal: '$family=x_1$' }, '{$family{=}x_1$}'],
    ['a formula', { literal: 'The $\\alpha=1$ Group' }, '{The $\\alpha=1$ Group}'],
    ['more commas than biber counts', { family: 'a,,', given: 'Jan' }, '{Jan a,,}'],
    ['a formula for a suffix', { family: 'a', given: 'b', suffix: '<' }, '{b a, $<$}'],
    ['an accent that begins a word', { family: '`', given: '``x O`Neill' }, '‘, “x O`Neill'],
    ['a body of that name alone', { literal: 'others' }, '{others}'],
    ['a hyphen alone', { family: 'a', given: '-' }, 'a, {-}'],
  ])('%s', (_, name, author) => {
    expect(fieldsOf(recordOf({ author: [name] })).author).toBe(author)
  })
})
