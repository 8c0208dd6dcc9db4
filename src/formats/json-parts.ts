/** A part of a JSON object's text: a member that is no array, or one element of one that is. */
export type JsonPart =
  | { key: string; value: string }
  | {
      key: string
      element: string
      /** The element's place in the array, from 0. */
      at: number
      /** On which it begins, from 1. */
      line: number
    }
  /** An array, before its elements. */
  | { key: string; begins: true }

/** Why a text cannot be read as one JSON object. */
export type JsonTrouble = 'empty' | 'no-object' | 'truncated' | 'trailing' | 'too-deep' | 'not-json'

/** A text that cannot be read as one JSON object, and the line on which that was found, from 1. */
export class JsonFault extends Error {
  override name = 'JsonFault'
  readonly trouble: JsonTrouble
  readonly line: number

  constructor(trouble: JsonTrouble, line: number) {
    super(`${trouble} on line ${line}`)
    this.trouble = trouble
    this.line = line
  }
}

/** What may come next. */
type Place = 'object' | 'key' | 'colon' | 'value' | 'member-end' | 'element' | 'element-end' | 'end'

/**
 * The parts of a JSON object whose text comes in pieces, so that a file of any size is read in little room. Only where parts
 * begin and end is looked at here, and how deep they nest; `JSON.parse` has the rest to judge. Throws a `JsonFault`.
 */
export async function* jsonParts(
  pieces: AsyncIterable<string> | Iterable<string>,
  deepest: number,
): AsyncGenerator<JsonPart, void> {
  const scanner = new JsonScanner(deepest)
  for await (const piece of pieces) yield* scanner.feed(piece)
  scanner.end()
}

class JsonScanner {
  readonly #deepest: number
  #text = ''
  /** Where in the text the scanner is, and where the part begins that it is in. */
  #at = 0
  #start = -1
  #place: Place = 'object'
  #key = ''
  /** The next element's place. */
  #element = 0
  /** How many line ends stand before the place up to which they are counted. */
  #lines = 0
  #counted = 0
  /** Within a part: how deep it is nested here, and whether in a string. */
  #depth = 0
  #inString = false

  constructor(deepest: number) {
    this.#deepest = deepest
  }

  *feed(piece: string): Generator<JsonPart> {
    this.#forget()
    this.#text += piece
    for (;;) {
      const part = this.#next()
      if (part === undefined) return
      if (part) yield part
    }
  }

  /** Says that the text has ended. */
  end(): void {
    if (this.#place === 'end') return
    const isEmpty = this.#place === 'object' && this.#text.slice(this.#at).trim() === ''
    throw this.#fault(isEmpty ? 'empty' : 'truncated')
  }

  /** One step: a part, null where none has come to its end yet, undefined where more text is needed. */
  #next(): JsonPart | null | undefined {
    if (this.#start >= 0) return this.#goOn()
    const code = this.#visible()
    if (Number.isNaN(code)) return undefined
    switch (this.#place) {
      case 'object':
        if (code !== 0x7b)
          throw this.#fault(code === 0x5b || isWord(code) ? 'no-object' : 'not-json')
        return this.#step('key')
      case 'key':
        if (code === 0x7d) return this.#step('end')
        if (code !== 0x22) throw this.#fault('not-json')
        return this.#begin()
      case 'colon':
        if (code !== 0x3a) throw this.#fault('not-json')
        return this.#step('value')
      case 'value':
        if (code !== 0x5b) return this.#begin()
        this.#element = 0
        this.#step('element')
        return { key: this.#key, begins: true }
      case 'element':
        return code === 0x5d ? this.#step('member-end') : this.#begin()
      case 'element-end':
        if (code === 0x2c) return this.#step('element')
        if (code === 0x5d) return this.#step('member-end')
        throw this.#fault('not-json')
      case 'member-end':
        if (code === 0x2c) return this.#step('key')
        if (code === 0x7d) return this.#step('end')
        throw this.#fault('not-json')
      case 'end':
        throw this.#fault('trailing')
    }
  }

  #step(place: Place): null {
    this.#place = place
    this.#at += 1
    return null
  }

  /** A key, a value or an element begins here. */
  #begin(): null {
    this.#start = this.#at
    this.#depth = 0
    this.#inString = false
    return null
  }

  /** Goes on in the part that has begun. */
  #goOn(): JsonPart | null | undefined {
    const end = this.#partEnd()
    if (end === undefined) return undefined
    const text = this.#text.slice(this.#start, end)
    const line = this.#place === 'element' ? this.#lineOf(this.#start) : 0
    this.#at = end
    this.#start = -1
    if (text === '') throw this.#fault('not-json')
    switch (this.#place) {
      case 'key':
        this.#key = keyOf(text) ?? ''
        this.#place = 'colon'
        return null
      case 'value':
        this.#place = 'member-end'
        return { key: this.#key, value: text }
      default:
        this.#place = 'element-end'
        return { key: this.#key, element: text, at: this.#element++, line }
    }
  }

  /** Where the part ends, behind its last character. */
  #partEnd(): number | undefined {
    const text = this.#text
    for (let at = this.#at; at < text.length; at++) {
      if (this.#inString) {
        const quote = endOfString(text, at, this.#start)
        if (quote < 0) {
          this.#at = text.length
          return undefined
        }
        at = quote
        this.#inString = false
        if (this.#depth === 0) return at + 1
        continue
      }
      const code = text.charCodeAt(at)
      if (code === 0x22) this.#inString = true
      else if (code === 0x7b || code === 0x5b) {
        this.#depth += 1
        if (this.#depth > this.#deepest) throw this.#fault('too-deep')
      } else if (code === 0x7d || code === 0x5d) {
        if (this.#depth === 0) return at
        this.#depth -= 1
        if (this.#depth === 0) return at + 1
      } else if (this.#depth === 0 && (code === 0x2c || isSpace(code))) return at
    }
    this.#at = text.length
    return undefined
  }

  /** The next character that is no space, and the scanner is there; NaN where there is none yet. */
  #visible(): number {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (!isSpace(code)) return code
      this.#at += 1
    }
  }

  /** Lets go of the text that is done with. */
  #forget(): void {
    const done = this.#start >= 0 ? this.#start : this.#at
    this.#lineOf(done)
    this.#counted = 0
    this.#text = this.#text.slice(done)
    this.#at -= done
    if (this.#start >= 0) this.#start = 0
  }

  #fault(trouble: JsonTrouble): JsonFault {
    return new JsonFault(trouble, this.#lineOf(this.#at))
  }

  /** The line of a place that is not before one that was asked for. */
  #lineOf(place: number): number {
    let at = this.#text.indexOf('\n', this.#counted)
    for (; at >= 0 && at < place; at = this.#text.indexOf('\n', at + 1)) this.#lines += 1
    this.#counted = Math.max(this.#counted, place)
    return this.#lines + 1
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

function isWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x22
}

/** Where the string ends in which the place `from` is: its closing quotation mark; -1 where that is still to come. */
function endOfString(text: string, from: number, start: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (at - 1 - backslashes > start && text.charCodeAt(at - 1 - backslashes) === 0x5c)
      backslashes++
    if (backslashes % 2 === 0) return at
  }
  return -1
}

function keyOf(text: string): string | undefined {
  try {
    const key: unknown = JSON.parse(text)
    return typeof key === 'string' ? key : undefined
  } catch {
    return undefined
  }
}
