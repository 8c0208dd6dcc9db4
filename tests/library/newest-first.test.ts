import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bySaving, type Order } from '../../src/library/search/columns.ts'
import { inOrder, runsByTime } from '../../src/library/search/newest-first.ts'

/** Parts as an index has them, each sorted by itself; no number twice. */
const parts = fc
  .array(fc.record({ part: fc.nat(4), seconds: fc.nat(30), rank: fc.nat(2) }), { maxLength: 60 })
  .map((records) => records.map((record, at) => ({ ...record, n: at + 1 })))

type Numbered = { part: number; seconds: number; rank: number; n: number }

function asParts(records: readonly Numbered[]): { parts: Order[]; ranks: Uint8Array[] } {
  const lists = [0, 1, 2, 3, 4].map((part) =>
    records.filter((record) => record.part === part).sort(bySaving),
  )
  return {
    parts: lists.map((list) => ({
      numbers: Uint32Array.from(list, ({ n }) => n),
      seconds: Uint32Array.from(list, ({ seconds }) => seconds),
    })),
    ranks: lists.map((list) => Uint8Array.from(list, ({ rank }) => rank)),
  }
}

describe('the order of an answer', () => {
  test('is titles first, then the newest, however the parts lie in time', () => {
    fc.assert(
      fc.property(parts, (records) => {
        const { parts, ranks } = asParts(records)
        const expected = records
          .filter(({ rank }) => rank > 0)
          .sort((a, b) => b.rank - a.rank || bySaving(b, a))
          .map(({ n }) => n)
        expect([...inOrder(parts, runsByTime(parts), ranks)]).toEqual(expected)
      }),
    )
  })

  test('parts that follow each other in time are one run each', () => {
    const records = Array.from({ length: 50 }, (_, n) => ({
      part: Math.floor(n / 10),
      seconds: n,
      rank: 1,
      n: n + 1,
    }))
    expect(runsByTime(asParts(records).parts)).toEqual(
      [4, 3, 2, 1, 0].map((part) => ({ part, from: 9, to: 0 })),
    )
  })
})
