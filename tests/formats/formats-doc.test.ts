import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { comparedFields } from '../../src/formats/compared-fields.ts'
import { formats } from '../../src/formats/index.ts'
import { lostFields } from '../../src/formats/read-back.ts'
import { fullRecords } from './full-record.ts'

const text = readFileSync(join(import.meta.dirname, '../../docs/formats.md'), 'utf8')

/** What the table says of a field in a format: kept, lost, changed, or that it depends on the kind of paper. */
function cell(had: number, lost: readonly ('lost' | 'changed')[]): string {
  if (lost.length === 0) return 'yes'
  const [first] = lost
  if (lost.length < had || lost.some((each) => each !== first)) return 'partly'
  return first === 'lost' ? '–' : 'changed'
}

it('the table of what each format cannot carry is what reading back says', async () => {
  const found = new Map<string, ('lost' | 'changed')[]>()
  for (const { id } of formats) {
    for await (const { field, how } of lostFields(id, fullRecords, { decisions: true }))
      found.set(`${field} ${id}`, [...(found.get(`${field} ${id}`) ?? []), how])
  }
  const rows = comparedFields.map(({ field, of }) => {
    const had = fullRecords.filter((record) => of(record) !== '').length
    expect(had, field).toBeGreaterThan(0)
    return [
      `\`${field}\``,
      ...formats.map(({ id }) => cell(had, found.get(`${field} ${id}`) ?? [])),
    ]
  })
  const table = [
    ['field', ...formats.map(({ name }) => name)],
    ['---', ...formats.map(() => '---')],
    ...rows,
  ]
  const lines = table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  expect(text).toContain(`${lines}\n`)
})
