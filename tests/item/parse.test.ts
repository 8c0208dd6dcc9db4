import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Variable } from '../../src/item/item.ts'
import {
  caps,
  parseItem,
  parseNewRecord,
  parseSections,
  parseSource,
} from '../../src/item/parse.ts'

const source = {
  url: 'https://user:pw@example.org/a#b',
  portal: 'generic',
  capturedAt: '2026-03-14T10:15:00.000Z',
  fields: { title: { source: 'citation_title', others: [{ value: 'T', source: 'window title' }] } },
  removed: [{ rule: 'like-button', text: 'Like' }],
  doubts: ['no-abstract', 'made-up'],
}

describe('parseItem', () => {
  it('copies what it knows and drops, field by field, what has the wrong type', () => {
    const item = parseItem({
      type: 'article-journal',
      title: 'Tides \n of\u00a0dust',
      volume: 12,
      issue: { a: 1 },
      page: null,
      author: [
        { family: 'Ito', given: 7, isInstitution: true },
        'Smith',
        { given: '' },
        null,
        { literal: 'WHO' },
      ],
      editor: 'Smith',
      issued: { 'date-parts': [['2020', 3, 99], ['x']], season: 2 },
      accessed: [2020],
      script: '<script>',
    })
    expect(item).toStrictEqual({
      type: 'article-journal',
      title: 'Tides of dust',
      volume: '12',
      author: [{ family: 'Ito', given: '7' }, { literal: 'WHO' }],
      issued: { 'date-parts': [[2020, 3]] },
    })
    expect(parseItem({ type: 'spaceship' })).toStrictEqual({ type: 'document' })
    expect([null, 'x', 1, [], undefined].map((value) => parseItem(value))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
  it('lets no prototype through, neither in nor out', () => {
    const hostile: unknown = JSON.parse(
      '{"type":"book","__proto__":{"title":"inherited"},"constructor":{"prototype":{"polluted":1}},"issued":{"__proto__":{"literal":"x"}},"author":[{"__proto__":{"family":"F"}}]}',
    )
    expect(parseItem(hostile)).toStrictEqual({ type: 'book' })
    expect(parseItem(Object.create({ title: 'inherited', type: 'book' }))).toStrictEqual({
      type: 'document',
    })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
  it('keeps markup as text and strips controls, overrides and lone surrogates', () => {
    expect(
      parseItem({ title: '<img src=x onerror=alert(1)>\u202e\u0000\ud800e\u0301' })?.title,
    ).toBe('<img src=x onerror=alert(1)>é')
  })
  it.each([
    ['javascript:alert(1)', undefined],
    [' java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['not a url', undefined],
    ['https://user:pw@example.org/a', 'https://example.org/a'],
  ])('address %s', (url, kept) => {
    expect(parseItem({ URL: url })?.URL).toBe(kept)
  })
  it('cuts at the caps, never inside a character, and says which', () => {
    const shortened = new Set<Variable>()
    const item = parseItem(
      {
        title: `${'a'.repeat(caps.text - 1)}😀`,
        abstract: 'b'.repeat(1_000_000),
        volume: 'c'.repeat(caps.text),
        author: Array.from({ length: 600 }, () => ({ family: 'd'.repeat(400) })),
      },
      shortened,
    )
    expect(item?.title).toBe('a'.repeat(caps.text - 1))
    expect(item?.abstract?.length).toBe(caps.abstract)
    expect(item?.author?.length).toBe(caps.names)
    expect(item?.author?.[0]?.family?.length).toBe(caps.name)
    expect([...shortened].sort()).toEqual(['abstract', 'author', 'title'])
  })
  it.each([
    ['a name that is too long', { author: [{ family: 'd'.repeat(301) }] }],
    ['one name too many', { author: Array(501).fill({ family: 'Ito' }) }],
  ])('says that it cut %s', (_, value) => {
    const shortened = new Set<Variable>()
    parseItem(value, shortened)
    expect([...shortened]).toEqual(['author'])
  })
  it('does not look at what lies far behind a cap', () => {
    const shortened = new Set<Variable>()
    const item = parseItem({ title: `${'\u0000'.repeat(10_000)}a` }, shortened)
    expect(item?.title).toBeUndefined()
    expect([...shortened]).toEqual(['title'])
  })
  it('takes anything without throwing and gives the same for its own result', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.constant(null),
      fc.boolean(),
    )
    const value = fc.oneof(
      leaf,
      fc.array(leaf),
      fc.dictionary(
        fc.constantFrom('family', 'literal', 'date-parts', 'x'),
        fc.oneof(leaf, fc.array(fc.array(leaf))),
      ),
      fc.array(fc.dictionary(fc.constantFrom('family', 'given', 'literal'), leaf)),
    )
    const keys = fc.constantFrom(
      'type',
      'title',
      'author',
      'editor',
      'issued',
      'abstract',
      'URL',
      'page',
      '__proto__',
      'constructor',
    )
    fc.assert(
      fc.property(fc.dictionary(keys, value), (hostile) => {
        const item = parseItem(hostile)
        expect(parseItem(item)).toStrictEqual(item)
      }),
    )
  })
})

describe('parseSections', () => {
  it('keeps text with its label and drops the rest', () => {
    expect(
      parseSections([
        { label: 'AIM', text: 'To count.' },
        { text: '' },
        { label: 'X' },
        'text',
        { text: 'Done.', label: 3 },
      ]),
    ).toStrictEqual([
      { label: 'AIM', text: 'To count.' },
      { label: '3', text: 'Done.' },
    ])
    expect(parseSections('x')).toEqual([])
  })
  it('holds an abstract’s length all together', () => {
    const sections = parseSections(Array.from({ length: 50 }, () => ({ text: 'a'.repeat(1000) })))
    expect(sections.reduce((length, section) => length + section.text.length, 0)).toBe(
      caps.abstract,
    )
  })
  it.each([
    ['a label', [{ label: 'L'.repeat(301), text: 'T' }]],
    ['their number', Array(101).fill({ label: 'L', text: 'T' })],
  ])('cuts %s and says so', (_, value) => {
    let cuts = 0
    const sections = parseSections(value, () => cuts++)
    expect(sections.length).toBeLessThanOrEqual(100)
    for (const { label } of sections) expect(label?.length).toBeLessThanOrEqual(300)
    expect(cuts).toBe(1)
  })
})

describe('parseSource', () => {
  it('keeps no address that is none of the web, and no credentials of one', () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', ' java\nscript:x', 'x.pdf']) {
      const parsed = parseSource({ ...source, url: address, licence: address, pdf: address })
      expect(parsed?.url).toBe('')
      expect(parsed).not.toHaveProperty('licence')
      expect(parsed).not.toHaveProperty('pdf')
    }
    const { url } = source
    expect(parseSource({ ...source, licence: url, pdf: url })).toMatchObject({
      licence: 'https://example.org/a#b',
      pdf: 'https://example.org/a#b',
    })
  })
  it('is bounded in all its parts', () => {
    const long = 'a'.repeat(100_000)
    const many = <T>(value: T): T[] => Array(2_000).fill(value)
    const parsed = parseSource({
      ...source,
      url: `https://example.org/${long}`,
      portal: long,
      fields: { title: { source: long, others: many({ value: long, source: long }) } },
      removed: many({ rule: long, text: long }),
      doubts: [...many('made-up'), 'no-abstract'],
      translations: many({ language: long, sections: [{ text: long }] }),
    })
    expect(parsed?.url.length).toBe(2_000)
    expect(parsed?.portal.length).toBe(300)
    expect(parsed?.removed.length).toBe(500)
    expect(parsed?.removed[0]?.text.length).toBe(20_000)
    expect(parsed?.removed[0]?.rule.length).toBe(300)
    expect(parsed?.fields.title?.others.length).toBe(20)
    expect(parsed?.fields.title?.others[0]?.value.length).toBe(20_000)
    expect(parsed?.translations?.length).toBe(10)
    expect(parsed?.translations?.[0]?.sections[0]?.text.length).toBe(caps.abstract)
    expect(parsed?.doubts).toEqual([])
  })
  it('keeps what is known, and no credentials or fragment', () => {
    expect(parseSource(source)).toStrictEqual({
      ...source,
      url: 'https://example.org/a',
      doubts: ['no-abstract'],
    })
    expect(parseSource({ ...source, url: 'file:///tmp/a.txt' })?.url).toBe('')
  })
  it('is none without a portal and a time', () => {
    expect(parseSource({ ...source, portal: '' })).toBeUndefined()
    expect(parseSource({ ...source, capturedAt: 'yesterday' })).toBeUndefined()
    expect(parseSource({ ...source, capturedAt: '2026-13-45T10:15:00Z' })).toBeUndefined()
  })
})

describe('an abstract’s candidate', () => {
  const parsed = (candidate: unknown) =>
    parseSource({ ...source, fields: { abstract: { source: 'reader', others: [candidate] } } })
      ?.fields.abstract?.others
  it('has its sections, and shows their text and no other', () => {
    const sections = [{ label: 'AIMS', text: 'To count.' }]
    const whole = { value: 'AIMS: To count.', source: 'page', sections }
    expect(parsed({ ...whole, value: 'Something else' })).toStrictEqual([whole])
    expect(parsed({ ...whole, sections: [{ text: '' }, 7] })).toStrictEqual([
      { value: 'AIMS: To count.', source: 'page' },
    ])
  })
})

describe('parseNewRecord', () => {
  const record = {
    item: { type: 'article-journal', title: 'T' },
    sections: [],
    publicationTypes: ['Review', 7, ''],
    identifiers: [
      'doi:10.1000/abc',
      'url:https://example.org/',
      'url:javascript:alert(1)',
      'same:x',
      'pmid:12 3',
    ],
    source,
    tags: ['not a capture’s to give'],
  }
  it('keeps known fields and well-formed identifiers', () => {
    expect(parseNewRecord(record)).toStrictEqual({
      item: { type: 'article-journal', title: 'T' },
      sections: [],
      publicationTypes: ['Review', '7'],
      identifiers: ['doi:10.1000/abc', 'url:https://example.org/'],
      source: parseSource(source),
    })
    expect(parseNewRecord({ ...record, source: 1 })).toBeUndefined()
    expect(parseNewRecord({ ...record, item: 1 })).toBeUndefined()
  })
  it('keeps so many types and identifiers and no more', () => {
    const numbered = (word: string) => Array.from({ length: 500 }, (_, n) => `${word}${n}`)
    const parsed = parseNewRecord({
      ...record,
      publicationTypes: numbered('Type '),
      identifiers: numbered('doi:10.1000/'),
    })
    expect(parsed?.publicationTypes.length).toBe(caps.publicationTypes)
    expect(parsed?.identifiers.length).toBe(caps.identifiers)
  })
  it('says with a doubt that something was cut', () => {
    expect(parseNewRecord({ ...record, item: { title: 'a'.repeat(5000) } })?.source.doubts).toEqual(
      ['no-abstract', 'shortened'],
    )
    expect(
      parseNewRecord({ ...record, sections: [{ text: 'a'.repeat(50_000) }] })?.source.doubts,
    ).toEqual(['no-abstract', 'shortened'])
  })
})
