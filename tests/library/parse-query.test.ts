import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../src/library/search/parse-query.ts'
import { queryValue } from '../../src/library/search/query-terms.ts'

const nothing = { words: [], phrases: [], tags: [], standings: [] }
const word = (text: string, more = {}): unknown => ({
  word: text,
  field: 'anywhere',
  match: 'beginning',
  ...more,
})

describe('parseQuery', () => {
  test.each([
    ['salt slate', { words: [word('salt'), word('slate')] }],
    ['Müller', { words: [word('muller')] }],
    ['TNF-α', { words: [word('tnf'), word('alpha')] }],
    ['b-cell', { words: [word('b', { match: 'whole' }), word('cell')] }],
    ['雪と氷', { words: [word('雪と'), word('と氷'), word('氷')] }],
    ['"salt on slate"', { phrases: [{ words: ['salt', 'on', 'slate'], field: 'anywhere' }] }],
    ['"salt on', { phrases: [{ words: ['salt', 'on'], field: 'anywhere' }] }],
    ['"salt"', { words: [word('salt', { match: 'whole' })] }],
    ['tag:Roofs', { tags: ['roofs'] }],
    ['tag:"two words"', { tags: ['two words'] }],
    ['tag:half\\"', { tags: ['half"'] }],
    ['tag:"3 \\" pipes" salt', { words: [word('salt')], tags: ['3 " pipes'] }],
    ['tag:a\\b', { tags: ['a\\b'] }],
    ['author:roe', { words: [word('roe', { field: 'author' })] }],
    ['Title:salt', { words: [word('salt', { field: 'title' })] }],
    ['year:2014', { years: { from: 2014, to: 2014 } }],
    ['year:2014-2018', { years: { from: 2014, to: 2018 } }],
    ['year:-2018', { years: { from: 0, to: 2018 } }],
    ['year:2014-', { years: { from: 2014, to: 9999 } }],
    ['is:maybe', { standings: ['maybe'] }],
    ['is:maybe is:assessed is:include', { standings: ['assessed', 'include'] }],
    ['no:doi is:maybe No:DOI no:abstract', { standings: ['maybe', 'no-doi', 'no-abstract'] }],
    ['is:doi no:maybe', { words: [word('is'), word('doi'), word('no'), word('maybe')] }],
    ['no:', {}],
    ['dengue:africa', { words: [word('dengue'), word('africa')] }],
    ['year:old', { words: [word('year'), word('old')] }],
    ['"雪"', { words: [word('雪')] }],
    ['🚀', { words: [word('🚀', { match: 'whole' })] }],
    ['salt 🚀', { words: [word('salt')] }],
    ['title:::', { words: [word('::', { field: 'title', match: 'whole' })] }],
    ['-🚀', {}],
    ['-', {}],
    ['"', {}],
    ['""', {}],
    ['tag:', {}],
    ['', {}],
  ])('%s', (text, expected) => {
    const { without, ...parsed } = parseQuery(text)
    expect(parsed).toEqual({ ...nothing, ...expected })
    expect(without).toEqual({ ...nothing, years: [] })
  })

  test('each tag has a spelling', () => {
    const tags = fc.string({ unit: fc.constantFrom('a', ' ', '"', '“', '»', '\\', '-', ':') })
    fc.assert(
      fc.property(tags, (text) => {
        const tag = text.trim()
        fc.pre(!/^(?:-|(?:is|no):)?$/.test(tag))
        expect(parseQuery(`tag:${queryValue(tag)} salt`)).toMatchObject({
          tags: [tag],
          words: [word('salt')],
        })
      }),
    )
  })

  test('what must not be there', () => {
    const text =
      '-salt -雪 -雪と -tag:roofs -is:exclude -"on slate" -title:b-cell -雪と氷 -year:2014-2018 -year:2021'
    expect(parseQuery(text).without).toEqual({
      words: [word('salt', { match: 'forms' }), word('雪'), word('雪と', { match: 'forms' })],
      phrases: [
        { words: ['on', 'slate'], field: 'anywhere' },
        { words: ['b', 'cell'], field: 'title' },
        { words: ['雪と', 'と氷'], field: 'anywhere' },
      ],
      tags: ['roofs'],
      years: [
        { from: 2014, to: 2018 },
        { from: 2021, to: 2021 },
      ],
      standings: ['exclude'],
    })
  })

  test('a hyphen inside a word excludes nothing', () => {
    expect(parseQuery('covid-19').without.words).toEqual([])
  })

  test('whatever is typed is a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        parseQuery(text)
      }),
    )
    const signs = fc.constantFrom('"', '-', ':', 'tag', 'year', 'is', '2014', ' ', 'α', '雪', 'a')
    fc.assert(fc.property(fc.array(signs), (parts) => void parseQuery(parts.join(''))))
  })
})
