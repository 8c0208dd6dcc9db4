import type { BrokenReason, Pieces } from './entry.ts'
import { entryBegins, entryStart, listBegins, ofPaper } from './json-entry-signs.ts'
import { parseMended } from './json-mend.ts'

/** The text of one entry of a JSON file, or of what is none. */
export interface JsonEntry {
  /** On which it begins, from 1. */
  line: number
  text: string
  /** The entry, where its text is JSON. */
  value?: unknown
  /** Why it is none. */
  broken?: BrokenReason
}

/** An entry is not longer than a record can be; what is longer has lost its end. */
const longestEntry = 48_000_000

/** So many characters are looked at again behind damaged entries; a file that needs more is no list of papers. */
const mostAgain = 32_000_000

/**
 * The entries of a JSON file whose text comes in pieces: the elements of an array, also of one that stands in an
 * object (`{"items": [ … ]}`), a single object, or objects one after the other.
 *
 * A damaged entry costs itself alone: the next place counts at which an entry begins. That a quotation mark or a bracket
 * is lost shows where a string or an object stands that JSON (RFC 8259) has no place for, and at the line's end.
 */
export async function* jsonEntries(pieces: Pieces): AsyncGenerator<JsonEntry, void> {
  const scanner = new EntryScanner()
  for await (const piece of pieces) yield* scanner.feed(piece)
  yield* scanner.end()
}

class EntryScanner {
  #again = 0
  #text = ''
  /** The place that is looked at, and where the entry begins that it is in; -1 between entries. */
  #at = 0
  #start = -1
  /** The line of the place up to which line ends are counted. */
  #line = 1
  #counted = 0
  /** Open brackets of the entry. */
  #open: string[] = []
  #inString = false
  /** True in a list within an object, which ends with `]` although the text goes on. */
  #isWrapped = false
  #isDone = false
  /** How many lists are open between the entries, and the line on which the outermost begins. */
  #lists = 0
  #listLine = 1
  /** True from a damaged entry to the next good one: fragments in between are no entries. */
  #isRecovering = false

