import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationFields, citationFilters } from '../../src/item/citation-fields.ts'
import { defaultKey, isCitationKey } from '../../src/item/citation-key.ts'
import { citationPatterns, compileCitationPattern } from '../../src/item/citation-pattern.ts'
import type { Item } from '../../src/item/item.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'

const paper: Item = {
  type: 'article-journal',
  title: 'On the deep learning of <i>tides</i> in mRNA',
  author: [
    { family: 'Berg', 'non-dropping-particle': 'van der', given: 'Jan' },
    { family: 'Smith-Łoś', given: 'A.' },
    { literal: 'HARBOUR Group' },
  ],
  issued: { 'date-parts': [[2020, 3, 14]] },
  'container-title': 'Journal of Invented Seas',
  volume: '12',
  issue: '3 Suppl',
  page: 'e123-e140',
  DOI: '10.1000/journal.tides_1',
}
const smith: Item = { ...paper, author: [{ family: 'Smith', given: 'A.' }] }

function keyOf(pattern: string, item: Item = paper): string {
  const compiled = compileCitationPattern(pattern)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  return compiled.value(item)
}

describe('the patterns of others', () => {
  it.each([
    ['offprint', 'smith2020deep'],
    ['zotero', 'smith_deep_2020'],
    ['betterBibtex', 'smithDeepLearningTides2020'],
    ['jabref', 'Smith2020'],
  ] as const)('%s makes %s', (name, expected) => {
    expect(keyOf(citationPatterns[name], smith)).toBe(expected)
  })
  it('treat particles and what is missing as those do', () => {
    expect(keyOf(citationPatterns.zotero)).toBe('van_der_berg_deep_2020')
    expect(keyOf(citationPatterns.betterBibtex)).toBe('vanderbergDeepLearningTides2020')
    expect(keyOf(citationPatterns.jabref)).toBe('Berg2020')
    expect(keyOf(citationPatterns.zotero, { type: 'book' })).toBe('noauthor_notitle_nodate')
  })
})

describe('a pattern', () => {
  it.each([
    ['[auth]', 'vanderBerg'],
    ['[auth:capital]', 'VanDerBerg'],
    ['[auth:abbr:upper]', 'VDB'],
    ['[family:chars 3:lower]', 'ber'],
    ['[authors]', 'vanderBergSmithLosHARBOURGroup'],
    ['[authors:chars 9]', 'vanderBer'],
    ['[authors:etal 2]', 'vanderBergSmithLosEtAl'],
    ['[authors:etal 3]', 'vanderBergSmithLosHARBOURGroup'],
    ['[authors:abbr]', 'vSH'],
    ['[family]:[year]', 'Berg:2020'],
    ['[family][shortyear]-[month]', 'Berg20-03'],
    ['[title:words 3:capital]', 'OnTheDeep'],
    ['[title:skip:words 2:join _:lower]', 'deep_learning'],
    ['[shorttitle:abbr]', 'dltm'],
    ['[journal:abbr]', 'JoIS'],
    ['[journal:skip:abbr][volume]-[issue]-[firstpage]', 'JIS12-3-e123'],
    ['[doi]', 'journaltides_1'],
    ['x-[ year : or 0000 ]', 'x-2020'],
    ['[family:words2]', 'Berg'],
  ])('%s makes %s', (pattern, expected) => {
    expect(keyOf(pattern)).toBe(expected)
  })
  it('leaves no mark of punctuation at an end, and no two together', () => {
    expect(keyOf('-[family]-:-[year]-')).toBe('Berg-2020')
    expect(keyOf('[volume]-[family]-[issue]-[year]', { type: 'book', volume: '7' })).toBe('7')
  })
  it('takes the editor where there is no author, and says that a name cannot be written', () => {
    const { author, ...edited } = smith
    expect(keyOf('[family][year]', { ...edited, editor: author ?? [] })).toBe('Smith2020')
    expect(keyOf('[auth][year]', { ...smith, author: [{ family: '王' }] })).toBe('anon2020')
    expect(keyOf('[auth][year]', { ...smith, author: [{ family: '김' }] })).toBe('gim2020')
    expect(keyOf('[authors]', { ...smith, author: [{ family: '王' }, { family: 'Ito' }] })).toBe(
      'Ito',
    )
  })
  it('makes our default’s key where it has nothing at all, and where it is empty', () => {
    for (const item of [
      paper,
      smith,
      { type: 'book', title: 'Tides' } as Item,
      { type: 'book' } as Item,
    ]) {
      expect(keyOf('', item)).toBe(defaultKey(item))
      expect(keyOf('x_[edition]'.replace('edition', 'month'), { ...item, issued: {} })).toBe(
        defaultKey({ ...item, issued: {} }),
      )
    }
  })
})

it('is as the documentation says', () => {
  const text = readFileSync(resolve(import.meta.dirname, '../../docs/citation-keys.md'), 'utf8')
  const example: Item = {
    ...paper,
    title: 'On the deep learning of tides',
    author: paper.author?.slice(0, 2) ?? [],
    issue: '3',
    DOI: '10.1000/tides.1',
  }
  example.author = [...(example.author ?? [])].map((name, i) =>
    i === 1 ? { family: 'Smith' } : name,
  )
  const fields = [...text.matchAll(/^\| (`.*?`(?:, `.*?`)*) \| [^|]* \| (`\w+`(?:, `\w+`)*) \|$/gm)]
  const named = fields.flatMap(([, names = '', values = '']) => {
    const of = (list: string) => list.replaceAll('`', '').split(', ')
    return of(names).map((name, i) => [name, of(values)[i]] as const)
  })
  expect(named.map(([name]) => name)).toEqual([...citationFields.keys()])
  for (const [name, value] of named) expect(keyOf(`[${name}]`, example), name).toBe(value)
  const filters = [...text.matchAll(/`(\[[^`]+\])` is `([^`]+)`/g)]
  expect(filters.length).toBeGreaterThan(7)
  for (const [, pattern = '', key] of filters) expect(keyOf(pattern, example), pattern).toBe(key)
  for (const filter of citationFilters.keys())
    expect(text).toMatch(new RegExp(`\\| .*\`${filter}\\b`))
  for (const pattern of Object.values(citationPatterns)) expect(text).toContain(`\`${pattern}\``)
})

