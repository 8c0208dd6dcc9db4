import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeBiblatex } from '../../src/formats/biblatex-write.ts'
import { type BibtexRecord, readBibtex } from '../../src/formats/bibtex-read.ts'
import { writeBibtex } from '../../src/formats/bibtex-write.ts'
import type { WriteOptions } from '../../src/formats/entry.ts'
import { abstractText } from '../../src/item/abstract-text.ts'
import { type CslDate, type Item, itemTypes, type Name } from '../../src/item/item.ts'
import { nameToText } from '../../src/item/name.ts'
import { parseItem } from '../../src/item/parse.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { fold } from '../../src/text/fold.ts'
import { collapse, tidy } from '../../src/text/space.ts'
import { recordOf } from './record-of.ts'

const writers = { bibtex: writeBibtex, biblatex: writeBiblatex }
type DialectName = keyof typeof writers

async function roundTrip(
  records: LibraryRecord[],
  dialect: DialectName,
  options: WriteOptions = { decisions: true },
): Promise<BibtexRecord[]> {
  const back: BibtexRecord[] = []
  for await (const part of readBibtex(writers[dialect](records, options))) {
    if (!('record' in part)) throw new Error(`not a record: ${JSON.stringify(part)}`)
    back.push(part.record)
  }
  return back
}

