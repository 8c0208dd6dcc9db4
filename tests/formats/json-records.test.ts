import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBackup } from '../../src/formats/json.ts'
import { readJson, writeJson } from '../../src/formats/json-records.ts'
import { lostFields } from '../../src/formats/read-back.ts'
import { readWire } from '../../src/library/wire.ts'
import { anyRecord, joinedText, listOfAll, readingWith } from './any-record.ts'
import { recordOf } from './record-of.ts'

const { read } = readingWith(readJson)

describe('a backup that is made of records', () => {
  it('gives back all of them, and a library takes each document', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 3 }), async (records) => {
        expect(await listOfAll(lostFields('json', records))).toEqual([])
        const text = await joinedText(writeJson(records))
        for await (const part of readBackup([new TextEncoder().encode(text)])) {
          if ('summary' in part) expect(part.summary.doubts).toEqual([])
          else expect(readWire(part.document)).not.toHaveProperty('broken')
        }
      }),
      { numRuns: 150 },
    )
  })

  it('leaves out what is switched off', async () => {
    const record = recordOf(
      { title: 'T', abstract: 'Long.' },
      { tags: ['mine'], note: 'Read.', decision: 'include', reason: 'why' },
    )
    const options = { tags: false, notes: false, abstracts: false, decisions: false }
    const text = await joinedText(writeJson([record], options))
    expect(text).not.toMatch(/mine|Read|Long|include|why/)
  })
})

describe('readJson', () => {
  it('reads documents with stamps, and passes over what was deleted', async () => {
    const dot = [['0123456789abcdef', 1], 1]
    const text = JSON.stringify({
      format: 'offprint',
      schema: 1,
      records: [
        { id: 'u:1', title: 'A', 'tag:mine': true, 'tag:gone': false, m: { t: { title: dot } } },
        { id: 'u:2', title: 'B', del: true },
      ],
      highlights: [{ id: 'a:1' }],
    })
    expect(await read(text)).toMatchObject([{ record: { item: { title: 'A' }, tags: ['mine'] } }])
  })

  it('names the lines of what is broken, wherever the file is cut', async () => {
    const text =
      '{"format":"offprint","schema":1,\n"records":[\n{"id":"u:1","title":"A"},\n7,\n{"id":,},\n{"id":"u:2",\n"title":"B"}],"highlights":[]}'
    for (const size of [1, 10, 1_000]) {
      const entries = await read(text, size)
      expect(
        entries.map((one) => ('record' in one ? [one.line] : [one.broken.line, one.broken.reason])),
      ).toEqual([[3], [4, 'no-object'], [5, 'not-json'], [6]])
    }
  })

  it.each([
    ['', 1],
    ['[]', 1],
    ['{"a":1}', 1],
    ['{"format":"offprint","schema":1,\n"records":[\n{"id":"u:1"', 3],
  ])('says of %j that it is no backup', async (text, line) => {
    expect(await read(text)).toMatchObject([{ broken: { line, reason: 'no-backup' } }])
  })
})
