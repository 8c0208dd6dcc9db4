import { describe, expect, it } from 'vitest'
import { explanation } from '../../scripts/explanation.mjs'

const long = `We measured the tides for a year. ${'The harbour was calm. '.repeat(20)}Seals came back.`
const capture = {
  kind: 'abstract',
  reason: 'tags-and-abstract',
  item: {
    title: 'Tides at a lighthouse',
    author: [
      { family: 'Berg', given: 'Ada', 'non-dropping-particle': 'van den' },
      { literal: 'The Harbour Group' },
    ],
    issued: { 'date-parts': [[2020, 5, 1]] },
  },
  sections: [{ label: 'METHODS', text: long }],
  identifiers: ['doi:10.5555/tides.1'],
  source: {
    url: 'https://journal.example.org/a/1',
    portal: 'generic',
    doubts: ['abstract-short'],
    fields: {
      title: {
        source: 'citation_title',
        others: [{ value: 'Tides at a lighthouse | Journal', source: 'window title' }],
      },
      author: { source: 'citation_author', others: [] },
      issued: { source: 'citation_date', others: [] },
      abstract: { source: 'section "Abstract"', others: [] },
    },
    removed: [
      { rule: 'share-line', text: 'Share' },
      { rule: 'copyright-footer', text: '© 2020 Berg' },
      { rule: 'share-line', text: 'Post' },
    ],
  },
}
const candidate = { language: 'en', at: 12, signs: [], length: 480, text: long, removed: [] }
const explained = {
  capture,
  detector: ['highwire'],
  platform: 'ojs',
  blocks: 30,
  prose: 900,
  titleAt: 4,
  least: 20,
  candidates: [
    {
      ...candidate,
      finding: 'labelled',
      source: 'section "Abstract"',
      points: 105,
      reasons: [
        { why: 'Found as: labelled.', points: 80 },
        { why: 'It is cut off.', points: -45 },
      ],
    },
    {
      ...candidate,
      finding: 'description',
      source: 'description',
      at: undefined,
      refused: 'refused by the rule cookie-notice',
      reasons: [],
    },
  ],
}

describe('explanation', () => {
  const lines = explanation(explained).split('\n')
  const at = (text) => lines.findIndex((line) => line.includes(text))

  it('says what the page is, and why', () => {
    expect(lines[0]).toBe('  address      https://journal.example.org/a/1')
    expect(lines).toContain('  kind         abstract, because: tags-and-abstract')
    expect(lines).toContain('  portal       generic, platform ojs')
    expect(lines).toContain('  detector     highwire')
    expect(lines).toContain('  doubts       abstract-short')
  })

  it('marks the chosen candidate, and says what was counted and what was refused', () => {
    expect(lines).toContain(
      '>  105  labelled: section "Abstract" (480 characters, en, at block 12)',
    )
    expect(lines).toContain('          +80  Found as: labelled.')
    expect(lines).toContain('          -45  It is cut off.')
    expect(lines).toContain(
      '     –  description: description (480 characters, en, not on the page)',
    )
    expect(lines).toContain('        refused by the rule cookie-notice')
  })

  it('shows a candidate by its ends, and the chosen abstract whole', () => {
    expect(lines.some((line) => /“We measured .* … .*Seals came back\.”/.test(line))).toBe(true)
    const whole = lines.slice(at('METHODS') + 1, at('Fields') - 2)
    expect(whole.map((line) => line.trim()).join(' ')).toBe(long)
    expect(Math.max(...whole.map((line) => line.length))).toBeLessThanOrEqual(110)
  })

  it('lines fields up with their sources and the other candidates', () => {
    expect(lines).toContain('  title     citation_title      Tides at a lighthouse')
    expect(lines).toContain('            window title        Tides at a lighthouse | Journal')
    expect(lines).toContain('  author    citation_author     van den Berg, Ada; The Harbour Group')
    expect(lines).toContain('  issued    citation_date       2020-5-1')
  })

  it('gathers what was left out by its rule', () => {
    expect(lines.slice(at('share-line'), at('share-line') + 3)).toEqual([
      '  share-line (2)',
      '      Share',
      '      Post',
    ])
  })

  it('says so where there is nothing', () => {
    const source = { ...capture.source, fields: {}, removed: [], doubts: [] }
    const empty = {
      ...explained,
      detector: [],
      candidates: [],
      capture: { ...capture, sections: [], identifiers: [], source },
    }
    const text = explanation(empty)
    expect(text).toContain('detector     saw nothing')
    expect(text).toContain('doubts       none')
    expect(text).toMatch(/Fields\n-+\n {2}none\n/)
    expect(text).toMatch(/Left out\n-+\n {2}nothing\n/)
  })
})
