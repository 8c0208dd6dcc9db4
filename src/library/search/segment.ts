import type { IndexedRecord } from './indexed.ts'
import { BlockReader, BlockWriter, type Postings } from './postings.ts'

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

/** Makes a segment of records that are given one by one, in the order in which they were saved. */
export class SegmentBuilder {
  readonly #postings = new Map<string, Postings>()
  readonly #ids: string[] = []
  readonly #saved: number[] = []
  readonly #years: number[] = []
  readonly #standings: number[] = []

  get count(): number {
    return this.#ids.length
  }

  /** Adds a record, which must not have been saved before the one added last. */
  add({ id, saved, year, standing, words }: IndexedRecord): void {
    const place = this.#ids.length
    this.#ids.push(id)
    this.#saved.push(saved)
    this.#years.push(year)
    this.#standings.push(standing)
    for (const [word, fields] of words) {
      const own = this.#postings.get(word)
      if (own) {
        own.places.push(place)
        own.fields.push(fields)
      } else this.#postings.set(word, { places: [place], fields: [fields] })
    }
  }

  finish(): Segment {
    const writer = new BlocksWriter()
    for (const word of [...this.#postings.keys()].sort()) {
      const own = this.#postings.get(word)
      if (own) writer.add(word, own)
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
    const found: { place: number; fields: number }[] = []
    for (const [part, reader] of readers.entries()) {
      if (reader.word !== word) continue
      const { places, fields } = reader.read()
      for (const [i, place] of places.entries()) {
        const to = moved[part]?.[place] ?? -1
        if (to >= 0) found.push({ place: to, fields: fields[i] ?? 0 })
      }
      reader.next()
    }
    if (found.length === 0) continue
    found.sort((a, b) => a.place - b.place)
    writer.add(word, {
      places: found.map(({ place }) => place),
      fields: found.map(({ fields }) => fields),
    })
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

  add(word: string, postings: Postings): void {
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

  read(): Postings {
    return this.#reader?.read() ?? { places: [], fields: [] }
  }
}
