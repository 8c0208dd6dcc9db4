import { BlocksWriter } from './blocks-writer.ts'
import type { Postings } from './postings.ts'

/** What stands before a beginning of words that is an entry of the index by itself: behind it are all records with a word that begins so. */
export const prefixMark = '\u0001'

/** The longest beginning that is looked at. */
const longest = 3

/** True for up to three Latin letters or digits: with them a search begins, and up to a tenth of all words would be read for it. */
export function isPrefix(word: string): boolean {
  return /^[a-z\d]{1,3}$/.test(word)
}

/**
 * So many postings of words that begin alike are read without an entry for their beginning; and the entry has to have so many
 * times fewer: each of its own takes half the bytes besides, since most records follow each other in it.
 */
const few = 4096
const gain = 1.5

/** Makes the entries of beginnings while words are written, in their order. */
export class PrefixEntries {
  readonly writer = new BlocksWriter()
  /** The beginnings that have an entry. */
  readonly prefixes: string[] = []
  readonly #lengths: readonly OpenPrefix[]
  readonly #entries: [prefix: string, postings: Postings][] = []

  /** For a segment of so many records. */
  constructor(count: number) {
    this.#lengths = Array.from({ length: longest }, (_, i) => i + 1).map((length) => ({
      length,
      prefix: '',
      fields: new Uint8Array(count),
      postings: 0,
    }))
  }

  /** Tells a word that is written, which must come behind the one before. */
  add(word: string, { places, fields }: Pick<Postings, 'places' | 'fields'>): void {
    for (const open of this.#lengths) {
      const prefix = word.slice(0, open.length)
      if (prefix !== open.prefix) {
        this.#close(open)
        open.prefix = prefix
      }
      if (!isPrefix(prefix) || prefix.length < open.length) continue
      open.postings += places.length
      for (let i = 0; i < places.length; i++) {
        const place = places[i] as number
        open.fields[place] = (open.fields[place] as number) | (fields[i] as number)
      }
    }
  }

  /** Ends what is open; the last call. */
  finish(): void {
    for (const open of this.#lengths) this.#close(open)
    // One letter's entry is made when its last word was told, behind those of two letters that begin so.
    this.#entries.sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [prefix, postings] of this.#entries) {
      this.writer.add(prefixMark + prefix, postings)
      this.prefixes.push(prefix)
    }
    this.writer.close()
  }

  #close(open: OpenPrefix): void {
    if (open.postings > few) {
      const entry = postingsOf(open.fields)
      if (open.postings > entry.places.length * gain) this.#entries.push([open.prefix, entry])
    }
    if (open.postings > 0) open.fields.fill(0)
    open.postings = 0
  }
}

interface OpenPrefix {
  length: number
  prefix: string
  /** By place. */
  fields: Uint8Array
  postings: number
}

/** Nobody asks where in a record a beginning stands, so there is one position for all. */
const nowhere = new Uint8Array(1)

function postingsOf(byPlace: Uint8Array): Postings {
  const count = byPlace.reduce((sum, fields) => sum + (fields > 0 ? 1 : 0), 0)
  const places = new Uint16Array(count)
  const fields = new Uint8Array(count)
  let at = 0
  for (let place = 0; place < byPlace.length; place++) {
    const bits = byPlace[place] as number
    if (bits === 0) continue
    places[at] = place
    fields[at++] = bits
  }
  return { places, fields, starts: new Uint8Array(count + 1), positions: nowhere }
}
