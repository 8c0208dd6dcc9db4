import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry, EntryRecord, WriteOptions } from '../../src/formats/entry.ts'
import { readNbib } from '../../src/formats/nbib-read.ts'
import { nbibEntry, writeNbib } from '../../src/formats/nbib-write.ts'
import { abstractText } from '../../src/item/abstract-text.ts'
import type { CslDate, Item, ItemType } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { piecesOf } from './any-record.ts'
import { recordOf } from './record-of.ts'
import { taggedRecord, wildRecord } from './tagged-record.ts'

async function written(records: LibraryRecord[], options?: WriteOptions): Promise<string> {
  let text = ''
  for await (const piece of writeNbib(records, options)) text += piece
  return text
}

async function entriesOf(text: string, size = 1_000): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of readNbib(piecesOf(text, size))) entries.push(entry)
  return entries
}

async function only(text: string, size?: number): Promise<EntryRecord> {
  const entries = await entriesOf(text, size)
  const [entry] = entries
  if (entries.length !== 1 || !entry || !('record' in entry))
    throw new Error(`not one entry: ${JSON.stringify(entries)}`)
  return entry.record
}

const carriedTypes: readonly ItemType[] = [
  'article',
  'article-journal',
  'article-newspaper',
  'book',
  'chapter',
  'dataset',
  'paper-conference',
  'report',
  'thesis',
]

/** What NBIB can carry of a record. */
function carried(record: LibraryRecord): object {
  const item: Item = { ...record.item }
  if (item.type === 'book') delete item['container-title']
  // A chapter is known by the title of its book.
  const isLost = item.type === 'chapter' && item['container-title'] === undefined
  if (isLost || !carriedTypes.includes(item.type)) item.type = 'article-journal'
  for (const variable of [
    'accessed',
    'archive',
    'archive_location',
    'event-title',
    'genre',
    'URL',
    'version',
  ] as const)
    delete item[variable]
  if (item.number?.startsWith('arXiv:')) item.archive = 'arXiv'
  const { tags, note, publicationTypes } = record
  return { item, tags, note: lined(note), publicationTypes, abstract: plain(record.sections) }
}

function compared({ item, tags, note, sections, publicationTypes }: EntryRecord): object {
  return { item, tags, note, publicationTypes, abstract: plain(sections) }
}

