import { QuoteFinder } from './csv-quotes.ts'

/** Where a cell's text begins and ends; within quotation marks, those in pairs stand for one. */
interface Cell {
  from: number
  to: number
  isQuoted: boolean
}

/** Where the cells of a row stand. Their texts are made last: those of a row that is looked at in vain may be as long as the file. */
export interface Cells {
  cells: Cell[]
  /** What follows on the same row. */
  rest?: Cells
  /** With those of the rest. */
  count: number
  /** Behind the row's last character, and behind its line end. */
  end: number
  next: number
  /** True where a quotation mark stands within a cell that is not doubled. */
  isDoubtful: boolean
}

/** Finds the cells of rows in a text (RFC 4180) that comes in pieces. */
export class CellCutter {
  readonly #cellEnd: RegExp
  readonly #finder: QuoteFinder
  #text = ''
  #isWhole = false
  /** What stands behind the doubtful cell that ends at `at`: many marks that are opened may end at the same one. */
  #known: { at: number; rest: Cells } | undefined

  constructor(separator: string) {
    this.#cellEnd = new RegExp(`[${separator}\\r\\n]`, 'g')
    this.#finder = new QuoteFinder(separator)
  }

  /** Gives the text, which begins `forgotten` characters later than before; `isWhole` where nothing comes behind it. */
  see(text: string, forgotten: number, isWhole: boolean): void {
    this.#text = text
    this.#isWhole = isWhole
    this.#finder.see(text, forgotten, isWhole)
    this.#known = undefined
  }

  /**
   * The cells from `start` to the line end behind the last of them; undefined where that, or the end of a quoted cell, is
   * missing. A mark that is not closed is text where that is allowed.
   */
  cellsAt(start: number, isLenient = false): Cells | undefined {
    const text = this.#text
    const cells: Cell[] = []
    let doubtful: { count: number; end: number } | undefined
    for (let at = start; ; ) {
      const quoted = text[at] === '"' ? this.#finder.endAfter(at + 1) : undefined
      if (text[at] === '"' && !quoted && !isLenient) return undefined
      const end = quoted?.end ?? this.#plainEnd(at)
      cells.push(
        quoted
          ? { from: at + 1, to: end - 1, isQuoted: true }
          : { from: at, to: end, isQuoted: false },
      )
      if (quoted?.isDoubtful && !doubtful) {
        if (this.#known?.at === end) return joined(cells, this.#known.rest)
        doubtful = { count: cells.length, end }
      }
      // A line feed may still follow a carriage return.
      const isCut = end >= text.length || (text[end] === '\r' && end + 1 >= text.length)
      if (isCut && !this.#isWhole) return undefined
      if (end < text.length && text[end] !== '\r' && text[end] !== '\n') {
        at = end + 1
        continue
      }
      const next = end >= text.length ? end : end + (text.startsWith('\r\n', end) ? 2 : 1)
      const isDoubtful = doubtful !== undefined
      const row = { cells, count: cells.length, end, next, isDoubtful }
      if (!doubtful) return row
      const behind = cells.splice(doubtful.count)
      const rest = { ...row, cells: behind, count: behind.length }
      this.#known = { at: doubtful.end, rest }
      return joined(cells, rest)
    }
  }

  /**
   * A row that begins at `start` and is as RFC 4180 has it, with so many cells and no quotation mark astray; undefined
   * where there is none. What it looks at it gives up at the first doubt, so that trying every line of a text is no slower
   * than going through it once.
   */
  soundRow(start: number, width: number): { hasQuotes: boolean } | undefined {
    const text = this.#text
    let hasQuotes = false
    for (let [at, count] = [start, 1]; count <= width; count++) {
      const isQuoted = text[at] === '"'
      const quoted = isQuoted ? this.#finder.endAfter(at + 1) : undefined
      if (isQuoted && (!quoted || quoted.isDoubtful)) return undefined
      hasQuotes ||= isQuoted
      const end = quoted?.end ?? this.#plainEnd(at)
      if (!isQuoted && text.slice(at, end).includes('"')) return undefined
      if (end >= text.length || text[end] === '\r' || text[end] === '\n')
        return count === width ? { hasQuotes } : undefined
      at = end + 1
    }
    return undefined
  }

  #plainEnd(at: number): number {
    this.#cellEnd.lastIndex = at
    return this.#cellEnd.exec(this.#text)?.index ?? this.#text.length
  }
}

function joined(cells: Cell[], rest: Cells): Cells {
  return { ...rest, cells, rest, count: cells.length + rest.count }
}

/** The texts of a row's cells. */
export function textsOf({ cells, rest }: Cells, text: string): string[] {
  return [...cells, ...(rest?.cells ?? [])].map(({ from, to, isQuoted }) => {
    const own = text.slice(from, to)
    return isQuoted ? own.replaceAll('""', '"') : own
  })
}
