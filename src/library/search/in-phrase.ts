import { BlockReader } from './block-reader.ts'
import type { Found } from './reader.ts'

/** A word of a phrase, and where in a part of the index it may stand. */
export interface PhraseWord {
  /** Its place in the phrase, from 0. */
  at: number
  word: string
  found: Found
}

/** By place, 1 for the records in which these words stand one behind the other; only those are looked at that are `wanted`: not 0. */
export function inPhrase(phrase: readonly PhraseWord[], wanted: Uint8Array): Uint8Array {
  // The rarest first: there are fewer places to keep in mind.
  const byRarity = phrase
    .map((word) => ({ word, count: countOf(word) }))
    .sort((a, b) => a.count - b.count)
  let starts: Float64Array | undefined
  for (const { word, count } of byRarity) starts = startsOf(word, wanted, starts, count)
  const has = new Uint8Array(wanted.length)
  for (const start of starts ?? []) has[Math.floor(start / mostPositions)] = 1
  return has
}

/** Positions are less than this, so that a place and a position are one number. */
const mostPositions = 65_536

/**
 * Where a phrase would begin of which the word is a part: place * 65,536 + position, rising; only those that are in `among`
 * too, where that is given.
 */
function startsOf(
  { at, word, found }: PhraseWord,
  wanted: Uint8Array,
  among: Float64Array | undefined,
  count: number,
): Float64Array {
  let starts = new Float64Array(among?.length ?? Math.max(16, count * 2))
  let length = 0
  let known = 0
  forEachEntry(word, found, (reader) =>
    reader.visitPositions(wanted, (place, position) => {
      if (position < at) return
      const start = place * mostPositions + position - at
      if (among) {
        while (known < among.length && (among[known] as number) < start) known++
        if (among[known] !== start) return
      }
      if (length === starts.length) {
        const larger = new Float64Array(length * 2)
        larger.set(starts)
        starts = larger
      }
      starts[length++] = start
    }),
  )
  return starts.subarray(0, length)
}

function countOf({ word, found }: PhraseWord): number {
  let count = 0
  forEachEntry(word, found, (reader) => {
    count += reader.count
  })
  return count
}

function forEachEntry(word: string, { blocks }: Found, tell: (reader: BlockReader) => void): void {
  for (const { words, positions } of blocks) {
    const reader = new BlockReader(words, positions)
    while (reader.next()) {
      if (reader.word === word) tell(reader)
      else if (reader.word > word) break
    }
  }
}