const hostile = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 3,
    arbitrary: fc
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
          '\n',
          '\n@misc{',
          '~',
          '^',
          '_',
          '&',
          '&amp;',
          '--',
          "''",
          '``',
          '<i>',
          '</i>',
          '<sub>2</sub>',
          '<',
          '>',
          'A',
          'mRNA',
          'word',
          '\\input{x}',
          '\\write18{x}',
          '\\"o',
          '王',
          'é',
          ' ',
          ';',
          '$5',
          '$O(n^2)$',
          ': ',
        ),
        { maxLength: 10 },
      )
      .map((pieces) => pieces.join('')),
  },
)
/** A script alone between dollar signs reads as CSL's markup, which is the same thing said in another way. */
const text = hostile.filter((value) => !/\$(?:\{\})?[_^]/.test(value) && plain(value) !== '')
const word = fc.stringMatching(/^[A-Z][a-zé]{1,8}$/)
const name: fc.Arbitrary<Name> = fc.oneof(
  fc.record({ family: word, given: word }),
  fc.record({ family: word, given: word, suffix: fc.constantFrom('Jr.', 'III') }),
  fc.record({
    family: fc.constantFrom('Berg', 'García Márquez'),
    given: text,
    'non-dropping-particle': fc.constantFrom('van der', 'de'),
  }),
  fc.record({ family: text, given: text }),
  fc.record({ literal: text }),
)
const year = fc.integer({ min: 1400, max: 2100 })
const month = fc.integer({ min: 1, max: 12 })
const date: fc.Arbitrary<CslDate> = fc.oneof(
  year.map((y): CslDate => ({ 'date-parts': [[y]] })),
  fc.tuple(year, month).map(([y, m]): CslDate => ({ 'date-parts': [[y, m]] })),
  fc
    .tuple(year, month, fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]): CslDate => ({ 'date-parts': [[y, m, d]] })),
  fc.tuple(year, month, month).map(
    ([y, a, b]): CslDate => ({
      'date-parts': [
        [y, a],
        [y + 1, b],
      ],
    }),
  ),
  fc.constant({ literal: 'in press' }),
)
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined })
const item = fc.record({
  type: fc.constantFrom(...itemTypes),
  title: optional(text),
  author: optional(fc.array(name, { maxLength: 4 })),
  editor: optional(fc.array(name, { maxLength: 2 })),
  'container-title': optional(text),
  publisher: optional(text),
  'publisher-place': optional(text),
  'collection-title': optional(text),
  genre: optional(text),
  volume: optional(text),
  issue: optional(text),
  number: optional(text),
  page: optional(
    fc.constantFrom('1-9', 'S12-S19', 'e1000', '1-3, 7-9', 'x-ray', 'a--b', '12A-14B'),
  ),
  version: optional(text),
  DOI: optional(fc.constantFrom('10.1000/abc_<1>', '10.1000/(SICI)1{2}', '10.1000/a b')),
  URL: optional(
    fc.constantFrom('https://example.org/a_b%20c?d=1&e=#x', 'https://example.org/~x/--/$5'),
  ),
  PMID: optional(fc.constant('12345')),
  PMCID: optional(fc.constant('PMC45')),
  ISSN: optional(fc.constant('0378-5955')),
  language: optional(fc.constantFrom('en', 'de', 'pt-BR', 'zh', 'eu', 'no')),
  issued: optional(date),
  accessed: optional(year.map((y): CslDate => ({ 'date-parts': [[y, 2, 3]] }))),
})
const sections = fc.oneof(
  fc.constant([]),
  text.map((one) => [{ text: one }]),
  fc.tuple(text, text).map(([one, two]) => [
    { label: 'AIM', text: one },
    { label: 'METHODS AND RESULTS', text: two },
  ]),
)
const record = fc
  .record({
    item,
    sections,
    tags: fc.array(text, { maxLength: 4 }),
    note: optional(
      fc.array(text, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n')),
    ),
    decision: optional(fc.constantFrom('include' as const, 'maybe' as const, 'exclude' as const)),
    reason: optional(text),
  })
  .map(({ item: made, ...more }) => {
    const kept = JSON.parse(JSON.stringify(made)) as Partial<Item>
    return recordOf(kept, JSON.parse(JSON.stringify(more)) as Partial<LibraryRecord>)
  })

function plain(value: string): string {
  return collapse(tidy(value))
}

function paragraphs(value: string | undefined): string {
  return tidy(value ?? '')
    .split(/\n\s*\n/)
    .map(collapse)
    .filter((each) => each !== '')
    .join('\n\n')
}

/** Names as they read: a family name alone in braces is a body's for every reader of BibTeX. */
function names(list: readonly Name[] | undefined): string[] {
  return (list ?? [])
    .map((each) => {
      const whole =
        plain(each.family ?? '') === '' ? plain(each.literal ?? each.given ?? '') : nameToText(each)
      // The quotation marks that accents become are not told from them.
      return plain(whole.replaceAll(',', ' ').replace(/[`‘]/g, '‘').replaceAll('“', '‘‘'))
    })
    .filter((each) => each !== '')
}

/** The variables that each dialect has a field for on an entry of the item's type. */
const always = [
  'title',
  'collection-title',
  'publisher-place',
  'version',
  'volume',
  'DOI',
  'URL',
  'PMID',
  'PMCID',
  'ISSN',
  'page',
] as const
const containers =
  /^(?:article|chapter|paper-conference|document|dataset|post-weblog|software|standard|webpage)/

describe.each(['bibtex', 'biblatex'] as const)('%s', (dialect) => {
  it('gives back what was written, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 3 }), async (records) => {
        const back = await roundTrip(records, dialect)
        expect(back).toHaveLength(records.length)
        records.forEach((given, i) => {
          const found = back[i]
          const wanted = parseItem(given.item)
          if (!found || !wanted) throw new Error('a record is missing')
          const isEprint = found.item.archive === 'arXiv'
          for (const variable of always)
            expect(found.item[variable], variable).toBe(wanted[variable])
          if (containers.test(wanted.type))
            expect(found.item['container-title']).toBe(wanted['container-title'])
          if (!/^(?:article-)/.test(wanted.type)) {
            if (wanted.type !== 'thesis' && !isEprint) expect(found.item.number).toBe(wanted.number)
          } else expect(found.item.issue).toBe(wanted.issue)
          expect(found.item.publisher).toBe(wanted.publisher)
          expect(found.item.language).toBe(wanted.language)
          expect(names(found.item.author)).toEqual(names(wanted.author))
          expect(names(found.item.editor)).toEqual(names(wanted.editor))
          expect(found.item.accessed).toEqual(wanted.accessed)
          expect(found.item.issued).toEqual(
            dialect === 'bibtex' ? coarse(wanted.issued) : wanted.issued,
          )
          if (dialect === 'biblatex' && !isEprint) expect(found.item.type).toBe(wanted.type)
          const abstract = abstractText(given.sections)
          expect(found.item.abstract ?? '').toBe(paragraphs(abstract))
          expect(found.note ?? '').toBe(paragraphs(given.note))
          expect(found.tags.map(fold).sort()).toEqual(uniqueFolded(given.tags))
          expect(found.decision).toBe(given.decision)
          expect(found.reason ?? '').toBe(plain(given.reason ?? ''))
          expect(found.unread).toEqual([])
        })
      }),
      { numRuns: 150 },
    )
  }, 120_000)
  it('keeps the sections of a structured abstract', async () => {
    const made = [
      { label: 'BACKGROUND', text: 'Dust: 100 %.' },
      { label: 'MAIN OUTCOME MEASURE(S)', text: 'p < 0.05.\n\nMore.' },
    ]
    const [back] = await roundTrip([recordOf({}, { sections: made })], dialect)
    expect(back?.sections).toEqual(made)
  })
  it('leaves decisions out unless they are asked for', async () => {
    const [back] = await roundTrip(
      [recordOf({ title: 'T' }, { decision: 'exclude', reason: 'r' })],
      dialect,
      {},
    )
    expect(back).not.toHaveProperty('decision')
    expect(back).not.toHaveProperty('reason')
  })
  it('keeps the key', async () => {
    const [back] = await roundTrip(
      [recordOf({ title: 'T' }, { citationKey: 'Mine:1_a-b' })],
      dialect,
    )
    expect(back?.citationKey).toBe('Mine:1_a-b')
  })
})

/** BibTeX has a year and a month. */
function coarse(issued: CslDate | undefined): CslDate | undefined {
  const first = issued?.['date-parts']?.[0]
  if (!first) return issued
  return { 'date-parts': [first[1] === undefined ? [first[0]] : [first[0], first[1]]] }
}

function uniqueFolded(tags: readonly string[]): string[] {
  return [
    ...new Set(
      tags
        .map(plain)
        .filter((tag) => tag !== '')
        .map(fold),
    ),
  ].sort()
}
