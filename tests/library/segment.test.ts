import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IndexedRecord as Indexed } from '../../src/library/search/indexed.ts'
import { letterMark } from '../../src/library/search/letters.ts'
import { mergeSegments } from '../../src/library/search/merge-segments.ts'
import { BlockReader, BlockWriter } from '../../src/library/search/postings.ts'
import { buildSegment, type Segment } from '../../src/library/search/segment.ts'

type IndexedRecord = Indexed & { words: Map<string, number> }

/** What a segment says, as a person would write it: each word with the ids that have it and the fields. */
function said(segment: Segment): Map<string, [string, number][]> {
  const words = new Map<string, [string, number][]>()
  for (const [i, block] of segment.blocks.entries()) {
    const reader = new BlockReader(block)
    for (let isFirst = true; reader.next(); isFirst = false) {
      if (isFirst) expect(segment.first[i]).toBe(reader.word)
      const { word, count } = reader
      const { places, fields } = reader.read()
      if (word.startsWith(letterMark)) continue
      expect(count).toBe(places.length)
      words.set(
        word,
        places.map((place, at) => [segment.ids[place] ?? '', fields[at] ?? 0]),
      )
    }
  }
  return words
}

function expected(records: readonly IndexedRecord[]): Map<string, [string, number][]> {
  const sorted = [...records].sort((a, b) => a.saved - b.saved)
  const words = [...new Set(sorted.flatMap((record) => [...record.words.keys()]))].sort()
  return new Map(
    words.map((word) => [
      word,
      sorted.flatMap(({ id, words: own }): [string, number][] => {
        const fields = own.get(word)
        return fields === undefined ? [] : [[id, fields]]
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
      saved: fc.integer({ min: 0, max: 50 }),
      year: fc.integer({ min: 0, max: 2100 }),
      standing: fc.integer({ min: 0, max: 3 }),
      words: fc.array(fc.tuple(word, fc.integer({ min: 1, max: 63 })), { maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list) =>
    list.map((each, i): IndexedRecord => ({ ...each, id: `r:${i}`, words: new Map(each.words) })),
  )

describe('a segment', () => {
  test('says what its records say', () => {
    fc.assert(
      fc.property(records, (list) => {
        const segment = buildSegment(list)
        expect(said(segment)).toEqual(expected(list))
        for (const [place, id] of segment.ids.entries()) {
          const record = list.find((each) => each.id === id)
          expect(segment.saved[place]).toBe(record?.saved)
          expect(segment.years[place]).toBe(record?.year)
          expect(segment.standings[place]).toBe(record?.standing)
        }
      }),
    )
  })

  test('merged from others says what their living records say', () => {
    fc.assert(
      fc.property(records, fc.nat(5), fc.func(fc.boolean()), (list, cut, choose) => {
        const isDead = (id: string): boolean => choose(id)
        const parts = Array.from({ length: cut + 1 }, (_, part) =>
          list.filter((_each, i) => i % (cut + 1) === part),
        )
        const { merged } = mergeSegments(
          parts.map((part) => {
            const segment = buildSegment(part)
            return { segment, isDead: (place) => isDead(segment.ids[place] ?? '') }
          }),
        )
        const alive = list.filter(({ id }) => !isDead(id))
        expect(new Set(merged.ids)).toEqual(new Set(alive.map(({ id }) => id)))
        expect([...merged.saved]).toEqual([...merged.saved].sort((a, b) => a - b))
        const sorted = (words: Map<string, [string, number][]>): Map<string, unknown> =>
          new Map([...words].map(([key, found]) => [key, found.sort()]))
        expect(sorted(said(merged))).toEqual(sorted(expected(alive)))
      }),
    )
  })

  test('is cut into blocks of some 32 KB', () => {
    const list = Array.from({ length: 3000 }, (_, i): IndexedRecord => {
      const words = Array.from({ length: 60 }, (_each, k): [string, number] => [
        `w${(i * 7919 + k * 104729) % 20011}`,
        2,
      ])
      return { id: `r:${i}`, saved: i, year: 2000, standing: 0, words: new Map(words) }
    })
    const { blocks } = buildSegment(list)
    expect(blocks.length).toBeGreaterThan(5)
    for (const block of blocks) expect(block.length).toBeLessThan(64_000)
  })
})

describe('a block', () => {
  test('adds the fields of several words to each record', () => {
    const writer = new BlockWriter()
    writer.add('salt', { places: [0, 5, 300], fields: [2, 1, 2] })
    writer.add('salts', { places: [5, 299], fields: [2, 4] })
    const into = new Uint8Array(301)
    const reader = new BlockReader(writer.finish())
    while (reader.next()) reader.readInto(into)
    expect([into[0], into[5], into[299], into[300]]).toEqual([2, 3, 4, 2])
  })
})
