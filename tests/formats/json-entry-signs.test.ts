import { expect, test } from 'vitest'
import { entryStart } from '../../src/formats/json-entry-signs.ts'

test('an entry begins with a word of a paper, and what names itself by a list is none', () => {
  for (const text of ['{"id": "a"', '{"type":"book"', '{"author": [', '{"title":["Salt"]'])
    expect(entryStart(text), text).toBe(true)
  // In each other they would be looked through again and again: 3 KB took more than a second.
  for (const text of ['{"id":[', '{ "type" : [', '{"DOI":[{"DOI":['])
    expect(entryStart(text), text).toBe(false)
})
