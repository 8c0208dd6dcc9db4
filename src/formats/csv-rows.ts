import { CellCutter, type Cells, textsOf } from './csv-cells.ts'

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

/** A longer row has lost its end: two notes of the greatest length fit in. */
const longestRow = 34_000_000

/**
 * Cuts a CSV file (RFC 4180) whose text comes in pieces into rows. Tolerant: lines end in CRLF, LF or CR, blank ones are
 * left out, quotation marks within a cell need not be doubled.
 *
 * Where a quotation mark is never closed, or the row does not have `width` cells, its first line is tried by itself:
 * if it has `width` cells then, the mark was text. Else the line is a broken row, and the next line begins a row.
 *
 * A row over several lines may hold marks that are not doubled, or may have lost its closing one and taken the next row in.
 * Where one of its lines begins a sound row by itself, what stands before is a broken row and that line begins the next.
 */
export class CsvRows {
  readonly #separator: string
  readonly #cutter: CellCutter
  #text = ''
  #at = 0
  #line = 1
  /** Reading a row that was not whole is tried again when so much text is there. */
  #enough = 0
  /** Behind the furthest row that is known to have been taken in by one which lost its closing mark. */
  #takenIn = 0
  /** How many cells a row has, where that is known. */
  width: number | undefined

  constructor(separator: string) {
    this.#separator = separator
    this.#cutter = new CellCutter(separator)
  }

  /** The rows that are whole; with `isLast` the rest. */
  *feed(piece: string, isLast: boolean): Generator<CsvRow> {
    this.#text = this.#text.slice(this.#at) + piece
    this.#cutter.see(this.#text, this.#at, isLast)
    this.#takenIn -= this.#at
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
    const read = this.#cutter.cellsAt(start)
    const isEndless = !read && (isLast || text.length - start > longestRow)
    if (!read && !isEndless) return undefined
    const isRight = this.width === undefined || read?.count === this.width
    const isOneLine = read && !/[\r\n]/.test(text.slice(start, read.end))
    if (read && !read.isDoubtful && (isRight || isOneLine)) return this.#take(read, false)
    const line = this.#cellsOfLine(start)
    const isLine = this.width === undefined ? !read : line.count === this.width
    if (isLine) return this.#take(line, false)
    if (!read) return this.#take(line, true)
    const next = !isOneLine && read.isDoubtful ? this.#nextSound(read, isRight) : undefined
    if (next === undefined) return this.#take(read, false)
    return this.#take({ ...line, end: lineEndBefore(text, next), next }, true)
  }

  /**
   * Where the first sound row begins within a doubtful one of several lines. One of that row's lines has to have quoted
   * cells if the row is right otherwise: a line of prose with as many commas as a row is not enough.
   */
  #nextSound({ end }: Cells, isRight: boolean): number | undefined {
    const [text, width = 0] = [this.#text, this.width]
    if (width < 2) return undefined
    let first: number | undefined
    lineEnd.lastIndex = this.#at
    for (let found = lineEnd.exec(text); found; found = lineEnd.exec(text)) {
      const at = lineEnd.lastIndex
      if (at >= end) break
      const sound = this.#cutter.soundRow(at, width)
      if (!sound) continue
      first ??= at
      if (sound.hasQuotes) this.#takenIn = Math.max(this.#takenIn, at)
      if (!isRight || this.#takenIn >= first) return first
    }
    return undefined
  }

  #take(row: Cells, isBroken: boolean): CsvRow {
    const text = this.#text.slice(this.#at, row.end)
    const cells = textsOf(row, this.#text)
    const taken = { line: this.#line, text, cells, isBroken }
    this.#line += this.#text.slice(this.#at, row.next).match(/\r\n|[\r\n]/g)?.length ?? 0
    this.#at = row.next
    return taken
  }

  /** The cells of one line alone; a mark that is not closed on it is text. */
  #cellsOfLine(start: number): Cells {
    lineEnd.lastIndex = start
    const lineBreak = lineEnd.exec(this.#text)
    const end = lineBreak?.index ?? this.#text.length
    const cutter = new CellCutter(this.#separator)
    cutter.see(this.#text.slice(start, end), 0, true)
    const found = cutter.cellsAt(0, true)
    const cells = [...(found?.cells ?? []), ...(found?.rest?.cells ?? [])].map((cell) => ({
      ...cell,
      from: start + cell.from,
      to: start + cell.to,
    }))
    const next = end + (lineBreak?.[0].length ?? 0)
    return { cells, count: cells.length, end, next, isDoubtful: false }
  }
}

const lineEnd = /\r\n|[\r\n]/g

function lineEndBefore(text: string, at: number): number {
  return at - (text.startsWith('\r\n', at - 2) ? 2 : 1)
}
