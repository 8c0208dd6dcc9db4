/** One part of a field's value, as it stands between its braces or quotation marks; `name` is a number or a macro. */
export interface ValuePart {
  kind: 'text' | 'name'
  text: string
}

/** A field with its name in small letters; parts are joined by `#` in the file. */
export interface BibtexField {
  name: string
  parts: ValuePart[]
}

/** What stands inside an entry's brackets; `key` is missing where the entry has none. */
export interface ParsedEntry {
  key?: string
  fields: BibtexField[]
}

/** Why an entry's inside cannot be read. */
export type ParseTrouble = 'no-field' | 'no-value' | 'quote-not-closed'

/** Thrown where a field cannot be read; it never leaves this file. */
class Unreadable extends Error {
  readonly trouble: ParseTrouble
  constructor(trouble: ParseTrouble) {
    super(trouble)
    this.trouble = trouble
  }
}

/** White space, commas and comments up to the end of their line, as JabRef and people leave them between fields. */
const between = /[\s,]*(?:%[^\n]*(?:\n[\s,]*|$))*/y
const fieldName = /([\p{L}_][^\s=,{}"#%()]*)\s*=/uy
const bareWord = /[^\s,#{}"=()%]+/y
const space = /\s*/y
const wholeKey = /([^,=]*)(?:,|$)/y
/** `@article{key` with the comma behind it missing. */
const keyAndField = /\s*([^\s={},"]+)\s+[A-Za-z][\w-]*\s*=/y

/**
 * The key and the fields of an entry, forgiving what files really hold: no key, commas missing or one too many,
 * comments between fields. A trouble where that is not enough.
 */
export function parseEntry(inside: string): ParsedEntry | { trouble: ParseTrouble } {
  return attempt(() => {
    const { key, end } = keyOf(inside)
    const fields = new FieldReader(inside, end).fields()
    return key === '' ? { fields } : { key, fields }
  })
}

/** The names and values that a `@string` defines. */
export function parseStrings(inside: string): ParsedEntry | { trouble: ParseTrouble } {
  return attempt(() => ({ fields: new FieldReader(inside, 0).fields() }))
}

function attempt(read: () => ParsedEntry): ParsedEntry | { trouble: ParseTrouble } {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unreadable) return { trouble: error.trouble }
    throw error
  }
}

function keyOf(inside: string): { key: string; end: number } {
  wholeKey.lastIndex = 0
  const whole = wholeKey.exec(inside)
  if (whole)
    return { key: (whole[1] ?? '').replace(/[{}\s]+/g, ' ').trim(), end: wholeKey.lastIndex }
  keyAndField.lastIndex = 0
  const key = keyAndField.exec(inside)?.[1]
  return key === undefined ? { key: '', end: 0 } : { key, end: inside.indexOf(key) + key.length }
}

class FieldReader {
  readonly #text: string
  #at: number

  constructor(text: string, at: number) {
    this.#text = text
    this.#at = at
  }

  fields(): BibtexField[] {
    const fields: BibtexField[] = []
    for (;;) {
      this.#take(between)
      if (this.#at >= this.#text.length) return fields
      const name = this.#take(fieldName)?.[1]
      if (name === undefined) throw new Unreadable('no-field')
      fields.push({ name: name.toLowerCase(), parts: this.#value() })
    }
  }

  #value(): ValuePart[] {
    const parts: ValuePart[] = []
    for (;;) {
      this.#take(space)
      const next = this.#text[this.#at]
      if (next === '{') parts.push({ kind: 'text', text: this.#braced() })
      else if (next === '"') parts.push({ kind: 'text', text: this.#quoted() })
      else {
        const word = this.#take(bareWord)?.[0]
        // `month = ,` is a field that a program left empty.
        if (word === undefined && (parts.length > 0 || (next !== ',' && next !== undefined)))
          throw new Unreadable('no-value')
        if (word !== undefined) parts.push({ kind: 'name', text: word })
      }
      this.#take(space)
      if (this.#text[this.#at] !== '#') return parts
      this.#at++
    }
  }

  #braced(): string {
    const start = this.#at + 1
    let depth = 0
    for (; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === 0x7b) depth++
      else if (code === 0x7d && --depth === 0) return this.#text.slice(start, this.#at++)
    }
    throw new Unreadable('no-value')
  }

  /** Up to the next quotation mark outside braces: `"M{\"u}ller"` is one value. */
  #quoted(): string {
    const start = this.#at + 1
    let depth = 0
    for (this.#at = start; this.#at < this.#text.length; this.#at++) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === 0x7b) depth++
      else if (code === 0x7d) depth--
      else if (code === 0x22 && depth === 0) return this.#text.slice(start, this.#at++)
    }
    throw new Unreadable('quote-not-closed')
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (found) this.#at = pattern.lastIndex
    return found
  }
}
