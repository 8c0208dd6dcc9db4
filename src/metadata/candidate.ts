import { dateToText, parseDate } from '../item/date.ts'
import type { CslDate, Name, Variable } from '../item/item.ts'
import { nameToText } from '../item/name.ts'
import { textOfMarkup } from '../text/markup.ts'

/** A variable whose value is plain text. */
export type TextField = Exclude<Variable, 'author' | 'editor' | 'issued' | 'accessed' | 'type'>

/** One value that a page offers for one field, and where it stood. */
export type Candidate = {
  /** As a person reads it, for choosing by hand. */ text: string
  source: string
} & (
  | { field: TextField; value: string }
  | { field: 'author' | 'editor'; value: Name[] }
  | { field: 'issued'; value: CslDate }
)

/** A text candidate from a metadata value that may hold HTML or escaped HTML; none where nothing is left. */
export function textCandidate(
  field: TextField,
  raw: string | undefined,
  source: string,
): Candidate[] {
  const value = raw === undefined ? '' : textOfMarkup(raw)
  return value === '' ? [] : [{ field, value, text: value, source }]
}

/** A names candidate; none where no name could be read. */
export function namesCandidate(
  field: 'author' | 'editor',
  value: Name[],
  source: string,
): Candidate[] {
  return value.length === 0
    ? []
    : [{ field, value, text: value.map(nameToText).join('; '), source }]
}

/** A date candidate; none where no year could be read. */
export function dateCandidate(raw: string | undefined, source: string): Candidate[] {
  const value = raw === undefined ? undefined : parseDate(raw)
  return value ? [{ field: 'issued', value, text: dateToText(value), source }] : []
}
