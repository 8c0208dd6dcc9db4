import type { LibraryRecord } from '../item/record.ts'
import { writeEntries, writeEntry } from './bibtex-write.ts'
import type { Records, WriteOptions } from './entry.ts'

/**
 * Records as a UTF-8 BibLaTeX file for biber, one entry a piece, a blank line between; keys as in `writeBibtex`.
 *
 * Against BibTeX it keeps whole dates and ranges (`date`), what kind of paper an entry is (`@online`, `@report`,
 * `@thesis`, `entrysubtype`), and names languages by `langid` alone where that says it (biblatex manual, 2.1 to 2.3).
 */
export function writeBiblatex(
  records: Records,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  return writeEntries(records, options, 'biblatex')
}

/** One record as a BibLaTeX entry with a line end behind. */
export function biblatexEntry(record: LibraryRecord, options: WriteOptions = {}): string {
  return writeEntry(record, options, 'biblatex')
}
