import { parseDate, possibleParts } from '../item/date.ts'
import type { CslDate, DateParts } from '../item/item.ts'
import { monthMacros } from './bibtex-fields.ts'

/** ISO 8601-2 as biblatex takes it (manual, 2.3.8): a year, a month or a season, a day; a time and doubts behind. */
const isoPart = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.+Z-]{1,30})?[?~%]?$/

/**
 * The date of BibLaTeX's `date`, `urldate` and the like, `2020-05-01/2020-06`: open ends and seasons are left out, and
 * what is no such date is read as pages write dates, or stays as it is.
 */
export function dateOfField(text: string): CslDate | undefined {
  if (text === '') return undefined
  const ends = text.split('/').map((end) => partsOf(end.trim()))
  const [from, to] = ends
  if (from && to && ends.length === 2) return { 'date-parts': [from, to] }
  const one = ends.length <= 2 ? (from ?? to) : undefined
  if (one) return { 'date-parts': [one] }
  return parseDate(text) ?? { literal: text }
}

/** The date of `year`, `month` and `day`: a macro's or another language's name, a number, `3 mar`, `May/June`. */
export function dateOfParts(year: string, month: string, day: string): CslDate | undefined {
  if (year === '') return undefined
  if (!/^\d{1,4}$/.test(year)) {
    // `circa 1995` says a year, `2020-05-01` more, `in press` none.
    return parseDate(year) ?? { literal: year }
  }
  const y = Number(year)
  if (y === 0) return { literal: year }
  const number = /^\d{1,2}$/.test(month) ? Number(month) : monthOf(month)
  if (number !== undefined && number >= 1 && number <= 12) {
    const d = Number(/^\d{1,2}$/.test(day) ? day : 0)
    return { 'date-parts': [possibleParts([y, number, d])] }
  }
  const named = month === '' ? undefined : parseDate(`${day} ${month} ${year}`)
  const isSameYear = named?.['date-parts']?.[0]?.[0] === y
  return isSameYear ? named : { 'date-parts': [[y]] }
}

function monthOf(month: string): number | undefined {
  const at = (monthMacros as readonly string[]).indexOf(month.toLowerCase().replace(/\.$/, ''))
  return at < 0 ? undefined : at + 1
}

function partsOf(end: string): DateParts | undefined {
  const found = isoPart.exec(end)
  const [year, month, day] = (found?.slice(1) ?? []).map((part) => Number(part ?? 0))
  return year ? possibleParts([year, month ?? 0, day ?? 0]) : undefined
}
