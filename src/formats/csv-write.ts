import { abstractText } from '../item/abstract-text.ts'
import { dateToText, yearOf } from '../item/date.ts'
import { type LibraryRecord, untitled } from '../item/record.ts'
import { cellOf, listOf } from './csv-cell.ts'
import { type OwnColumn, ownColumns } from './csv-fields.ts'
import { namesCell } from './csv-names.ts'
import type { Records, WriteOptions } from './entry.ts'

/** Characters that are written at once, about. */
const piece = 65_536

/**
 * Records as a CSV file (RFC 4180; UTF-8, without a byte order mark), one a row below the row of `ownColumns`, which
 * is always whole: what an option leaves out is an empty cell. Formulas are guarded as `cellOf` says; decisions are
 * `include`, `maybe` and `exclude`; titles and abstracts have CSL's inline markup.
 *
 * The type, further dates than the year, editors and the variables that have no column are lost.
 */
export async function* writeCsv(
  records: Records,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  let waiting = `${ownColumns.join(',')}\r\n`
  for await (const record of records) {
    waiting += csvRow(record, options)
    if (waiting.length < piece) continue
    yield waiting
    waiting = ''
  }
  if (waiting !== '') yield waiting
}

/** One record as a row with its line end. */
export function csvRow(record: LibraryRecord, options: WriteOptions = {}): string {
  const cells = cellsOf(record, options)
  // A row without anything is what spreadsheets leave below the last one.
  if (ownColumns.every((column) => (cells[column] ?? '') === '')) cells.title = untitled
  return `${ownColumns.map((column) => cellOf(cells[column] ?? '')).join(',')}\r\n`
}

function cellsOf(
  record: LibraryRecord,
  options: WriteOptions,
): { [C in OwnColumn]?: string | undefined } {
  const { item } = record
  return {
    title: item.title,
    authors: namesCell(item.author ?? []),
    year: yearOf(item) ?? (item.issued ? dateToText(item.issued) : undefined),
    journal: item['container-title'],
    volume: item.volume,
    issue: item.issue,
    pages: item.page,
    doi: item.DOI,
    pmid: item.PMID,
    url: item.URL,
    abstract:
      options.abstracts === false ? undefined : (abstractText(record.sections) ?? item.abstract),
    tags: options.tags === false ? undefined : listOf(record.tags),
    note: options.notes === false ? undefined : record.note,
    decision: record.decision,
    reason: record.reason,
    citationKey: record.citationKey,
  }
}
