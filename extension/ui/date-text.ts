import { parseDate } from '../../src/item/date.ts'
import type { CslDate, DateParts } from '../../src/item/item.ts'

/**
 * The date that a person typed: `2015-09-01`, `2015/2016`, `14 March 2021`. Words that say more than could be
 * read, as `Spring 2020`, are kept whole as its `literal`; empty is undefined.
 */
export function readDateText(text: string): CslDate | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const range = trimmed.split('/').map(isoDay)
  const days = range.filter((day) => day !== undefined)
  if (days.length === range.length && days.length <= 2) return { 'date-parts': days }
  const parsed = parseDate(trimmed)
  return parsed?.['date-parts']?.[0]?.length === 3 || isMonthAndYear(trimmed, parsed)
    ? parsed
    : { literal: trimmed }
}

function isoDay(text: string): DateParts | undefined {
  const iso = text.trim()
  const parts = /^\d{4}(?:-\d{1,2}){0,2}$/.test(iso)
    ? parseDate(iso)?.['date-parts']?.[0]
    : undefined
  return parts?.length === iso.split('-').length ? parts : undefined
}

function isMonthAndYear(text: string, date: CslDate | undefined): boolean {
  return date?.['date-parts']?.[0]?.length === 2 && /^\p{L}+\.?\s+\d{4}$/u.test(text)
}
