import { BlocksWriter } from './blocks-writer.ts'
import { bySaving, type Filters, type Order } from './columns.ts'
import type { IndexedRecord } from './indexed.ts'
import type { Block, Postings } from './postings.ts'
import { PrefixEntries } from './prefixes.ts'

/** The most records of one segment: a place in it is a number of 16 bits. */
export const mostRecords = 65_536

/** A part of the index that is written once: words with the records that have them. */
export interface Segment extends Order, Filters {
  /** The first word of each block, in code-unit order. */
  first: string[]
  blocks: Block[]
  /** The beginnings of words that are entries by themselves. */
  prefixes: string[]
}

/** So few records have no words that many of them share a beginning with. */
const fewRecords = 16

/** Writes the blocks of a segment: its words in their order, and what goes before them. */
export class SegmentWriter {
  readonly #words = new BlocksWriter()
  readonly #prefixes: PrefixEntries | undefined

  /** For a segment of so many records. */
  constructor(count: number) {
    this.#prefixes = count < fewRecords ? undefined : new PrefixEntries(count)
  }

  add(word: string, postings: Postings): void {
    this.#words.add(word, postings)
    this.#prefixes?.add(word, postings)
  }

  finish(columns: Order & Filters): Segment {
    this.#words.close()
    this.#prefixes?.finish()
    const { writer, prefixes } = this.#prefixes ?? {}
    return {
      ...columns,
      first: [...(writer?.first ?? []), ...this.#words.first],
      blocks: [...(writer?.blocks ?? []), ...this.#words.blocks],
      prefixes: prefixes ?? [],
    }
  }
}

/** Positions that are kept of a record: a text of more words is no abstract and no note. */
const mostPositions = 65_535

/**
 * Makes a segment of records that are given one by one, in any order. Words are kept in the order in which they come, and
 * sorted at the end, since a list for each word costs twice the time.
 */
export class SegmentBuilder {
  /** Each word's number, and by this how often it came. */
  readonly #numbers = new Map<string, number>()
  readonly #counts: number[] = []
  /** Word by word of all records, and where each record's begin. */
  #words = new Uint32Array(512)
  #positions = new Uint16Array(512)
  #fields = new Uint8Array(512)
  #length = 0
  readonly #starts: number[] = []
  readonly #records: Omit<IndexedRecord, 'words'>[] = []

  /** How many records were added. */
  get size(): number {
    return this.#records.length
  }

  add({ words, ...record }: IndexedRecord): void {
    this.#records.push(record)
    this.#starts.push(this.#length)
    words.forEach((word, fields, position) => {
      this.#addWord(word, fields, Math.min(position, mostPositions))
    })
  }

  #addWord(word: string, fields: number, position: number): void {
    let number = this.#numbers.get(word)
    if (number === undefined) {
      number = this.#counts.length
      this.#numbers.set(word, number)
      this.#counts.push(0)
    }
    const at = this.#length++
    if (at === this.#words.length) this.#grow()
    this.#words[at] = number
    this.#positions[at] = position
    this.#fields[at] = fields
    this.#counts[number] = (this.#counts[number] as number) + 1
  }

  #grow(): void {
    const more = this.#words.length * 2
    const [words, positions, fields] = [this.#words, this.#positions, this.#fields]
    this.#words = new Uint32Array(more)
    this.#positions = new Uint16Array(more)
    this.#fields = new Uint8Array(more)
    this.#words.set(words)
    this.#positions.set(positions)
    this.#fields.set(fields)
  }

  /** The segment; the last call. */
  finish(): Segment {
    const steps = this.#finish()
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }

  /** The same for many records, with a pause again and again, in which the page or worker it runs in can answer. */
  async finishSlowly(pause: () => Promise<void>): Promise<Segment> {
    const steps = this.#finish()
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await pause()
    }
  }

  *#finish(): Generator<void, Segment> {
    const order = this.#records.map((record, arrived) => ({ ...record, arrived })).sort(bySaving)
    const byWord = this.#byWord(order.map(({ arrived }) => arrived))
    yield
    const writer = new SegmentWriter(order.length)
    const words = [...this.#numbers.keys()].sort()
    for (const [i, word] of words.entries()) {
      writer.add(word, byWord.postings(this.#numbers.get(word) as number))
      if (i % breath === breath - 1) yield
    }
    return writer.finish({
      numbers: Uint32Array.from(order, ({ n }) => n),
      seconds: Uint32Array.from(order, ({ seconds }) => seconds),
      years: Uint16Array.from(order, ({ year }) => year),
      standings: Uint8Array.from(order, ({ standing }) => standing),
      titles: Uint32Array.from(order, ({ title }) => title),
    })
  }

  /** The postings of each word, of records in this order. */
  #byWord(order: readonly number[]): { postings(number: number): Postings } {
    const starts = new Uint32Array(this.#counts.length + 1)
    for (const [number, count] of this.#counts.entries())
      starts[number + 1] = (starts[number] as number) + count
    const next = starts.slice()
    const places = new Uint16Array(this.#length)
    const positions = new Uint16Array(this.#length)
    const fields = new Uint8Array(this.#length)
    for (const [place, arrived] of order.entries()) {
      const end = this.#starts[arrived + 1] ?? this.#length
      for (let at = this.#starts[arrived] as number; at < end; at++) {
        const number = this.#words[at] as number
        const to = next[number] as number
        next[number] = to + 1
        places[to] = place
        positions[to] = this.#positions[at] as number
        fields[to] = this.#fields[at] as number
      }
    }
    const cut = <T extends Uint16Array | Uint8Array>(list: T, number: number): T =>
      list.subarray(starts[number], starts[number + 1]) as T
    return {
      postings: (number) =>
        postingsOf(cut(places, number), cut(fields, number), cut(positions, number)),
    }
  }
}

/** Words that are written in one go: some ms. */
const breath = 500

/** A word's postings out of what comes of it, one by one: several of one record become one. */
function postingsOf(places: Uint16Array, fields: Uint8Array, positions: Uint16Array): Postings {
  const found = { places: [] as number[], fields: [] as number[], starts: [] as number[] }
  let last = -1
  let bits = 0
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number
    if (place !== last) {
      if (last >= 0) found.fields.push(bits)
      found.places.push(place)
      found.starts.push(i)
      last = place
      bits = 0
    }
    bits |= fields[i] as number
  }
  if (last >= 0) found.fields.push(bits)
  found.starts.push(places.length)
  return { ...found, positions }
}

/** A segment of these records. */
export function buildSegment(records: readonly IndexedRecord[]): Segment {
  const builder = new SegmentBuilder()
  for (const record of records) builder.add(record)
  return builder.finish()
}
