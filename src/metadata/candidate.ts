import { dateToText, parseDate } from '../item/date.ts'
import type { CslDate, Name, Variable } from '../item/item.ts'
import { nameToText } from '../item/name.ts'
import { paragraphsOfMarkup, textOfMarkup, withoutInline } from '../text/markup.ts'

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
  const read = field === 'abstract' ? paragraphsOfMarkup : textOfMarkup
  const text = raw === undefined ? '' : read(withEntities(raw))
  // CSL's inline markup stands in titles and abstracts only.
  const value = field === 'title' || field === 'abstract' ? text : withoutInline(text)
  return value === '' ? [] : [{ field, value, text: value, source }]
}

/** `Kn|[ouml]|pfel`: how some publishers' exports write a character reference that they could not keep. */
export function withEntities(text: string): string {
  return text.includes('|[') ? text.replace(/\|\[([a-z]{2,8}\d?)\]\|/gi, '&$1;') : text
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