  #begin(at: number): void {
    this.#start = at
    this.#at = at
    this.#open = []
    this.#inString = false
  }

  *feed(piece: string): Generator<JsonEntry> {
    if (this.#isDone) return
    this.#text += piece
    yield* this.#scan(false)
    this.#forget()
  }

  *end(): Generator<JsonEntry> {
    yield* this.#scan(true)
    const isOpen = this.#lists > 0 || (this.#isWrapped && !this.#isDone)
    if (isOpen && !this.#isRecovering && this.#start < 0)
      yield { line: this.#listLine, text: '[', broken: 'cut-off' }
  }

  *#scan(isLast: boolean): Generator<JsonEntry> {
    while (!this.#isDone) {
      if (this.#start < 0) {
        if (!this.#toEntry()) return
        continue
      }
      const end = this.#toEnd()
      if (end === undefined && !isLast && this.#text.length - this.#start < longestEntry) return
      const entry = this.#entry(end)
      if (entry) yield entry
    }
  }

  /** Goes to the next entry's beginning; false where the text holds none yet. */
  #toEntry(): boolean {
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at]
      if (character === '{') {
        this.#begin(this.#at)
        return true
      }
      if (!this.#isRecovering) this.#count(character)
      if (character === ']' && this.#isWrapped && !this.#isRecovering) {
        this.#isDone = true
        return false
      }
      // Words between entries are kept as a broken one, up to the line's end.
      if (character !== undefined && !/[\s,[\]\ufeff}]/.test(character) && !this.#isRecovering) {
        this.#begin(this.#at)
        return true
      }
    }
    return false
  }

  /** Keeps count of the lists between entries. */
  #count(character: string | undefined): void {
    if (character === '[' && this.#lists++ === 0) this.#listLine = this.#lineAt(this.#at)
    if (character === ']') this.#lists = Math.max(0, this.#lists - 1)
  }

  /** Where the entry ends, behind its last character; undefined where that is still to come. */
  #toEnd(): number | undefined {
    const text = this.#text
    if (text[this.#start] !== '{') return this.#lineEnd()
    const [quiet, loud] = [/["{}[\]]/g, /["\\\n]/g]
    for (;;) {
      const pattern = this.#inString ? loud : quiet
      pattern.lastIndex = this.#at
      const found = pattern.exec(text)
      if (!found) {
        this.#at = text.length
        return undefined
      }
      const at = found.index
      const character = found[0]
      if (character === '\\') {
        // A backslash at a piece's end belongs to what comes.
        this.#at = at + 2 > text.length ? at : at + 2
        if (this.#at === at) return undefined
        continue
      }
      if (!this.#inString && this.#isMisplaced(character, at)) return at
      this.#at = at + 1
      if (character === '"') {
        this.#inString = !this.#inString
        if (!this.#inString && !/[\s,:}\]]/.test(text[at + 1] ?? ',')) return at + 1
      } else if (character === '\n') {
        const goesOn = this.#goesOn(at)
        if (goesOn === undefined) {
          this.#at = at
          return undefined
        }
        this.#inString = goesOn
      } else if (character === '{') this.#open.push('}')
      else if (character === '[') {
        if (this.#isListAt(at)) {
          this.#isWrapped = true
          this.#start = -1
          return this.#toEntry() ? this.#toEnd() : undefined
        }
        this.#open.push(']')
      } else if (this.#open.pop() !== character || this.#open.length === 0) return at + 1
    }
  }

  /** True where a string goes over the line end at `at`: the next line does not begin as one of JSON's. Undefined where it is not there yet. */
  #goesOn(at: number): boolean | undefined {
    const next = this.#text.slice(at + 1, at + 200)
    const first = /\S/.exec(next)?.[0]
    return first === undefined && next.length < 199 ? undefined : !/["{}\]]/.test(first ?? '')
  }

  /** A value within an object stands behind a colon: one that does not is the next entry, and this one has lost its end. */
  #isMisplaced(character: string, at: number): boolean {
    if ((character !== '{' && character !== '[') || this.#open.at(-1) !== '}') return false
    let before = at - 1
    while (/\s/.test(this.#text[before] ?? '')) before--
    return this.#text[before] !== ':'
  }

  /** Words between entries go on to the line's end or to the next entry. */
  #lineEnd(): number | undefined {
    const end = /\n|(?=\{)/g
    end.lastIndex = this.#at
    const found = end.exec(this.#text)
    if (!found) this.#at = this.#text.length
    return found?.index
  }

  #isListAt(at: number): boolean {
    return (
      !this.#isWrapped &&
      this.#open.length <= 2 &&
      this.#open.every((bracket) => bracket === '}') &&
      listBegins.test(this.#text.slice(Math.max(this.#start, at - 40), at))
    )
  }

  /** The entry from its beginning to `end`; without one up to the next place at which an entry begins. */
  #entry(end: number | undefined): JsonEntry | undefined {
    if (this.#start < 0) {
      this.#isDone = end === undefined && this.#at >= this.#text.length
      return undefined
    }
    const line = this.#lineAt(this.#start)
    const whole = this.#text.slice(this.#start, end)
    const isFragment = this.#isRecovering && !ofPaper.test(whole)
    const isObject = whole.startsWith('{')
    if (!isObject && whole.trimEnd().endsWith(']')) this.#count(']')
    // That an object ends is seen at once; that JSON says so for each of many is slow.
    const isWhole = end !== undefined && !isFragment && (!isObject || whole.endsWith('}'))
    const value = isWhole ? parseMended(whole) : undefined
    if (value !== undefined) {
      // Words that are JSON by chance, a number alone, were looked at and not gone over.
      this.#at = this.#start + whole.length
      this.#start = -1
      this.#isRecovering = false
      return { line, text: whole, value }
    }
    entryBegins.lastIndex = 1
    const next = isObject ? entryBegins.exec(whole)?.index : undefined
    const text = whole.slice(0, next)
    this.#again += whole.length - text.length
    this.#isDone = this.#again > mostAgain
    this.#at = this.#start + text.length
    this.#start = -1
    if (this.#isRecovering && !entryStart(whole) && !this.#isDone) return undefined
    this.#isRecovering ||= isObject
    return { line, text, broken: reasonOf(isObject, this.#isDone, end) }
  }

  #lineAt(at: number): number {
    this.#line += this.#text.slice(this.#counted, at).split('\n').length - 1
    this.#counted = Math.max(this.#counted, at)
    return this.#line
  }

  /** Lets go of the text that is done with. */
  #forget(): void {
    const done = this.#start >= 0 ? this.#start : this.#at
    this.#lineAt(done)
    this.#counted = 0
    this.#text = this.#text.slice(done)
    this.#at -= done
    if (this.#start >= 0) this.#start = 0
  }
}

function reasonOf(isObject: boolean, isHopeless: boolean, end: number | undefined): BrokenReason {
  if (isHopeless) return 'too-damaged'
  if (!isObject) return 'stray'
  return end === undefined ? 'no-end' : 'not-json'
}
