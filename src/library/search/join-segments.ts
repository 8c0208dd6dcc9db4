import { BlockReader } from './block-reader.ts'
import { bySaving } from './columns.ts'
import type { Block, Postings } from './postings.ts'
import { prefixMark } from './prefixes.ts'
import { mostRecords, type Segment, SegmentWriter } from './segment.ts'

/** Words that are joined in one go, of which each has a few postings: some ms. */
const breath = 400

/**
 * Several segments as one, without the records whose rows' numbers are `dead`. It stops for `pause` again and again, so
 * that the page or worker it runs in can answer meanwhile.
 */
export async function joinSegments(
  parts: readonly Segment[],
  dead: ReadonlySet<number>,
  pause: () => Promise<void>,
): Promise<Segment> {
  const alive: { part: number; place: number; n: number; seconds: number }[] = []
  for (const [part, { numbers, seconds }] of parts.entries())
    for (let place = 0; place < numbers.length; place++) {
      const n = numbers[place] as number
      if (!dead.has(n)) alive.push({ part, place, n, seconds: seconds[place] as number })
    }
  alive.sort(bySaving)
  const moved = parts.map(({ numbers }) => new Int32Array(numbers.length).fill(-1))
  for (const [to, { part, place }] of alive.entries()) (moved[part] as Int32Array)[place] = to
  const readers = parts.map(({ blocks }) => new WordReader(blocks))
  const writer = new SegmentWriter(alive.length)
  for (let turn = 1; ; turn++) {
    const word = leastWord(readers)
    if (word === undefined) break
    const found = new Gathered()
    for (const [part, reader] of readers.entries()) {
      while (reader.word === word) {
        reader.read(moved[part] as Int32Array, found)
        reader.next()
      }
    }
    if (found.places.length > 0) writer.add(word, found.inOrder())
    if (turn % breath === 0) await pause()
  }
  const column = <T>(read: (segment: Segment, place: number) => T): T[] =>
    alive.map(({ part, place }) => read(parts[part] as Segment, place))
  return writer.finish({
    numbers: Uint32Array.from(alive, ({ n }) => n),
    seconds: Uint32Array.from(alive, ({ seconds }) => seconds),
    years: Uint16Array.from(column(({ years }, place) => years[place] ?? 0)),
    standings: Uint8Array.from(column(({ standings }, place) => standings[place] ?? 0)),
    titles: Uint32Array.from(column(({ titles }, place) => titles[place] ?? 0)),
  })
}

/** One word's postings out of several segments. */
class Gathered {
  readonly places: number[] = []
  readonly fields: number[] = []
  readonly starts: number[] = []
  readonly positions: number[] = []

  /** The same in the order of their places; those of segments that follow each other in time are already. */
  inOrder(): Postings {
    const { places, fields, starts, positions } = this
    starts.push(positions.length)
    const isRising = places.every((place, i) => i === 0 || (places[i - 1] as number) < place)
    if (isRising) return this
    const order = places
      .map((_, i) => i)
      .sort((a, b) => (places[a] as number) - (places[b] as number))
    const sorted = order.map((i) => positions.slice(starts[i], starts[i + 1]))
    let end = 0
    return {
      places: order.map((i) => places[i] as number),
      fields: order.map((i) => fields[i] as number),
      starts: [0, ...sorted.map(({ length }) => (end += length))],
      positions: sorted.flat(),
    }
  }
}

function leastWord(readers: readonly WordReader[]): string | undefined {
  let least: string | undefined
  for (const { word } of readers)
    if (word !== undefined && (least === undefined || word < least)) least = word
  return least
}

/** All words of a segment in order, without its entries of beginnings. */
class WordReader {
  readonly #blocks: readonly Block[]
  #block = 0
  #reader: BlockReader | undefined
  /** The word that is being read; undefined at the end. */
  word: string | undefined

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks
    do this.next()
    while (this.word?.startsWith(prefixMark))
  }

  next(): void {
    while (!this.#reader?.next()) {
      const block = this.#blocks[this.#block++]
      if (!block) {
        this.word = undefined
        return
      }
      this.#reader = new BlockReader(block.words, block.positions)
    }
    this.word = this.#reader.word
  }

  /** Appends the word's postings to `into`, each at its new place; those that `moved` sends nowhere (-1) are left out. */
  read(moved: Int32Array, into: Gathered): void {
    this.#reader?.visit((place, fields) => {
      const to = moved[place] as number
      if (to < 0) return
      into.places.push(to)
      into.fields.push(fields)
    })
    let last = -1
    this.#reader?.visitPositions(everywhere, (place, position) => {
      if ((moved[place] as number) < 0) return
      if (place !== last) into.starts.push(into.positions.length)
      into.positions.push(position)
      last = place
    })
  }
}

/** Every place is wanted. */
const everywhere = new Uint8Array(mostRecords).fill(1)
