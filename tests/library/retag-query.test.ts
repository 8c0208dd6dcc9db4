import { expect, test } from 'vitest'
import { retagQuery } from '../../src/library/search/retag-query.ts'

test.each([
  ['tag:common -mice', 'tag:shared -mice'],
  ['mice Tag:COMMON', 'mice Tag:shared'],
  ['-tag:common tag:"common"', '-tag:shared tag:shared'],
  ['xtag:common tag:common', 'xtag:common tag:shared'],
  ['tag:"common', 'tag:shared'],
  ['common', 'common'],
  ['"tag:common" tag:commons', '"tag:common" tag:commons'],
  ['tag:', 'tag:'],
  ['', ''],
])('a tag’s new name in a search: %s becomes %s', (query, expected) => {
  expect(retagQuery(query, ['common'], 'shared')).toBe(expected)
})

test('several tags get one name, which is quoted where it has blanks or quotation marks', () => {
  expect(retagQuery('tag:a tag:"b c" d', ['a', 'B C'], '3" pipes')).toBe(
    'tag:"3\\" pipes" tag:"3\\" pipes" d',
  )
})

test('a tag that is gone is asked for no longer', () => {
  expect(retagQuery('mice tag:common rats', ['common'], undefined)).toBe('mice rats')
  expect(retagQuery('tag:common', ['common'], undefined)).toBe('')
})
