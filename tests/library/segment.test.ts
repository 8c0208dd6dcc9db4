import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BlockReader } from '../../src/library/search/block-reader.ts'
import { BlockWriter } from '../../src/library/search/block-writer.ts'
import { packOrder, unpackOrder } from '../../src/library/search/columns.ts'
import type { IndexedRecord } from '../../src/library/search/indexed.ts'
import { joinSegments } from '../../src/library/search/join-segments.ts'
import { prefixMark } from '../../src/library/search/prefixes.ts'
import { buildSegment, type Segment } from '../../src/library/search/segment.ts'

/** A record with its words as a list: word, fields, position. */
interface Made extends Omit<IndexedRecord, 'words'> {
  list: [word: string, fields: number][]
}

const indexed = ({ list, ...record }: Made): IndexedRecord => ({
  ...record,
  words: {
    forEach: (visit) => {
      for (const [position, [word, fields]] of list.entries()) visit(word, fields, position)
    },
  },
})

const build = (list: readonly Made[]): Segment => buildSegment(list.map(indexed))

type Said = Map<string, [n: number, fields: number, positions: number[]][]>

/** What a segment says, as a person would write it: each word with the records that have it, in which fields and where. */
function said({ blocks, first, numbers }: Segment): Said {
  const words: Said = new Map()
  for (const [i, block] of blocks.entries()) {
    const reader = new BlockReader(block.words, block.positions)
    for (let isFirst = true; reader.next(); isFirst = false) {
      if (isFirst) expect(first[i]).toBe(reader.word)
      const { word, count } = reader
      if (word.startsWith(prefixMark)) continue
      const found: Said extends Map<string, infer V> ? V : never = []
      reader.visit((place, fields) => found.push([numbers[place] ?? 0, fields, []]))
      expect(found).toHaveLength(count)
      const byNumber = new Map(found.map((entry) => [entry[0], entry]))
      reader.visitPositions(new Uint8Array(numbers.length).fill(1), (place, position) =>
        byNumber.get(numbers[place] ?? 0)?.[2].push(position),
      )
      words.set(word, [...(words.get(word) ?? []), ...found])
    }
  }
  return words
}

function expected(records: readonly Made[]): Said {
  const sorted = [...records].sort((a, b) => a.seconds - b.seconds || a.n - b.n)
  const words = [...new Set(sorted.flatMap(({ list }) => list.map(([word]) => word)))].sort()
  return new Map(
    words.map((word) => [
      word,
      sorted.flatMap(({ n, list }): [number, number, number[]][] => {
        const own = list.flatMap(([one, fields], position) =>
          one === word ? [{ fields, position }] : [],
        )
        const fields = own.reduce((bits, each) => bits | each.fields, 0)
        return own.length > 0 ? [[n, fields, own.map(({ position }) => position)]] : []
      }),
    ]),
  )
}

const word = fc.oneof(
  fc.stringMatching(/^[a-d]{1,6}$/),
  fc.constantFrom('#roofs', '雪と', 'alpha', '𐐨𐐩', '𐐨𐐪', `${'long'.repeat(10)}`),
)
const records = fc
  .array(
    fc.record({
      seconds: fc.integer({ min: 0, max: 50 }),
      year: fc.integer({ min: 0, max: 2100 }),
      standing: fc.integer({ min: 0, max: 3 }),
      list: fc.array(fc.tuple(word, fc.integer({ min: 1, max: 63 })), { maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list) => list.map((each, i): Made => ({ ...each, title: i & 3, n: i * 3 + 1 })))

const noPause = async (): Promise<void> => {}

describe('a segment', () => {
  test('says what its records say', () => {
    fc.assert(
      fc.property(records, (list) => {
        const segment = build(list)
        expect(said(segment)).toEqual(expected(list))
        for (const [place, n] of segment.numbers.entries()) {
          const record = list.find((each) => each.n === n)
          expect(segment.seconds[place]).toBe(record?.seconds)
          expect(segment.years[place]).toBe(record?.year)
          expect(segment.standings[place]).toBe(record?.standing)
        }
      }),
    )
  })

  test('joined from others says what their living records say', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.nat(5), fc.func(fc.boolean()), async (list, cut, choose) => {
        const dead = new Set(list.flatMap(({ n }) => (choose(n) ? [n] : [])))
        const parts = Array.from({ length: cut + 1 }, (_, part) =>
          list.filter((_each, i) => i % (cut + 1) === part),
        )
        const joined = await joinSegments(parts.map(build), dead, noPause)
        const alive = list.filter(({ n }) => !dead.has(n))
        expect(said(joined)).toEqual(expected(alive))
        expect([...joined.seconds]).toEqual([...joined.seconds].sort((a, b) => a - b))
        expect(joined).toEqual(build(alive))
      }),
    )
  })

  test('is cut into blocks, of which none is large, and has entries for what many words begin with', () => {
    const list = Array.from({ length: 9000 }, (_, i): Made => {
      const own = Array.from({ length: 12 }, (_each, k): [string, number] => [
        `w${(i * 7919 + k * 104729) % 20011}`,
        2,
      ])
      return { n: i + 1, seconds: i, year: 2000, standing: 0, title: 0, list: [['the', 3], ...own] }
    })
    const segment = build(list)
    expect(segment.blocks.length).toBeGreaterThan(5)
    for (const { words, positions } of segment.blocks) {
      expect(words.length).toBeLessThan(40_000)
      expect(positions.length).toBeLessThan(40_000)
    }
    expect(segment.prefixes).toEqual(['w', 'w1'])
    const [entry] = segment.first
    expect(entry).toBe(`${prefixMark}w`)
    expect(said(segment).get('the')).toHaveLength(9000)
  })

  test('holds words of any length', () => {
    const list: [string, number][] = [
      [`#${'雪'.repeat(200)}`, 32],
      [`#${'雪'.repeat(199)}氷`, 32],
      [`#${'a'.repeat(300)}`, 32],
    ]
    const made: Made[] = [{ n: 1, seconds: 0, year: 0, standing: 0, title: 0, list }]
    expect(said(build(made))).toEqual(expected(made))
  })
})

describe('a block', () => {
  test('adds the fields of several words to each record', () => {
    const writer = new BlockWriter()
    const positions = { starts: [0, 1, 2, 3], positions: [0, 7, 300] }
    writer.add('salt', { places: [0, 5, 300], fields: [2, 1, 2], ...positions })
    writer.add('salts', { places: [5, 299], fields: [2, 4], ...positions })
    const into = new Uint8Array(301)
    const reader = new BlockReader(writer.finish().words)
    while (reader.next()) reader.readInto(into)
    expect([into[0], into[5], into[299], into[300]]).toEqual([2, 3, 4, 2])
  })
})

describe('an order', () => {
  const entry = fc.tuple(fc.nat(4_294_967_295), fc.nat(4_294_967_295))

  test('is packed without loss', () => {
    fc.assert(
      fc.property(fc.array(entry), (list) => {
        const sorted = list.toSorted(([, a], [, b]) => a - b)
        const order = {
          numbers: Uint32Array.from(sorted, ([n]) => n),
          seconds: Uint32Array.from(sorted, ([, seconds]) => seconds),
        }
        const packed = packOrder(order)
        expect(unpackOrder(packed, list.length)).toEqual(order)
        expect(unpackOrder(packed, list.length + 1)).toBeUndefined()
        if (list.length > 0) expect(unpackOrder(packed, list.length - 1)).toBeUndefined()
      }),
    )
  })
})
