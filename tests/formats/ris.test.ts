import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry, EntryRecord, WriteOptions } from '../../src/formats/entry.ts'
import { readRis } from '../../src/formats/ris-read.ts'
import { risEntry, writeRis } from '../../src/formats/ris-write.ts'
import { abstractText } from '../../src/item/abstract-text.ts'
import type { Item } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { piecesOf } from './any-record.ts'
import { recordOf } from './record-of.ts'
import { taggedRecord, wildRecord } from './tagged-record.ts'

async function written(records: LibraryRecord[], options?: WriteOptions): Promise<string> {
  let text = ''
  for await (const piece of writeRis(records, options)) text += piece
  return text
}

async function entriesOf(text: string, size = 1_000): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of readRis(piecesOf(text, size))) entries.push(entry)
  return entries
}

async function only(text: string): Promise<EntryRecord> {
  const [entry, ...more] = await entriesOf(text)
  expect(more).toEqual([])
  if (!entry || !('record' in entry)) throw new Error(`broken: ${JSON.stringify(entry)}`)
  return entry.record
}

/** What RIS can carry of a record, as `docs` says it. */
function carried(record: LibraryRecord): object {
  const item: Item = { ...record.item }
  if (item.type === 'book') delete item['container-title']
  if (item.type !== 'paper-conference') delete item['event-title']
  const isVersioned = item.type === 'software' || item.type === 'dataset'
  delete item[isVersioned ? 'edition' : 'version']
  // A range of pages has one hyphen, whatever stood between its ends.
  if (item.page !== undefined)
    item.page = item.page.replace(/^([^\s\-‐‑‒–—−,;]+)\s*[-‐‑‒–—−]\s*([^\s\-‐‑‒–—−,;]+)$/u, '$1-$2')
  const { tags, note, decision, reason, citationKey } = record
  return { item, tags, note, decision, reason, citationKey, abstract: plain(record.sections) }
}

function compared(record: EntryRecord): object {
  const { item, tags, note, decision, reason, citationKey } = record
  return { item, tags, note, decision, reason, citationKey, abstract: plain(record.sections) }
}

/** An abstract's text, however its paragraphs are parted. */
function plain(sections: EntryRecord['sections']): string {
  return (abstractText(sections) ?? '')
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .join('\n\n')
    .replace(/: +/g, ': ')
}

const paper = recordOf(
  {
    title: 'Counting mRNA in <i>Fagus sylvatica</i> & friends',
    author: [
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
      { literal: 'HARBOUR Group' },
      { literal: 'Dept of Dust, Utrecht' },
      { family: '王', given: '小明' },
    ],
    editor: [{ family: 'Иванова', given: 'Анна' }],
    'container-title': 'Journal of Dust & Tides',
    'container-title-short': 'J Dust Tides',
    issued: { 'date-parts': [[2021, 3, 14]] },
    accessed: { 'date-parts': [[2026, 3]] },
    volume: '12',
    issue: '3',
    page: '123-129',
    DOI: '10.1000/abc_<1>',
    PMID: '123',
    PMCID: 'PMC45',
    ISSN: '0378-5955',
    URL: 'https://example.org/a_b',
    keyword: 'dust, tides',
    language: 'en',
  },
  {
    citationKey: 'vanderberg2021counting',
    tags: ['to read', 'a, b; c'],
    note: 'p < 0.05?\n\nER  - \n  indented\nTY  - JOUR',
    decision: 'exclude',
    reason: 'wrong population',
    sections: [
      { label: 'AIM', text: 'To count.' },
      { label: 'RESULTS', text: 'Done.\n\nReally.' },
    ],
  },
)

const file = `TY  - JOUR
ID  - vanderberg2021counting
AU  - van der Berg, Jan, Jr.
AU  - HARBOUR Group
AU  - Dept of Dust,, Utrecht
AU  - 王, 小明
A2  - Иванова, Анна
TI  - Counting mRNA in <i>Fagus sylvatica</i> & friends
T2  - Journal of Dust & Tides
J2  - J Dust Tides
VL  - 12
IS  - 3
DO  - 10.1000/abc_<1>
C2  - PMC45
UR  - https://example.org/a_b
LA  - en
PY  - 2021
DA  - 2021/03/14/
Y2  - 2026/03//
SP  - 123
EP  - 129
SN  - 0378-5955
AN  - 123
AB  - AIM: To count.
 
RESULTS: Done.
 
Really.
KW  - dust
KW  - tides
N1  - p < 0.05?
 
 ER  - 
   indented
 TY  - JOUR
DP  - Offprint
KW  - to read
KW  - a, b; c
N1  - ASReview_irrelevant
N1  - RAYYAN-INCLUSION: {"Offprint"=>"Excluded"} | RAYYAN-EXCLUSION-REASONS: wrong population
ER  - 
`.replaceAll('\n', '\r\n')

describe('writeRis', () => {
  it('writes a paper whole', () => {
    expect(risEntry(paper)).toBe(file)
  })
  it('leaves out tags, notes, abstracts and decisions when asked to', () => {
    const text = risEntry(paper, { tags: false, notes: false, abstracts: false, decisions: false })
    expect(text).not.toMatch(/to read|N1 |AB |Really|ASReview/)
    expect(text).toContain('KW  - dust')
  })
  it('writes an arXiv paper with its id', () => {
    const text = risEntry(
      recordOf({
        type: 'article',
        archive: 'arXiv',
        number: 'arXiv:1706.03762v5',
        archive_location: 'cs.CL',
      }),
    )
    expect(text).toBe(
      'TY  - UNPB\r\nAN  - arXiv:1706.03762v5 [cs.CL]\r\nDP  - Offprint\r\nER  - \r\n',
    )
  })
  it('takes one record at a time', async () => {
    let taken = 0
    async function* source(): AsyncGenerator<LibraryRecord> {
      for (; taken < 1000; taken++) yield recordOf({ title: `Paper ${taken}` })
    }
    const pieces = writeRis(source())
    await pieces.next()
    expect(taken).toBe(0)
    await pieces.return(undefined)
  })
})

describe('what is written', () => {
  it('comes back equal, in whatever chunks', async () => {
    expect((await only(file)).sections).toEqual(paper.sections)
    for (const size of [1, 2, 3, 7, 100_000]) {
      const [entry] = await entriesOf(file, size)
      expect(entry && 'record' in entry && compared(entry.record)).toEqual(carried(paper))
    }
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
      { numRuns: 500 },
    )
  })
  it('never breaks out of its field', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wildRecord, { maxLength: 4 }), async (records) => {
        const text = await written(records)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(text.match(/^ER {2}- $/gm) ?? []).toHaveLength(records.length)
        const entries = await entriesOf(text)
        const empty = entries.filter(
          (entry) => 'broken' in entry && entry.broken.reason !== 'empty',
        )
        expect([entries.length, empty]).toEqual([records.length, []])
      }),
      { numRuns: 300 },
    )
  })
})
