import { parseDate } from '../item/date.ts'
import { areGlued } from '../item/initials.ts'
import type { CslDate, DateParts, Name } from '../item/item.ts'
import { familyOf } from '../item/name.ts'
import { collapse, tidy } from '../text/space.ts'

const months: readonly string[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A date as DP has it, `2021 Mar 14`, a range `2020 Jan-Feb` or `2019 Dec 30-2020 Jan 2`; words behind a semicolon. */
export function writeNbibDate(date: CslDate): string {
  const [from, to] = date['date-parts'] ?? []
  const words = collapse(tidy(date.literal ?? ''))
  const stated = from ? [oneDate(from), ...(to ? [rangeEnd(from, to)] : [])].join('-') : ''
  // Words that read like a date or begin with our semicolon get one before them.
  if (stated === '') return /^(?:\d{4}|;)/.test(words) ? `; ${words}` : words
  return words === '' ? stated : `${stated}; ${words}`
}

function oneDate([year, month, day]: DateParts): string {
  const name = month === undefined ? undefined : months[month - 1]
  return [String(year).padStart(4, '0'), name, day].filter((part) => part !== undefined).join(' ')
}

/** A range's end without the year and the month that its beginning has said. */
function rangeEnd(from: DateParts, to: DateParts): string {
  const whole = oneDate(to)
  if (from.length !== to.length || to.length === 1 || from[0] !== to[0]) return whole
  const words = whole.split(' ')
  return words.slice(to.length === 3 && from[1] === to[1] ? 2 : 1).join(' ')
}

/** The date that `writeNbibDate` wrote; any other is left to `parseDate`. */
export function readNbibDate(text: string, isOwn: boolean): CslDate | undefined {
  if (!isOwn) {
    const range = statedParts(text) ?? []
    // What names no months, or none that are known, may be a span of years or a season.
    if (range.length === 2 && range.every((parts) => parts.length > 1))
      return { 'date-parts': range }
    return parseDate(text) ?? (text === '' ? undefined : { literal: text })
  }
  const [, stated, words = ''] = /^(\d{4}[^;]*)?(?:; )?(.*)$/s.exec(text) ?? []
  const parts = stated === undefined ? undefined : statedParts(stated)
  const literal = parts || stated === undefined ? words : text
  if (!parts && literal === '') return undefined
  return { ...(parts ? { 'date-parts': parts } : {}), ...(literal === '' ? {} : { literal }) }
}

const oneStated = /^(\d{4})(?: ([A-Z][a-z]{2})(?: (\d{1,2}))?)?$/
const endStated = /^(?:(\d{4})(?: |$))?(?:([A-Z][a-z]{2})(?: |$))?(\d{1,2})?$/

function statedParts(stated: string): DateParts[] | undefined {
  // As we once wrote ranges: `2020-01/2020-02`.
  if (/^\d{4}[\d-]*\/\d{4}[\d-]*$/.test(stated))
    return stated.split('/').map((end) => {
      const [year = '', month, day] = end.split('-')
      return partsOf(year, Number(month ?? 0), day)
    })
  const [start = '', end, ...more] = stated.split('-')
  const [, year, month, day] = oneStated.exec(start) ?? []
  if (year === undefined || more.length > 0) return undefined
  const from = partsOf(year, monthOf(month), day)
  if (end === undefined) return [from]
  const to = endStated.exec(end)
  if (!to || end === '') return undefined
  const [, endYear, endMonth = endYear === undefined ? month : undefined, endDay] = to
  return [from, partsOf(endYear ?? year, monthOf(endMonth), endDay)]
}

function monthOf(name: string | undefined): number {
  return months.indexOf(name ?? '') + 1
}

function partsOf(year: string, month: number, day: string | undefined): DateParts {
  if (month < 1 || month > 12) return [Number(year)]
  return day === undefined ? [Number(year), month] : [Number(year), month, Number(day)]
}

/** A name as AU has it, the family name and initials: `van der Berg JA`. */
export function shortName(name: Name): string {
  const given = name.given ?? ''
  const initials = given.match(areGlued(given) ? /\p{L}/gu : /(?<![\p{L}\p{M}'’])\p{L}/gu) ?? []
  return collapse(
    tidy(
      [familyOf(name), initials.join('').toUpperCase(), name.suffix?.replaceAll('.', '')]
        .filter(Boolean)
        .join(' '),
    ),
  )
}
