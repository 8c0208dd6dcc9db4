import { monthMacros } from './bibtex-fields.ts'
import type { BibtexField, ValuePart } from './bibtex-parse.ts'

/** A value that grows longer than this out of macros is a trap (`a # a`, again and again), not a journal's name. */
const longestValue = 100_000

/** All macros together hold and give so many characters, and ten for each that was read. */
const mostExpanded = 10_000_000
const mostPerCharacter = 10

/** The macros of a file, `@string{nature = "Nature"}`, and what values come to with them. */
export class Macros {
  readonly #values = new Map<string, string>(monthMacros.map((month) => [month, month]))
  #expanded = 0
  #read = 0

  /** Says how many characters of the file have been read: a long file may use its macros more often. */
  read(characters: number): void {
    this.#read += characters
  }

  /** Defines a macro; false where it would grow too long. */
  define({ name, parts }: BibtexField): boolean {
    const value = this.expand(parts)
    if (value === undefined) return false
    this.#values.set(name, value)
    return true
  }

  /**
   * The value that parts joined by `#` come to, as TeX; a macro that was never defined is its own name, as a
   * journal's abbreviation still says something. Undefined where it would grow too long.
   */
  expand(parts: readonly ValuePart[]): string | undefined {
    const [only] = parts
    if (parts.length === 1 && only?.kind === 'text') return only.text
    let value = ''
    for (const { kind, text } of parts) {
      const macro = kind === 'name' ? this.#values.get(text.toLowerCase()) : undefined
      if (macro !== undefined) this.#expanded += macro.length
      value += macro ?? text
      if (macro === undefined) continue
      if (value.length > longestValue) return undefined
      if (this.#expanded > mostExpanded + this.#read * mostPerCharacter) return undefined
    }
    return value
  }
}
