import { describe, expect, test } from 'vitest'
import { queryTroubles } from '../../src/library/search/query-trouble.ts'
import { typedField } from '../../src/library/search/typed-field.ts'

const is = ['is:unread', 'is:include', 'is:maybe', 'is:exclude', 'is:assessed']
const years = ['year:2014', 'year:2014-2018']

describe('what a query has that the language has not', () => {
  test.each([
    ['is:foo', 'value', is],
    ['no:pdf', 'value', ['no:doi', 'no:abstract']],
    ['year:abc', 'year', years],
    ['year:20145', 'year', years],
    ['year:>2001', 'year', ['year:2002-']],
    ['year:<=2001', 'year', ['year:-2001']],
    ['year:2020-2010', 'turned', ['year:2010-2020']],
    ['-year:2020–2010', 'turned', ['-year:2010-2020']],
    ['has:note', 'field', []],
    ['has:DOI', 'field', ['-no:doi']],
    ['doi:10.5555/12', 'field', []],
    ['abstract:"salt on slate"', 'field', ['"salt on slate"']],
    ['-keyword:roofs', 'field', ['-tag:roofs']],
    ['from:2014', 'field', ['year:2014-']],
    ['before:2014', 'field', ['year:-2014']],
    ['after:spring', 'field', years],
    ['status:Include', 'field', ['is:include']],
    ['decision:yes', 'field', is],
    ['autor:roe', 'field', ['author:roe']],
    ['Titel:slate', 'field', ['title:slate']],
    ['journl:roofs', 'field', ['journal:roofs']],
  ])('%s', (written, kind, instead) => {
    expect(queryTroubles(`${written} `, false)).toEqual([{ kind, written, instead }])
    expect(queryTroubles(`salt ${written} slate`, false)).toEqual([{ kind, written, instead }])
  })

  test.each([
    'salt on slate',
    'dengue:africa',
    'bear:salmon',
    'near:africa',
    'author:roe title:salt journal:roofs note:why tag:roofs',
    'year:2014 year:2014-2018 year:-2018 year:2014-',
    'is:unread -is:Maybe no:doi -no:abstract',
    '"is:foo"',
    'has:',
    'https://roofs.example/year:abc',
    '',
  ])('all of it is understood: %s', (query) => {
    expect(queryTroubles(`${query} `, false)).toEqual([])
  })

  test.each(['is:inc', 'no:', 'year:20', 'year:2014-20', 'salt year:-2', 'is:un'])(
    'what is still being typed is no trouble: %s',
    (query) => {
      expect(queryTroubles(query, false)).toEqual([])
    },
  )

  test('what is being typed is one as soon as nothing can come of it, or something else is typed', () => {
    for (const query of ['is:x', 'year:a', 'year:20 ', 'is:inc salt'])
      expect(queryTroubles(query, false)).toHaveLength(1)
  })

  test('where papers are found it was no slip, but what must not be there is found always', () => {
    expect(queryTroubles('is:foo year:abc has:note', true)).toEqual([])
    expect(queryTroubles('-year:abc -is:foo -has:note', true)).toMatchObject([
      { written: '-year:abc' },
      { written: '-is:foo' },
    ])
  })

  test('three are told, each once', () => {
    expect(queryTroubles('is:a is:a is:b is:c is:d ', false)).toHaveLength(3)
  })
})

describe('the field that is being typed', () => {
  test.each([
    ['is:', { field: 'is', value: '', before: 'is:' }],
    ['salt -is:un', { field: 'is', value: 'un', before: 'salt -is:' }],
    ['tag:half\\"', { field: 'tag', value: 'half"', before: 'tag:' }],
    ['Tag:"two w', { field: 'tag', value: 'two w', before: 'Tag:' }],
    ['tag::x', { field: 'tag', value: ':x', before: 'tag:' }],
    ['salt author:', { field: 'author', value: '', before: 'salt author:' }],
  ])('%s', (query, expected) => {
    expect(typedField(query)).toEqual(expected)
  })

  test.each(['', 'salt', 'is: ', 'is:unread salt', 'tag:"two words"', 'dengue:af', 'x.is:'])(
    'there is none: %s',
    (query) => {
      expect(typedField(query)).toBeUndefined()
    },
  )

  test('many backslashes take no time', () => {
    const start = performance.now()
    for (const query of [`tag:${'\\'.repeat(2000)} x`, `tag:"${'\\'.repeat(2000)}" x`])
      expect([typedField(query), queryTroubles(query, false)]).toEqual([undefined, []])
    expect(performance.now() - start).toBeLessThan(200)
  })
})