describe('a pattern that cannot be read', () => {
  it.each([
    ['[auth', 'unclosed', 0, '[auth'],
    ['[auth][year', 'unclosed', 6, '[year'],
    ['[author]', 'field', 1, 'author'],
    ['x[auth:lower][Year]', 'field', 14, 'Year'],
    ['[]', 'field', 1, ''],
    ['[constructor]', 'field', 1, 'constructor'],
    ['[auth:small]', 'filter', 6, 'small'],
    ['[auth:]', 'filter', 6, ''],
    ['[auth:lower 3]', 'filter', 6, 'lower 3'],
    ['[auth:or]', 'filter', 6, 'or'],
    ['[title:words]', 'number', 12, ''],
    ['[title:words 0]', 'number', 13, '0'],
    ['[title:skip: words x]', 'number', 19, 'x'],
    ['[title:chars 100]', 'number', 13, '100'],
    ['[auth:or a b]', 'character', 10, ' '],
    ['[auth:join é]', 'character', 11, 'é'],
    ['[auth] [year]', 'character', 6, ' '],
    ['[auth]]', 'character', 6, ']'],
    ['%a_%t_%y', 'character', 0, '%'],
    ['auth.lower + year', 'character', 4, '.'],
    ['paper', 'no-field', 0, 'paper'],
    [`[auth]${'x'.repeat(200)}`, 'too-long', 200, 'xxxxxx'],
  ])('%s: %s at %i', (pattern, trouble, at, text) => {
    expect(compileCitationPattern(pattern)).toEqual({ ok: false, error: { trouble, at, text } })
  })
})

describe('any pattern and any item', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('', ' ', '-', ':', '_', '王', 'Ито', 'tides and tides', '<i>x</i>', '김-이'),
  )
  const name = fc.record(
    { family: text, given: text, literal: text, 'non-dropping-particle': text },
    { requiredKeys: [] },
  )
  const item = fc.record(
    {
      type: fc.constant('article' as const),
      title: text,
      author: fc.array(name, { maxLength: 3 }),
      editor: fc.array(name, { maxLength: 2 }),
      issued: fc.oneof(
        fc.record({ literal: text }),
        fc.record({
          'date-parts': fc.constantFrom<[number, number][]>([[2020, 3]], [[0, 0]], []),
        }),
      ),
      'container-title': text,
      volume: text,
      issue: text,
      page: text,
      DOI: fc.oneof(
        text,
        text.map((tail) => `10.1000/${tail}`),
      ),
    },
    { requiredKeys: ['type'] },
  )
  const argument = { nothing: '', number: ' 3', text: ' _-' }
  const filter = fc
    .constantFrom(...citationFilters)
    .map(([name, { takes }]) => `:${name}${argument[takes]}`)
  const field = fc
    .tuple(fc.constantFrom(...citationFields.keys()), fc.array(filter, { maxLength: 3 }))
    .map(([name, filters]) => `[${name}${filters.join('')}]`)
  const right = fc
    .tuple(
      field,
      fc.array(fc.oneof(field, fc.constantFrom('-', ':', '_', 'a', '--:')), { maxLength: 5 }),
    )
    .map(([first, rest]) => [first, ...rest].join(''))
  const any = fc.oneof(
    right,
    text,
    fc
      .array(fc.oneof(field, fc.constantFrom('[', ']', ':', ' ', '_', 'é', '3')), { maxLength: 6 })
      .map((all) => all.join('')),
  )

  it('make a key that every tool reads, the same each time, or an error with its place', () => {
    fc.assert(
      fc.property(any, item, (pattern, one) => {
        const [compiled, again] = [compileCitationPattern(pattern), compileCitationPattern(pattern)]
        if (!compiled.ok || !again.ok) {
          expect(again).toEqual(compiled)
          if (compiled.ok) return
          const { at, text: wrong } = compiled.error
          expect(pattern.slice(at, at + wrong.length)).toBe(wrong)
          return
        }
        const key = compiled.value(one)
        expect(compiled.value(one)).toBe(key)
        expect(again.value(structuredClone(one))).toBe(key)
        expect(isCitationKey(key), key).toBe(true)
        expect(key.length).toBeLessThanOrEqual(130)
      }),
      { numRuns: 2000 },
    )
  })
  it('make a key that pandoc reads without braces, whatever stands in the pattern', () => {
    fc.assert(
      fc.property(right, (pattern) => {
        expect(compileCitationPattern(pattern).ok).toBe(true)
        expect(keyOf(pattern)).toMatch(/^\w+(?:[:-]\w+)*$/)
      }),
      { numRuns: 1000 },
    )
  })
  it('need ten times as long for ten times as long a title', untilMeasured, () =>
    growsLinearly(repeated('a '), (title) =>
      keyOf('[title:words 3][shorttitle]', { type: 'book', title }),
    ),
  )
})
