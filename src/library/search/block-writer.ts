import { isAscii } from '../../text/fold.ts'
import { Bytes } from './bytes.ts'
import { type Block, inAbstract, type Postings } from './postings.ts'

/** The most postings of one entry: a word of more has several, so that no block grows large. */
const mostInEntry = 8192

/**
 * Makes a block of a segment's words: sorted, each with its postings.
 *
 * A word: how many characters it shares with the one before, how many bytes follow, and these in UTF-8; how many postings
 * there are, and how many bytes they and their positions have; then the postings. All numbers are of variable length. A posting: the distance from the one before, doubled, and 1 more where the abstract alone has the word, which is
 * the rule; else the fields' bits follow in a byte. Positions, apart: the distance from the one before, doubled, and 1 more
 * where another of the same record follows.
 */
export class BlockWriter {
  readonly #words = new Bytes()
  readonly #positions = new Bytes()
  #last = ''

  get length(): number {
    return this.#words.length
  }

  /** Adds a word, which must not come before the last one in code-unit order; of a word with more postings than one entry holds, those from `from` to `to`. */
  add(word: string, postings: Postings, from = 0, to = postings.places.length): void {
    const shared = sharedStart(this.#last, word)
    this.#last = word
    this.#words.number(shared)
    this.#text(word, shared)
    scratch.clear()
    writePostings(scratch, postings, from, to)
    const before = this.#positions.length
    writePositions(this.#positions, postings, from, to)
    this.#words.number(to - from)
    this.#words.number(scratch.length)
    this.#words.number(this.#positions.length - before)
    this.#words.append(scratch.view())
  }

  finish(): Block {
    return { words: this.#words.view().slice(), positions: this.#positions.view().slice() }
  }

  #text(word: string, from: number): void {
    if (isAscii(word)) {
      this.#words.number(word.length - from)
      for (let i = from; i < word.length; i++) this.#words.byte(word.charCodeAt(i))
      return
    }
    const bytes = encoder.encode(word.slice(from))
    this.#words.number(bytes.length)
    this.#words.append(bytes)
  }
}

const scratch = new Bytes()

function writePostings(into: Bytes, { places, fields }: Postings, from: number, to: number): void {
  let last = -1
  for (let i = from; i < to; i++) {
    const place = places[i] as number
    const bits = fields[i] as number
    into.number((place - last) * 2 + (bits === inAbstract ? 1 : 0))
    if (bits !== inAbstract) into.byte(bits)
    last = place
  }
}

function writePositions(
  into: Bytes,
  { starts, positions }: Postings,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const end = starts[i + 1] as number
    let last = 0
    for (let at = starts[i] as number; at < end; at++) {
      const position = positions[at] as number
      into.number((position - last) * 2 + (at + 1 < end ? 1 : 0))
      last = position
    }
  }
}

/** The parts of a word's postings that are an entry each, from where to where. */
export function* entriesOf({ places }: Postings): Generator<[from: number, to: number]> {
  for (let from = 0; from < places.length; from += mostInEntry)
    yield [from, Math.min(places.length, from + mostInEntry)]
}

const encoder = new TextEncoder()

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  // Half a pair cannot be written.
  return isHighSurrogate(b.charCodeAt(length - 1)) ? length - 1 : length
}

function isHighSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xd800
}
