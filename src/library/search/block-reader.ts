import { inAbstract } from './postings.ts'

const decoder = new TextDecoder()

/** Reads a block's words in order (`BlockWriter` says how they are written); without its positions where none are asked for. */
export class BlockReader {
  readonly #bytes: Uint8Array
  readonly #positions: Uint8Array | undefined
  #at = 0
  word = ''
  /** How many records have the word, as far as this entry says. */
  count = 0
  #end = 0
  /** Where the entry's positions are. */
  #from = 0
  #to = 0

  constructor(words: Uint8Array, positions?: Uint8Array) {
    this.#bytes = words
    this.#positions = positions
  }

  /** Goes to the next entry; false where there is none. */
  next(): boolean {
    this.#at = this.#end
    if (this.#at >= this.#bytes.length) return false
    const shared = this.#number()
    const length = this.#number()
    this.word = this.word.slice(0, shared) + this.#text(length)
    this.#at += length
    this.count = this.#number()
    const size = this.#number()
    this.#from = this.#to
    this.#to += this.#number()
    this.#end = this.#at + size
    return true
  }

  /** Adds the word's fields to those of each record in `into`, by place. */
  readInto(into: Uint8Array): void {
    const bytes = this.#bytes
    let at = this.#at
    let place = -1
    while (at < this.#end) {
      let byte = bytes[at++] as number
      let value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        value |= (byte & 127) << shift
      }
      place += value >>> 1
      const fields = value & 1 ? inAbstract : (bytes[at++] as number)
      into[place] = (into[place] as number) | fields
    }
  }

  /** Tells each of the word's postings. */
  visit(tell: (place: number, fields: number) => void): void {
    const bytes = this.#bytes
    let at = this.#at
    let place = -1
    while (at < this.#end) {
      let byte = bytes[at++] as number
      let value = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number
        value |= (byte & 127) << shift
      }
      place += value >>> 1
      tell(place, value & 1 ? inAbstract : (bytes[at++] as number))
    }
  }

  /** Tells each position of each of the word's postings whose place is wanted: not 0 there. */
  visitPositions(wanted: ArrayLike<number>, tell: (place: number, position: number) => void): void {
    const bytes = this.#positions
    if (!bytes) throw new TypeError('a block without positions')
    let at = this.#from
    this.visit((place) => {
      const isWanted = wanted[place] !== 0
      let position = 0
      for (let more = 1; more === 1; ) {
        let byte = bytes[at++] as number
        let value = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] as number
          value |= (byte & 127) << shift
        }
        position += value >>> 1
        more = value & 1
        if (isWanted) tell(place, position)
      }
    })
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
