import type { BrokenEntry } from './entry.ts'
import { LineCutter } from './line-cutter.ts'

/** A tag and the lines of its value as they stand in the file. */
export interface TaggedField {
  tag: string
  lines: string[]
}

/** An entry's fields and its text for the case that it says nothing. */
export interface RawEntry {
  line: number
  fields: TaggedField[]
  text: string
}

/** An entry that is longer is no reference; no more is held of it. */
const longestEntry = 1_000_000
const longestBroken = 100_000

/**
 * What a line is: `field` a tag and the beginning of its value, `begin` the same and the first of an entry, `end` an
 * entry's last line, `text` one without a tag, which belongs to the value before it, `apart` text that belongs to none.
 */
export type LineKind =
  | { is: 'begin' | 'field'; tag: string; value: string }
  | { is: 'end' | 'text' | 'apart' }

/** Says what a line is, from the entry that it may belong to and whether the line before it is empty. */
export type Classify = (line: string, entry: RawEntry | undefined, afterBlank: boolean) => LineKind

/** What databases put around or between entries: `1.`, `Record 3 of 20`, `Provider: …`, `<1>`, rows of signs. */
const furniture =
  /^(?:\d+\.?|<\d+>|record \d+.{0,20}|(?:provider|database|content|source): .{0,200}|[-=_*#\s]+|EF)$/i

/**
 * The entries of a file of tagged lines whose text comes in chunks; one entry is held at a time. Text that is in no
 * entry is broken, with the line on which it begins.
 */
export async function* taggedEntries(
  chunks: AsyncIterable<string> | Iterable<string>,
  classify: Classify,
): AsyncGenerator<RawEntry | BrokenEntry> {
  const cutter = new LineCutter()
  const gatherer = new Gatherer(classify)
  for await (const chunk of chunks) yield* gatherer.feed(cutter.feed(chunk))
  yield* gatherer.feed(cutter.end())
  yield* gatherer.end()
}

class Gatherer {
  readonly #classify: Classify
  #line = 0
  #entry: RawEntry | undefined
  #raw: string[] = []
  #length = 0
  /** Text outside of entries, and where it begins. */
  #stray: string[] = []
  #strayFrom = 0
  #afterBlank = false

  constructor(classify: Classify) {
    this.#classify = classify
  }

  /** Holds a line of the entry; false where it has become too long. */
  #keep(line: string): boolean {
    this.#length += line.length + 1
    if (this.#length > longestEntry) return false
    this.#raw.push(line)
    return true
  }

  *feed(lines: readonly string[]): Generator<RawEntry | BrokenEntry> {
    for (const line of lines) {
      this.#line += 1
      const kind = this.#classify(line, this.#entry, this.#afterBlank)
      this.#afterBlank = line.trim() === ''
      if ('tag' in kind) yield* this.#tag(kind.is === 'begin', kind.tag, kind.value, line)
      else if (kind.is === 'end') {
        // An end without an entry is left from one that was cut out.
        if (this.#entry) this.#keep(line)
        yield* this.#endEntry()
      } else {
        if (kind.is === 'apart') yield* this.#endEntry()
        this.#goOn(line)
      }
    }
  }

  *end(): Generator<RawEntry | BrokenEntry> {
    yield* this.#endEntry()
    yield* this.#endStray()
  }

  *#tag(
    begins: boolean,
    tag: string,
    value: string,
    line: string,
  ): Generator<RawEntry | BrokenEntry> {
    if (begins) yield* this.#endEntry()
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

  *#endEntry(): Generator<RawEntry | BrokenEntry> {
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
