import { QuoteFinder } from './csv-quotes.ts'

/** One row of a CSV file. */
export interface CsvRow {
  /** On which it begins, from 1. */
  line: number
  /** As it stands in the file, without its line end. */
  text: string
  cells: string[]
  /** True where a quotation mark is opened and never closed, so that the cells are not known. */
  isBroken: boolean
}

interface Cells {
  cells: string[]
  /** Behind the row's last character, and behind its line end. */
  end: number
  next: number
  isDoubtful: boolean
}

/** A longer row has lost its end: two notes of the greatest length fit in. */
const longestRow = 34_000_000

/**
 * Cuts a CSV file (RFC 4180) whose text comes in pieces into rows. Tolerant: lines end in CRLF, LF or CR, blank ones are
 * left out, quotation marks within a cell need not be doubled.
 *
 * Where a quotation mark is never closed, or the row does not have `width` cells, its first line is tried by itself:
 * if it has `width` cells then, the mark was text. Else the line is a broken row, and the next line begins a row.
 */
export class CsvRows {
  readonly #separator: string
  readonly #cellEnd: RegExp
  readonly #finder: QuoteFinder
  #text = ''
  #at = 0
  #line = 1
  /** Reading a row that was not whole is tried again when so much text is there. */
  #enough = 0
  /** How many cells a row has, where that is known. */
  width: number | undefined

  constructor(separator: string) {
    this.#separator = separator
    this.#cellEnd = new RegExp(`[${separator}\\r\\n]`, 'g')
    this.#finder = new QuoteFinder(separator)
  }

  /** The rows that are whole; with `isLast` the rest. */
  *feed(piece: string, isLast: boolean): Generator<CsvRow> {
    this.#text = this.#text.slice(this.#at) + piece
    this.#finder.see(this.#text, this.#at, isLast)
    this.#at = 0
    if (this.#text.length < this.#enough && !isLast) return
    this.#enough = 0
    while (this.#at < this.#text.length) {
      const row = this.#row(isLast)
      if (!row) {
        this.#enough = 2 * (this.#text.length - this.#at)
        return
      }
      if (row.text !== '') yield row
    }
  }

  /** The row at this place; undefined where more text is needed. */
  #row(isLast: boolean): CsvRow | undefined {
    const text = this.#text
    const start = this.#at
    const read = cellsAt(text, start, this.#cellEnd, this.#finder, isLast)
    const isEndless = !read && (isLast || text.length - start > longestRow)
    if (!read && !isEndless) return undefined
    const isRight = this.width === undefined || read?.cells.length === this.width
    const isOneLine = read && !/[\r\n]/.test(text.slice(start, read.end))
    if (read && !read.isDoubtful && (isRight || isOneLine)) return this.#take(read, false)
    const line = this.#cellsOfLine(start)
    const isLine = this.width === undefined ? !read : line.cells.length === this.width
    if (isLine) return this.#take(line, false)
    return read ? this.#take(read, false) : this.#take(line, true)
  }

  #take({ cells, end, next }: Cells, isBroken: boolean): CsvRow {
    const text = this.#text.slice(this.#at, end)
    const row = { line: this.#line, text, cells, isBroken }
    this.#line += this.#text.slice(this.#at, next).match(/\r\n|[\r\n]/g)?.length ?? 0
    this.#at = next
    return row
  }

  /** The cells of one line alone; a mark that is not closed on it is text. */
  #cellsOfLine(start: number): Cells {
    lineEnd.lastIndex = start
    const found = lineEnd.exec(this.#text)
    const end = found?.index ?? this.#text.length
    const text = this.#text.slice(start, end)
    const finder = new QuoteFinder(this.#separator)
    finder.see(text, 0, true)
    const cells = cellsAt(text, 0, this.#cellEnd, finder, true, true)?.cells ?? [text]
    return { cells, end, next: end + (found?.[0].length ?? 0), isDoubtful: false }
  }
}

const lineEnd = /\r\n|[\r\n]/g

/** The cells from `start` to the line end behind the last of them; undefined where that, or the end of a quoted cell, is missing. */
function cellsAt(
  text: string,
  start: number,
  cellEnd: RegExp,
  finder: QuoteFinder,
  isWhole: boolean,
  isLenient = false,
): Cells | undefined {
  const cells: string[] = []
  let isDoubtful = false
  for (let at = start; ; ) {
    const quoted = text[at] === '"' ? finder.endAfter(at + 1) : undefined
    if (text[at] === '"' && !quoted && !isLenient) return undefined
    let end = quoted?.end
    if (end === undefined) {
      cellEnd.lastIndex = at
      end = cellEnd.exec(text)?.index ?? text.length
      cells.push(text.slice(at, end))
    } else cells.push(text.slice(at + 1, end - 1).replaceAll('""', '"'))
    isDoubtful ||= quoted?.isDoubtful === true
    // A line feed may still follow a carriage return.
    if (!isWhole && (end >= text.length || (text[end] === '\r' && end + 1 >= text.length)))
      return undefined
    if (end >= text.length) return { cells, end, next: end, isDoubtful }
    if (text[end] === '\r' || text[end] === '\n')
      return { cells, end, next: end + (text.startsWith('\r\n', end) ? 2 : 1), isDoubtful }
    at = end + 1
  }
}
