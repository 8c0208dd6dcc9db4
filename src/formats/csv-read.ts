import { type Column, columnOf, ownColumns } from './csv-fields.ts'
import { type Cell, cellText, foreignRow, ownRow } from './csv-record.ts'
import { type CsvRow, CsvRows } from './csv-rows.ts'
import { brokenEntry, type Entry, type Pieces } from './entry.ts'

/** The row of column names stands among the first so many: some programs write a title and a date above it. */
const mostBefore = 10

/** Of the columns of one meaning so many are looked into: no table has more, and each row would be long to read. */
const mostAlike = 20

/** So much text is waited for before the separator is chosen. */
const firstText = 65_536

/** Of these columns a file needs one. */
const needed: readonly Column[] = ['title', 'doi', 'pmid', 'url', 'abstract']

/**
 * The papers of a CSV file, one after the other, broken rows with their line: ours whole as `writeCsv` wrote it, others
 * (Rayyan, ASReview, Covidence, Zotero, Scopus, PubMed, sheets of people) by the names of their columns, in any order,
 * parted by commas, semicolons or tabs. Never throws for what stands in the file.
 */
export async function* readCsv(pieces: Pieces): AsyncGenerator<Entry, void> {
  const table = new Table()
  for await (const piece of pieces) yield* table.feed(piece, false)
  yield* table.feed('', true)
}

class Table {
  #before = ''
  #rows: CsvRows | undefined
  #columns: ReadonlyMap<Column, readonly number[]> | undefined
  #isOwn = false
  /** Rows above the row of names. */
  readonly #skipped: CsvRow[]

  constructor() {
    this.#skipped = []
  }

  *feed(piece: string, isLast: boolean): Generator<Entry> {
    let text = piece
    if (!this.#rows) {
      this.#before += piece
      if (this.#before.length < firstText && !isLast) return
      text = this.#before.replace(/^\ufeff/, '')
      this.#before = ''
      this.#rows = new CsvRows(separatorOf(text))
    }
    for (const row of this.#rows.feed(text, isLast))
      yield* this.#columns ? this.#read(row) : this.#head(row)
    if (isLast && !this.#columns) yield* this.#giveUp()
  }

  /** Looks for the row of names, and reports what stands above it. */
  *#head(row: CsvRow): Generator<Entry> {
    if (this.#skipped.length >= mostBefore) return
    const columns = new Map<Column, number[]>()
    row.cells.forEach((cell, i) => {
      const column = columnOf(cell)
      if (column === undefined) return
      const alike = columns.get(column)
      if (!alike) columns.set(column, [i])
      else if (alike.length < mostAlike) alike.push(i)
    })
    if (!needed.some((column) => columns.has(column))) {
      // Excel's own line, which says what parts the cells.
      if (!/^"?sep=.?"?$/i.test(row.text)) this.#skipped.push(row)
      return
    }
    for (const { line, text } of this.#skipped) yield brokenEntry(line, 'above-header', text)
    const heads = new Set(row.cells.map((cell) => cell.trim()))
    this.#isOwn = ownColumns.every((column) => heads.has(column))
    this.#columns = columns
    if (this.#rows) this.#rows.width = row.cells.length
  }

  *#giveUp(): Generator<Entry> {
    const [first] = this.#skipped
    if (!first) return
    yield brokenEntry(first.line, 'no-header', first.text)
  }

  *#read({ line, text, cells, isBroken }: CsvRow): Generator<Entry> {
    const width = this.#rows?.width ?? 0
    if (cells.every((cell) => cell.trim() === '')) return
    if (isBroken) {
      yield brokenEntry(line, 'quote-not-closed', text)
      return
    }
    const isTooLong = cells.slice(width).some((cell) => cell.trim() !== '')
    if (isTooLong || (cells.length === 1 && width > 2)) {
      yield brokenEntry(line, 'row-width', text)
      return
    }
    const cell: Cell = (column) => {
      for (const i of this.#columns?.get(column) ?? []) {
        const found = cellText(cells[i], this.#isOwn)
        if (found !== undefined) return found
      }
      return undefined
    }
    const record = this.#isOwn ? ownRow(cell) : foreignRow(cell)
    yield record ? { record, line } : brokenEntry(line, 'empty', text)
  }
}

/** What parts the cells: that which gives one of the first lines the most names of columns, then the most cells. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, firstText)
    .split(/\r\n|[\r\n]/, mostBefore)
    .map((line) => line.replace(/"/g, ''))
  let best = ','
  let most = 0
  for (const separator of [',', ';', '\t']) {
    for (const line of lines) {
      const cells = line.split(separator)
      const known = cells.filter((cell) => columnOf(cell) !== undefined).length
      const score = known * 1_000 + Math.min(cells.length, 999)
      if (known > 0 && score > most) {
        best = separator
        most = score
      }
    }
  }
  return best
}
