import { describe, expect, it } from 'vitest'
import { brokenText } from '../../src/formats/entry.ts'
import { lostFields, readBack } from '../../src/formats/read-back.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { recordOf } from './record-of.ts'

const paper = recordOf(
  { title: 'Dust', issued: { 'date-parts': [[2021, 3, 14]] }, keyword: 'tide', version: '2' },
  {
    tags: ['mine'],
    note: 'Read.',
    decision: 'include',
    citationKey: 'dust2021',
    sections: [{ label: 'AIM', text: 'To weigh.' }],
  },
)

const other = { ...paper, id: 'u:02', citationKey: 'dust2022' }

describe('readBack', () => {
  it('says in how many records what does not survive', async () => {
    const { records, fields } = await readBack('bibtex', [paper, other, recordOf({ title: 'T' })])
    expect(records).toBe(3)
    expect(fields.map(({ field, how, records: of }) => [field, how, of])).toEqual([
      ['issued', 'changed', 2],
      ['keyword', 'lost', 2],
      ['tags', 'changed', 2],
      ['decision', 'lost', 2],
    ])
    expect(fields[0]?.first).toMatchObject({ id: 'u:01', title: 'Dust' })
  })

  it('says nothing where all comes back', async () => {
    for (const format of ['json', 'csl-json'] as const)
      expect(await readBack(format, [paper])).toEqual({ records: 1, fields: [] })
  })

  it('does not miss what is left out', async () => {
    const options = { tags: false, notes: false, abstracts: false, decisions: false }
    const { fields } = await readBack('csl-json', [paper], options)
    expect(fields).toEqual([])
  })

  it('counts a record that does not come back at all', async () => {
    const empty = recordOf({ type: 'dataset' }, { note: 'Read.' })
    const { fields } = await readBack('nbib', [empty])
    expect(fields.map(({ field, how }) => [field, how])).toEqual([
      ['type', 'lost'],
      ['note', 'lost'],
    ])
  })

  it('holds few records at a time', async () => {
    let taken = 0
    function* source(): Generator<LibraryRecord> {
      for (; taken < 100_000; taken++) yield paper
    }
    const lost = lostFields('csv', source())
    await lost.next()
    expect(taken).toBeLessThan(2_000)
    await lost.return()
  })
})

describe('brokenText', () => {
  it('is a sentence', () => {
    expect(brokenText({ reason: 'not-closed' })).toBe('A closing brace is missing.')
  })
})
