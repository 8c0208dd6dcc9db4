import { BlocksWriter } from './blocks-writer.ts'
import type { IndexedRecord } from './indexed.ts'
import { LetterEntries } from './letters.ts'
import type { PostingsView } from './postings.ts'

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
    const postingsOf = (word: string): PostingsView => {
      const number = this.#numbers.get(word) as number
      const [from, to] = [starts[number], starts[number + 1]]
      return { places: places.subarray(from, to), fields: fields.subarray(from, to) }
    }
    const letters = new LetterEntries(this.#ids.length)
    for (const word of this.#numbers.keys()) letters.add(word, postingsOf(word))
    const writer = new BlocksWriter()
    for (const [word, postings] of letters.entries()) writer.add(word, postings)
    for (const word of [...this.#numbers.keys()].sort()) writer.add(word, postingsOf(word))
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
