/** The fields in which a word was found, as bits: what a hit in one is worth is told by it. */
export const inTitle = 1
export const inAbstract = 2
export const inAuthors = 4
export const inJournal = 8
export const inNote = 16
export const inTags = 32

/** Where one word stands in a segment: places of records in it, rising, and the fields of each as bits. */
export interface Postings {
  places: number[]
  fields: number[]
}

/** Postings that are only looked at; typed arrays are such too. */
export interface PostingsView {
  readonly places: ArrayLike<number>
  readonly fields: ArrayLike<number>
}

/**
 * A block of a segment's words: sorted, each with its postings, in bytes.
 *
 * A word: how many characters it shares with the one before (one byte), how many follow (one byte) and these in UTF-8
 * behind their length in bytes; then how many postings there are and how long they are in bytes, both as variable
 * lengths; then the postings. A posting: the distance from the one before, doubled, and 1 more where the abstract alone
 * has the word, which is the rule; else the fields' bits follow in a byte.
 */
export class BlockWriter {
  #bytes = new Uint8Array(1024)
  #length = 0
  #last = ''

  get length(): number {
    return this.#length
  }

  /** Adds a word, which must come behind the one before in code-unit order. */
  add(word: string, { places, fields }: PostingsView): void {
    const shared = sharedStart(this.#last, word)
    this.#last = word
    this.#byte(shared)
    this.#text(word, shared)
    const postings = encodePostings(places, fields)
    this.#number(places.length)
    this.#number(postings.length)
    this.#bytesOf(postings)
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #text(word: string, from: number): void {
    const length = word.length - from
    if (this.#length + length + 1 > this.#bytes.length) this.#grow(length + 1)
    for (let i = 0; i < length; i++) {
      const code = word.charCodeAt(from + i)
      if (code > 127) {
        const bytes = encoder.encode(word.slice(from))
        this.#byte(bytes.length)
        this.#bytesOf(bytes)
        return
      }
      this.#bytes[this.#length + 1 + i] = code
    }
    this.#bytes[this.#length] = length
    this.#length += length + 1
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length++] = value
  }

  #number(value: number): void {
    let rest = value
    for (; rest > 127; rest >>>= 7) this.#byte((rest & 127) | 128)
    this.#byte(rest)
  }

  #bytesOf(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  #grow(by: number): void {
    const larger = new Uint8Array(this.#bytes.length * 2 + by)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length, 255)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  // Half a pair cannot be written.
  return isHighSurrogate(b.charCodeAt(length - 1)) ? length - 1 : length
}

function isHighSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xd800
}

let room = new Uint8Array(4096)

/** The bytes of postings; they are good until the next call. */
function encodePostings(places: ArrayLike<number>, fields: ArrayLike<number>): Uint8Array {
  if (room.length < places.length * 6) room = new Uint8Array(places.length * 8)
  let length = 0
  let last = -1
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number
    const bits = fields[i] as number
    let rest = (place - last) * 2 + (bits === inAbstract ? 1 : 0)
    for (; rest > 127; rest >>>= 7) room[length++] = (rest & 127) | 128
    room[length++] = rest
    if (bits !== inAbstract) room[length++] = bits
    last = place
  }
  return room.subarray(0, length)
}

/** Reads a block's words in order; `visit` says whether a word's postings are wanted. */
export class BlockReader {
  readonly #bytes: Uint8Array
  #at = 0
  word = ''
  /** How many records have the word. */
  count = 0
  #end = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Goes to the next word; false where there is none. Its postings are passed over unless they are read first. */
  next(): boolean {
    this.#at = Math.max(this.#at, this.#end)
    if (this.#at >= this.#bytes.length) return false
    const shared = this.#bytes[this.#at++] ?? 0
    const length = this.#bytes[this.#at++] ?? 0
    this.word = this.word.slice(0, shared) + this.#text(length)
    this.#at += length
    this.count = this.#number()
    const size = this.#number()
    this.#end = this.#at + size
    return true
  }

  /** Adds the word's fields to those of each record in `into`, by place. */
  readInto(into: Uint8Array): void {
    const bytes = this.#bytes
    let at = this.#at
    let place = -1
    while (at < this.#end) {
      let value = 0
      let shift = 0
      let byte = bytes[at++] as number
      while (byte > 127) {
        value |= (byte & 127) << shift
        shift += 7
        byte = bytes[at++] as number
      }
      value |= byte << shift
      place += value >>> 1
      const fields = value & 1 ? inAbstract : (bytes[at++] as number)
      into[place] = (into[place] as number) | fields
    }
    this.#at = at
  }

  /** Tells each of the word's postings. */
  visit(tell: (place: number, fields: number) => void): void {
    let place = -1
    while (this.#at < this.#end) {
      const value = this.#number()
      place += value >>> 1
      tell(place, value & 1 ? inAbstract : (this.#bytes[this.#at++] as number))
    }
  }

  /** The word's postings by themselves. */
  read(): Postings {
    const postings: Postings = { places: [], fields: [] }
    this.visit((place, fields) => {
      postings.places.push(place)
      postings.fields.push(fields)
    })
    return postings
  }

  #text(length: number): string {
    const bytes = this.#bytes
    let text = ''
    for (let i = 0; i < length; i++) {
      const byte = bytes[this.#at + i] as number
      if (byte > 127) return decoder.decode(bytes.subarray(this.#at, this.#at + length))
      text += String.fromCharCode(byte)
    }
    return text
  }

  #number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
}
