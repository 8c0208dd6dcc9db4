import type { IndexedRecord } from './indexed.ts'
import { BlockReader, BlockWriter, type Postings, type PostingsView } from './postings.ts'

/** About how long a block is, in bytes. Chromium keeps values of 64 KB in files of their own, which is slow. */
const blockLength = 32_000

/** The most records of one segment. */
export const mostRecords = 8192

/** What is sorted and filtered by, for each record by its place. */
export interface Columns {
  ids: string[]
  /** When it was saved, in ms since 1970. */
  saved: Float64Array
  /** 0 where none is known. */
  years: Uint16Array
  /** `standingNumbers` of indexed.ts. */
  standings: Uint8Array
}

/** A part of the index that is written once: words with the records that have them. */
export interface Segment extends Columns {
  /** The first word of each block, in code-unit order. */
  first: string[]
  blocks: Uint8Array[]
}

/**
 * Makes a segment of records that are given one by one, in the order in which they were saved. Postings are kept in the
 * order in which they come, and sorted by word at the end, since a list for each word costs twice the time.
 */
export class SegmentBuilder {
  /** Each word's number. */
  readonly #numbers = new Map<string, number>()
  /** By a word's number: its newest posting, and how many it has. */
  readonly #newest: number[] = []
  readonly #counts: number[] = []
  /** By posting. */
  #words = new Uint32Array(4096)
  #places = new Uint16Array(4096)
  #fields = new Uint8Array(4096)
  #length = 0
  readonly #ids: string[] = []
  readonly #saved: number[] = []
  readonly #years: number[] = []
  readonly #standings: number[] = []

  /** Adds a record, which must not have been saved before the one added last. */
  add({ id, saved, year, standing, words }: IndexedRecord): void {
    const place = this.#ids.length
    this.#ids.push(id)
    this.#saved.push(saved)
    this.#years.push(year)
    this.#standings.push(standing)
    words.forEach((fields, word) => {
      this.#addWord(word, place, fields)
    })
  }

  #addWord(word: string, place: number, fields: number): void {
    let number = this.#numbers.get(word)
    if (number === undefined) {
      number = this.#counts.length
      this.#numbers.set(word, number)
      this.#counts.push(0)
      this.#newest.push(-1)
    }
    const newest = this.#newest[number] as number
    if (newest >= 0 && this.#places[newest] === place) {
      this.#fields[newest] = (this.#fields[newest] as number) | fields
      return
    }
    if (this.#length === this.#words.length) this.#grow()
    this.#words[this.#length] = number
    this.#places[this.#length] = place
    this.#fields[this.#length] = fields
    this.#newest[number] = this.#length
    this.#counts[number] = (this.#counts[number] as number) + 1
    this.#length += 1
  }

  #grow(): void {
    const more = this.#length * 2
    const [words, places, fields] = [this.#words, this.#places, this.#fields]
    this.#words = new Uint32Array(more)
    this.#places = new Uint16Array(more)
    this.#fields = new Uint8Array(more)
    this.#words.set(words)
    this.#places.set(places)
    this.#fields.set(fields)
  }

  finish(): Segment {
    const starts = new Uint32Array(this.#counts.length + 1)
    for (const [number, count] of this.#counts.entries())
      starts[number + 1] = (starts[number] as number) + count
    const next = starts.slice()
    const places = new Uint16Array(this.#length)
    const fields = new Uint8Array(this.#length)
    for (let i = 0; i < this.#length; i++) {
      const number = this.#words[i] as number
      const at = next[number] as number
      places[at] = this.#places[i] as number
      fields[at] = this.#fields[i] as number
      next[number] = at + 1
    }
    const writer = new BlocksWriter()
    for (const word of [...this.#numbers.keys()].sort()) {
      const number = this.#numbers.get(word) as number
      const [from, to] = [starts[number], starts[number + 1]]
      writer.add(word, { places: places.subarray(from, to), fields: fields.subarray(from, to) })
    }
    return {
      ...writer.finish(),
      ids: this.#ids,
      saved: Float64Array.from(this.#saved),
      years: Uint16Array.from(this.#years),
      standings: Uint8Array.from(this.#standings),
    }
  }
}

/** A segment of these records; the one saved last has the last place. */
export function buildSegment(records: readonly IndexedRecord[]): Segment {
  const builder = new SegmentBuilder()
  for (const record of [...records].sort((a, b) => a.saved - b.saved)) builder.add(record)
  return builder.finish()
}

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

/** Cuts a rising run of words into blocks. */
class BlocksWriter {
  readonly #blocks: Uint8Array[] = []
  readonly #first: string[] = []
  #open: BlockWriter | undefined

  add(word: string, postings: PostingsView): void {
    if (!this.#open) {
      this.#open = new BlockWriter()
      this.#first.push(word)
    }
    this.#open.add(word, postings)
    if (this.#open.length >= blockLength) this.#close()
  }

  finish(): { blocks: Uint8Array[]; first: string[] } {
    this.#close()
    return { blocks: this.#blocks, first: this.#first }
  }

  #close(): void {
    if (this.#open) this.#blocks.push(this.#open.finish())
    this.#open = undefined
  }
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