/** Text whose lines end with no space. */
function lined(text: string | undefined): string | undefined {
  return text
    ?.split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

function plain(sections: EntryRecord['sections']): string {
  return (lined(abstractText(sections)) ?? '')
    .split(/\n\n+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .join('\n\n')
    .replace(/: +/g, ': ')
}

const paper = recordOf(
  {
    title:
      'Counting dust in a title that is so long that PubMed would break it, and so do we, at a space of course',
    author: [
      { family: 'Berg', given: 'Jan Anton', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
      { literal: 'HARBOUR Group, Utrecht' },
      { family: '王', given: '小明' },
    ],
    'container-title': 'Journal of dust',
    'container-title-short': 'J Dust',
    issued: { 'date-parts': [[2021, 3, 14]] },
    volume: '12',
    issue: '3',
    page: '123-9',
    DOI: '10.1000/abc_<1>',
    PMID: '123',
    PMCID: 'PMC45',
    ISSN: '0378-5955',
    keyword: 'dust, tides',
    language: 'en',
  },
  {
    tags: ['to read', 'a, b; c'],
    note: 'mine\n\nPMID- 7\n  indented',
    publicationTypes: ['Journal Article', 'Review'],
    sections: [
      { label: 'AIM', text: 'To count.' },
      { label: 'RESULTS', text: 'Done.' },
    ],
  },
)

const file = `PMID- 123
OWN - OFFPRINT
IS  - 0378-5955
VI  - 12
IP  - 3
TI  - Counting dust in a title that is so long that PubMed would break it, and so do
      we, at a space of course
PG  - 123-9
DP  - 2021 Mar 14
LID - 10.1000/abc_<1> [doi]
AID - 10.1000/abc_<1> [doi]
AB  - AIM: To count.
      
      
      RESULTS: Done.
FAU - van der Berg, Jan Anton, Jr.
AU  - van der Berg JA Jr
CN  - HARBOUR Group, Utrecht
FAU - 王, 小明
AU  - 王 小
LA  - eng
TA  - J Dust
JT  - Journal of dust
PMC - PMC45
PT  - Journal Article
PT  - Review
OTO - NOTNLM
OT  - dust
OT  - tides
OTO - OFFPRINT
OT  - to read
OT  - a, b; c
GN  - mine
      
      
      PMID- 7
      
        indented
`

describe('writeNbib', () => {
  it('writes a paper whole', () => {
    expect(nbibEntry(paper)).toBe(file)
  })
  it.each([
    ['JA', 'Smith JA'],
    ['J. A.', 'Smith JA'],
    ['John Andrew', 'Smith JA'],
    ['J-P', 'Smith JP'],
    ['J', 'Smith J'],
  ])('writes the initials of %s', (given, short) => {
    const entry = nbibEntry(recordOf({ author: [{ family: 'Smith', given }] }))
    expect(entry).toContain(`FAU - Smith, ${given}\nAU  - ${short}\n`)
  })
  it.each([
    ['2020 Jan-Feb', [2020, 1], [2020, 2]],
    ['2019 Dec-2020 Jan', [2019, 12], [2020, 1]],
    ['2020 Jan 3-15', [2020, 1, 3], [2020, 1, 15]],
    ['2020 Jan 30-Feb 2', [2020, 1, 30], [2020, 2, 2]],
    ['2019 Dec 30-2020 Jan 2', [2019, 12, 30], [2020, 1, 2]],
    ['2020-2021', [2020], [2021]],
    ['2020 Jan-2020', [2020, 1], [2020]],
  ] as const)('writes the range %s, and reads it', async (text, from, to) => {
    const issued: CslDate = { 'date-parts': [[...from], [...to]] }
    const entry = nbibEntry(recordOf({ title: 'Dust', issued }))
    expect(entry).toContain(`\nDP  - ${text}\n`)
    expect(await entriesOf(entry)).toMatchObject([{ record: { item: { issued } } }])
    const [other] = await entriesOf(entry.replace(/^OWN.*\n/m, ''))
    if (/[A-Z].*-(?!\d{4}$)/.test(text))
      expect(other).toMatchObject({ record: { item: { issued } } })
  })
  it('leaves out tags, notes and abstracts when asked to', () => {
    const text = nbibEntry(paper, { tags: false, notes: false, abstracts: false })
    expect(text).not.toMatch(/to read|GN |AB |AIM/)
    expect(text).toContain('OT  - dust')
  })
})

describe('what is written', () => {
  it('comes back equal, in whatever chunks, and where an editor took spaces from line ends', async () => {
    for (const size of [1, 3, 7, 100_000])
      expect(compared(await only(file, size))).toEqual(carried(paper))
    expect(compared(await only(file.replace(/ +$/gm, '')))).toEqual(carried(paper))
    expect(compared(await only(file.replaceAll('\n', '\r\n')))).toEqual(carried(paper))
  })
  it('comes back equal with anything in the fields', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(taggedRecord, { maxLength: 4 }),
        fc.integer({ min: 1, max: 99 }),
        async (records, size) => {
          const entries = await entriesOf(await written(records), size)
          expect(
            entries.map((entry) => ('record' in entry ? compared(entry.record) : entry)),
          ).toEqual(records.map(carried))
        },
      ),
      { numRuns: 400 },
    )
  })
  it('never breaks out of its field', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wildRecord, { maxLength: 4 }), async (records) => {
        const entries = await entriesOf(await written(records))
        const broken = entries.filter(
          (entry) => 'broken' in entry && entry.broken.reason !== 'empty',
        )
        expect([entries.length, broken]).toEqual([records.length, []])
      }),
      { numRuns: 200 },
    )
  })
})

const pubmed = `
PMID- 11111111
OWN - NLM
STAT- MEDLINE
DCOM- 20180801
IS  - 1759-8486 (Electronic)
IS  - 1759-8478 (Linking)
VI  - 10
IP  - 4
DP  - 2018 Apr
TI  - Dust in the harbour: a title that goes on and is broken 
      by PubMed.
PG  - 335-339
LID - 10.1000/dust [doi]
AB  - BACKGROUND: Dust is common. METHODS: We counted it in two harbours and on 
      one ship. RESULTS: There was some.
CI  - (c) 2018 Nobody.
FAU - Ito, Jane
AU  - Ito J
AUID- ORCID: 0000-0000-0000-0000
AD  - Department of Dust, Nowhere, \n      Utrecht.
FAU - van der Berg, Jan Jr
AU  - van der Berg J Jr
CN  - HARBOUR Group
LA  - eng
PT  - Journal Article
PT  - Review
DEP - 20170728
TA  - J Dust
JT  - Journal of dust
MH  - *Dust/analysis
MH  - Humans
OTO - NOTNLM
OT  - harbour
PMC - PMC6377845
GN  - Original DateCompleted: 20180801
AID - S0003-9861(18)31016-6 [pii]
AID - 10.1000/dust [doi]
SO  - J Dust. 2018 Apr;10(4):335-339.

PMID- 22222222
TI  - [Dust].
TT  - Staub.
DP  - 2017 May-Jun
AU  - Müller K
PT  - Preprint
PMID- 33333333
TI  - Third

stray text
      indented

STAT- nothing

TI  - Fourth
`

