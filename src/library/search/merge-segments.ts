import { BlocksWriter } from './blocks-writer.ts'
import { BlockReader, type Postings } from './postings.ts'
import type { Segment } from './segment.ts'

/** Several segments as one, without the places that are dead in theirs; `moved` says where each place went, -1 for nowhere. */
export function mergeSegments(
  parts: readonly { segment: Segment; isDead: (place: number) => boolean }[],
): { merged: Segment; moved: readonly Int32Array[] } {
  const alive = parts.flatMap(({ segment, isDead }, part) =>
    segment.ids.flatMap((_, place) => (isDead(place) ? [] : [{ part, place }])),
  )
  const savedAt = ({ part, place }: { part: number; place: number }): number =>
    parts[part]?.segment.saved[place] ?? 0
  alive.sort((a, b) => savedAt(a) - savedAt(b))
  const moved = parts.map(({ segment }) => new Int32Array(segment.ids.length).fill(-1))
  for (const [to, { part, place }] of alive.entries()) (moved[part] as Int32Array)[place] = to
  const readers = parts.map(({ segment }) => new SegmentReader(segment.blocks))
  for (const reader of readers) reader.next()
  const writer = new BlocksWriter()
  for (;;) {
    const word = leastWord(readers)
    if (word === undefined) break
    const found: Postings = { places: [], fields: [] }
    for (const [part, reader] of readers.entries()) {
      if (reader.word !== word) continue
      reader.read(moved[part] as Int32Array, found)
      reader.next()
    }
    if (found.places.length > 0) writer.add(word, inOrder(found))
  }
  const column = <T>(read: (segment: Segment, place: number) => T): T[] =>
    alive.map(({ part, place }) => read((parts[part] as { segment: Segment }).segment, place))
  const merged: Segment = {
    ...writer.finish(),
    ids: column(({ ids }, place) => ids[place] as string),
    saved: Float64Array.from(alive, savedAt),
    years: Uint16Array.from(column(({ years }, place) => years[place] ?? 0)),
    standings: Uint8Array.from(column(({ standings }, place) => standings[place] ?? 0)),
  }
  return { merged, moved }
}

/** Postings in the order of their places; those of parts that follow each other in time are already. */
function inOrder(postings: Postings): Postings {
  const { places, fields } = postings
  const isRising = places.every((place, i) => i === 0 || (places[i - 1] as number) < place)
  if (isRising) return postings
  const order = places
    .map((_, i) => i)
    .sort((a, b) => (places[a] as number) - (places[b] as number))
  return {
    places: order.map((i) => places[i] as number),
    fields: order.map((i) => fields[i] as number),
  }
}

function leastWord(readers: readonly SegmentReader[]): string | undefined {
  let least: string | undefined
  for (const { word } of readers)
    if (word !== undefined && (least === undefined || word < least)) least = word
  return least
}

/** All words of a segment in order. */
class SegmentReader {
  readonly #blocks: readonly Uint8Array[]
  #block = 0
  #reader: BlockReader | undefined
  /** The word that is being read; undefined at the end. */
  word: string | undefined

  constructor(blocks: readonly Uint8Array[]) {
    this.#blocks = blocks
  }

  next(): void {
    while (!this.#reader?.next()) {
      const bytes = this.#blocks[this.#block++]
      if (!bytes) {
        this.word = undefined
        return
      }
      this.#reader = new BlockReader(bytes)
    }
    this.word = this.#reader.word
  }

  /** Appends the word's postings to `into`, each at its new place; those that `moved` sends nowhere (-1) are left out. */
  read(moved: Int32Array, into: Postings): void {
    this.#reader?.visit((place, fields) => {
      const to = moved[place] as number
      if (to < 0) return
      into.places.push(to)
      into.fields.push(fields)
    })
  }
}
