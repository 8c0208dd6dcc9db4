/** Where a quoted cell ends. */
export interface QuotedEnd {
  /** Behind the closing quotation mark. */
  end: number
  /** True where a quotation mark stands within the cell that is not doubled, so that the end may be another cell's. */
  isDoubtful: boolean
}

/**
 * Finds the ends of quoted cells. The mark closes that stands before a separator, a line end or the text's end, unless it
 * is one of a pair (RFC 4180, 2.7); others are taken as text, as people's sheets have them: `"He said "no" twice"`.
 *
 * What was looked at once is remembered, so that a text full of marks that close nothing takes no longer than another.
 */
export class QuoteFinder {
  readonly #separator: string
  #text = ''
  #isWhole = false
  /** What is known: between `from` and `to` the first closing run of marks begins at `found` (-1: there is none). */
  #from = 0
  #to = 0
  #found = -1
  #foundEnd = -1
  /** The last run before it that closes nothing although it could. */
  #stray = -1

  constructor(separator: string) {
    this.#separator = separator
  }

  /** Gives the text, which begins `forgotten` characters later than before; `isWhole` where nothing comes behind it. */
  see(text: string, forgotten: number, isWhole: boolean): void {
    this.#text = text
    this.#isWhole = isWhole
    this.#from -= forgotten
    this.#to -= forgotten
    this.#stray -= forgotten
    if (this.#found >= 0) {
      this.#found -= forgotten
      this.#foundEnd -= forgotten
    }
  }

  /** The end of the cell whose text begins at `start`, behind its opening mark; undefined where the text has none (yet). */
  endAfter(start: number): QuotedEnd | undefined {
    const own = this.#runEnd(start)
    if (own === undefined) return undefined
    const isOdd = (own - start) % 2 === 1
    if (isOdd && this.#isBoundary(own)) return { end: own, isDoubtful: false }
    const isKnown = this.#from <= own && (this.#found < 0 ? own <= this.#to : own <= this.#found)
    if (!isKnown) {
      this.#from = own
      this.#to = own
      this.#found = -1
      this.#stray = -1
    }
    if (this.#found < 0) this.#search()
    if (this.#found < 0) return undefined
    return { end: this.#foundEnd, isDoubtful: isOdd || this.#stray >= own }
  }

  #search(): void {
    for (;;) {
      const at = this.#text.indexOf('"', this.#to)
      if (at < 0) {
        this.#to = this.#text.length
        return
      }
      const end = this.#runEnd(at)
      this.#to = at
      if (end === undefined) return
      if ((end - at) % 2 === 1) {
        if (this.#isBoundary(end)) {
          this.#found = at
          this.#foundEnd = end
          return
        }
        this.#stray = at
      }
      this.#to = end
    }
  }

  /** Behind the marks that stand in a row from `at` on; undefined where more of them may come. */
  #runEnd(at: number): number | undefined {
    let end = at
    while (this.#text[end] === '"') end++
    return end >= this.#text.length && !this.#isWhole ? undefined : end
  }

  #isBoundary(at: number): boolean {
    const character = this.#text[at]
    return character === undefined || character === this.#separator || /[\r\n]/.test(character)
  }
}