describe('readNbib', () => {
  it('reads what PubMed writes', async () => {
    const [entry] = await entriesOf(pubmed)
    expect(entry).toEqual({
      line: 2,
      record: {
        item: {
          type: 'article-journal',
          title: 'Dust in the harbour: a title that goes on and is broken by PubMed',
          author: [
            { family: 'Ito', given: 'Jane' },
            { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr' },
            { literal: 'HARBOUR Group' },
          ],
          'container-title': 'Journal of dust',
          'container-title-short': 'J Dust',
          issued: { 'date-parts': [[2018, 4]] },
          volume: '10',
          issue: '4',
          page: '335-339',
          DOI: '10.1000/dust',
          PMID: '11111111',
          PMCID: 'PMC6377845',
          ISSN: '1759-8486',
          keyword: 'Dust/analysis, Humans, harbour',
          language: 'en',
        },
        sections: [
          { label: 'BACKGROUND', text: 'Dust is common.' },
          { label: 'METHODS', text: 'We counted it in two harbours and on one ship.' },
          { label: 'RESULTS', text: 'There was some.' },
        ],
        publicationTypes: ['Journal Article', 'Review'],
        tags: [],
      },
    })
  })
  it('recovers entry by entry', async () => {
    const entries = await entriesOf(pubmed)
    expect(
      entries
        .slice(1)
        .map((entry) => ('record' in entry ? [entry.line, entry.record.item] : entry.broken)),
    ).toEqual([
      [
        42,
        {
          type: 'article',
          title: 'Dust',
          PMID: '22222222',
          author: [{ family: 'Müller', given: 'K.' }],
          issued: {
            'date-parts': [
              [2017, 5],
              [2017, 6],
            ],
          },
        },
      ],
      [48, { type: 'article-journal', title: 'Third', PMID: '33333333' }],
      { line: 51, reason: 'stray', text: 'stray text\n      indented' },
      { line: 54, reason: 'empty', text: 'STAT- nothing\n' },
      [56, { type: 'article-journal', title: 'Fourth' }],
    ])
  })
  it.each([
    ['AU  - Smith JA', { family: 'Smith', given: 'J. A.' }],
    ['AU  - Smith JA Jr', { family: 'Smith', given: 'J. A.', suffix: 'Jr' }],
    ['AU  - Smith JABC 3rd', { family: 'Smith', given: 'J. A. B. C.', suffix: '3rd' }],
    ['AU  - Roe J-P', { family: 'Roe', given: 'J.-P.' }],
    ['AU  - McDonald IV', { family: 'McDonald', given: 'I. V.' }],
    [
      'AU  - van der Berg HJ',
      { family: 'Berg', given: 'H. J.', 'non-dropping-particle': 'van der' },
    ],
    ['AU  - Li Xu', { family: 'Xu', given: 'Li' }],
    ['AU  - Dust Study Group', { literal: 'Dust Study Group' }],
    ['FAU - Smith, John Andrew\nAU  - Smith JA', { family: 'Smith', given: 'John Andrew' }],
  ])('reads initials: %s', async (lines, name) => {
    const [entry] = await entriesOf(`PMID- 1\n${lines}\n`)
    expect(entry).toMatchObject({ record: { item: { author: [name] } } })
  })
  it.each([
    ['PMID- 4\ngarbage', '4'],
    ['PMID- PMID: 0012', '12'],
    ['PMID- abc', undefined],
  ])('reads a PMID: %s', async (lines, id) => {
    const [entry] = await entriesOf(`${lines}\nTI  - Dust\n`)
    expect(entry).toMatchObject({ record: { item: { title: 'Dust' } } })
    expect(entry && 'record' in entry && entry.record.item.PMID).toBe(id)
  })
  it('reads anything without a throw', { timeout: 30_000 }, async () => {
    const tags = fc.constantFrom(
      'PMID',
      'TI  ',
      'AB  ',
      'FAU ',
      'AU  ',
      'OT  ',
      'OTO ',
      'OWN ',
      'DP  ',
      'LID ',
      'BTI ',
      'PT  ',
    )
    const line = fc.oneof(
      fc
        .tuple(tags, fc.string({ unit: 'binary', maxLength: 20 }))
        .map(([tag, text]) => `${tag}- ${text}`),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('', '      ', 'OWN - OFFPRINT', 'PT  - __proto__', 'LA  - constructor'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        await entriesOf(lines.join('\n'))
      }),
      { numRuns: 500 },
    )
  })
})
