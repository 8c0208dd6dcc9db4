import { expect, test } from 'vitest'
import { sourcesAfterEdit } from '../../src/item/field-source.ts'
import type { Item } from '../../src/item/item.ts'
import type { Source } from '../../src/item/record.ts'
import { paper } from '../library/paper.ts'

/** Where a title came from that was changed to these one after the other, from the page's. */
function afterTyping(...titles: string[]) {
  let now = { ...paper({ title: 'Tides' }), sections: [] }
  for (const title of titles) {
    const item: Item = { ...now.item, title }
    const fields: Source['fields'] = sourcesAfterEdit(now, item)
    now = { ...now, item, source: { ...now.source, fields } }
  }
  return now.source.fields.title
}

test('what typing went through is no candidate, what it replaced is', () => {
  const source = afterTyping('K', 'Kelp', 'Kelp forests')
  expect(source?.source).toBe('reader')
  expect(source?.others.map(({ value }) => value)).toEqual(['Tides'])
  expect(afterTyping('Kelp forests', 'Eel grass')?.others.map(({ value }) => value)).toEqual([
    'Kelp forests',
    'Tides',
  ])
  expect(afterTyping('Kelp', 'Tides')).toMatchObject({ others: [{ value: 'Kelp' }] })
})
