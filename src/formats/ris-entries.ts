import type { BrokenEntry } from './entry.ts'
import { LineCutter } from './line-cutter.ts'

/** A tag and the lines of its value as they stand in the file. */
export interface RisField {
  tag: string
  lines: string[]
}

/** An entry's fields between TY and ER, and its text for the case that it says nothing. */
export interface RawRis {
  line: number
  fields: RisField[]
  text: string
}

/** An entry that is longer is no reference; no more is held of it. */
const longestEntry = 1_000_000
const longestBroken = 100_000

/** `TY  - `, with one space as some write it, or none behind the hyphen where the value is empty. */
const tagLine = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/s

/** The same in small letters or with other spaces, for tags that are known: ordinary text seldom begins so. */
const looseTagLine =
  /^(ty|er|au|a[1-4]|t[1-3]|ti|jo|jf|ja|py|y[12]|da|vl|is|sp|ep|sn|ab|n[12]|kw|ur|do|id|pb|cy|an|la)[ \t]{1,3}-(?:[ \t](.*)|)$/is

/** What databases put around or between entries: `1.`, `Record 3 of 20`, `Provider: …`, `<1>`, rows of signs. */
const furniture =
  /^(?:\d+\.?|<\d+>|record \d+.{0,20}|(?:provider|database|content|source): .{0,200}|[-=_*#\s]+|EF)$/i

/**
 * The entries of a RIS file whose text comes in chunks; one entry is held at a time.
 *
 * An entry ends at ER, at the next TY where ER is missing, and at the end of the file; one without TY begins with its
 * first tag. Text that is in no entry is broken, with the line on which it begins.
 */
export async function* risEntries(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<RawRis | BrokenEntry> {
  const cutter = new LineCutter()
  const gatherer = new Gatherer()
  for await (const chunk of chunks) yield* gatherer.feed(cutter.feed(chunk))
  yield* gatherer.feed(cutter.end())
  yield* gatherer.end()
}

class Gatherer {
  #line = 0
  #entry: RawRis | undefined
  #raw: string[] = []
  #length = 0
  /** Text outside of entries, and where it begins. */
  #stray: string[] = []
  #strayFrom = 0

  /** Holds a line of the entry; false where it has become too long. */
  #keep(line: string): boolean {
    this.#length += line.length + 1
    if (this.#length > longestEntry) return false
    this.#raw.push(line)
    return true
  }

  *feed(lines: readonly string[]): Generator<RawRis | BrokenEntry> {
    for (const line of lines) {
      this.#line += 1
      const [, tag, value = ''] = tagLine.exec(line) ?? looseTagLine.exec(line) ?? []
      if (tag === undefined) this.#goOn(line)
      else yield* this.#tag(tag.toUpperCase(), value, line)
    }
  }

  *end(): Generator<RawRis | BrokenEntry> {
    yield* this.#endEntry()
    yield* this.#endStray()
  }

  *#tag(tag: string, value: string, line: string): Generator<RawRis | BrokenEntry> {
    if (tag === 'ER') {
      // ER without an entry is left from one that was cut out.
      if (this.#entry) this.#keep(line)
      yield* this.#endEntry()
      return
    }
    if (tag === 'TY') yield* this.#endEntry()
    if (!this.#entry) {
      yield* this.#endStray()
      this.#entry = { line: this.#line, fields: [], text: '' }
    }
    if (this.#keep(line)) this.#entry.fields.push({ tag, lines: [value] })
  }

  /** A line without a tag belongs to the value before it, or to no entry. */
  #goOn(line: string): void {
    if (this.#entry) {
      if (this.#keep(line)) this.#entry.fields.at(-1)?.lines.push(line)
    } else if (line.trim() !== '' && !furniture.test(line.trim().slice(0, 300))) {
      if (this.#stray.length === 0) this.#strayFrom = this.#line
      if (this.#length < longestBroken) this.#stray.push(line)
      this.#length += line.length + 1
    }
  }

  *#endEntry(): Generator<RawRis | BrokenEntry> {
    const [entry, raw, length] = [this.#entry, this.#raw, this.#length]
    if (!entry) return
    this.#entry = undefined
    this.#raw = []
    this.#length = 0
    const text = raw.join('\n').slice(0, longestBroken)
    if (length > longestEntry) yield { line: entry.line, reason: 'too-long', text }
    else yield { ...entry, text }
  }

  *#endStray(): Generator<BrokenEntry> {
    const text = this.#stray.join('\n').slice(0, longestBroken)
    if (text !== '') yield { line: this.#strayFrom, reason: 'stray', text }
    this.#stray = []
    this.#length = 0
  }
}
