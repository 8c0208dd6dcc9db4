import { isCitationKey } from '../item/citation-key.ts'
import { yearOf } from '../item/date.ts'
import type { Item } from '../item/item.ts'
import { isOthers } from '../item/name.ts'
import type { LibraryRecord } from '../item/record.ts'
import { collapse, tidy } from '../text/space.ts'
import type { Records, WriteOptions } from './entry.ts'
import { writeInvertedName } from './inverted-name.ts'
import { textOfAbstract } from './labelled-sections.ts'
import { writeRisDate } from './ris-date.ts'
import {
  type RisKind,
  risDates,
  risKindOf,
  risNames,
  risProvider,
  risRowsOf,
  risTypes,
} from './ris-fields.ts'
import { hasArxivNumber, risAccessions, risPages, risSerials } from './ris-parts.ts'
import { screeningNotes } from './screening.ts'

/** A tag and its value, which may have several lines. */
type Line = readonly [tag: string, value: string]

/**
 * Records as a UTF-8 RIS file, one entry a piece: lines end with CR LF, `TY` is first and `ER` last, an empty line
 * between (RIS Format Specifications, 2011).
 *
 * RIS has one tag for keywords, and the publisher's and the reader's both belong there. So that ours come back apart,
 * `DP  - Offprint` parts them: what stands before it is the paper's, KW and N1 behind it are the reader's tags and the
 * decision. Other readers see nothing but keywords, notes and a provider's name.
 */
export async function* writeRis(
  records: Records,
  options: WriteOptions = {},
): AsyncGenerator<string> {
  let separator = ''
  for await (const record of records) {
    yield `${separator}${risEntry(record, options)}`
    separator = '\r\n'
  }
}

/** One record as a RIS entry, a line end behind. */
export function risEntry(record: LibraryRecord, options: WriteOptions = {}): string {
  return `${linesOf(record, options).map(written).join('')}ER  - \r\n`
}

function linesOf(record: LibraryRecord, options: WriteOptions): Line[] {
  const item = cleanItem(record.item)
  const kind = risKindOf(item)
  const lines: Line[] = []
  const add = (tag: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') lines.push([tag, value])
  }
  lines.push(['TY', risTypes.find((row) => row.item === item.type)?.types[0] ?? 'GEN'])
  const key = record.citationKey
  if (key !== undefined && isCitationKey(key)) add('ID', key)
  addNames(item, kind, add)
  for (const row of risRowsOf(kind)) {
    if (row.variable === 'number' && hasArxivNumber(item)) continue
    // An empty C3 says that T2 names the event although the proceedings are not known.
    if (row.tag === 'C3') lines.push(['C3', item[row.variable] ?? ''])
    else add(row.tag, item[row.variable])
  }
  addDates(item, add)
  const [start, end] = risPages(item.page ?? '')
  add('SP', start)
  add('EP', end)
  for (const serial of risSerials(item)) add('SN', serial)
  add('DB', hasArxivNumber(item) ? undefined : item.archive)
  for (const accession of risAccessions(item)) add('AN', accession)
  if (options.abstracts !== false) add('AB', textOfAbstract({ ...record, item }))
  for (const word of (item.keyword ?? '').split(', ')) add('KW', collapse(word))
  if (options.notes !== false) add('N1', tidy(record.note ?? '').trim())
  lines.push(['DP', risProvider])
  if (options.tags !== false) for (const tag of record.tags) add('KW', collapse(tidy(tag)))
  if (options.decisions !== false)
    for (const note of screeningNotes({ ...record, reason: tidy(record.reason ?? '') }))
      add('N1', note)
  return lines
}

function addNames(item: Item, kind: RisKind, add: (tag: string, value: string) => void): void {
  for (const { variable, tag, on } of risNames) {
    if (on !== undefined && !on.some((each) => each === kind)) continue
    for (const name of item[variable] ?? []) if (!isOthers(name)) add(tag, writeInvertedName(name))
  }
}

function addDates(item: Item, add: (tag: string, value: string | undefined) => void): void {
  add('PY', yearOf(item)?.padStart(4, '0'))
  for (const { variable, tag } of risDates) {
    const date = item[variable]
    if (date) add(tag, writeRisDate(date))
  }
}

/** The item with its text as one line each, and none that is empty. */
function cleanItem(item: Item): Item {
  const clean = Object.entries(item).flatMap(([variable, value]: [string, unknown]) => {
    if (typeof value !== 'string' || variable === 'abstract') return [[variable, value]]
    const text = collapse(tidy(value))
    return text === '' ? [] : [[variable, text]]
  })
  return Object.fromEntries(clean)
}

/**
 * A tag and its value. A line of the value that begins with a space or could be taken for a tag (`ER  - `) gets a space
 * before it, an empty one is a space: no reader takes an indented line for a tag or for the end of an entry.
 */
function written([tag, value]: Line): string {
  const [first = '', ...more] = value.split('\n')
  const rest = more.map(
    (line) => `${/^(?:\s|$|[a-z][a-z0-9]\s*-)/i.test(line) ? ' ' : ''}${line}\r\n`,
  )
  return `${tag}  - ${first}\r\n${rest.join('')}`
}
