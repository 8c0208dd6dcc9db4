import { dateToText, parseDate } from '../item/date.ts'
import { areGlued } from '../item/initials.ts'
import type { CslDate, DateParts, Name } from '../item/item.ts'
import { familyOf } from '../item/name.ts'
import { collapse, tidy } from '../text/space.ts'

const months: readonly string[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A date as DP has it, `2021 Mar 14`; a range as ISO 8601 writes it, words behind a semicolon. */
export function writeNbibDate(date: CslDate): string {
  const [from, to] = date['date-parts'] ?? []
  const words = collapse(tidy(date.literal ?? ''))
  const stated = to ? dateToText(date) : from ? oneDate(from) : ''
  // Words that read like a date or begin with our semicolon get one before them.
  if (stated === '') return /^(?:\d{4}|;)/.test(words) ? `; ${words}` : words
  return words === '' ? stated : `${stated}; ${words}`
}

function oneDate([year, month, day]: DateParts): string {
  const name = month === undefined ? undefined : months[month - 1]
  return [String(year).padStart(4, '0'), name, day].filter((part) => part !== undefined).join(' ')
}

/** The date that `writeNbibDate` wrote; any other is left to `parseDate`. */
export function readNbibDate(text: string, isOwn: boolean): CslDate | undefined {
  if (!isOwn) return parseDate(text) ?? (text === '' ? undefined : { literal: text })
  const [, stated, words = ''] = /^(\d{4}[^;]*)?(?:; )?(.*)$/s.exec(text) ?? []
  const parts = stated === undefined ? undefined : statedParts(stated)
  const literal = parts || stated === undefined ? words : text
  if (!parts && literal === '') return undefined
  return { ...(parts ? { 'date-parts': parts } : {}), ...(literal === '' ? {} : { literal }) }
}

function statedParts(stated: string): DateParts[] | undefined {
  const [, year, month, day] = /^(\d{4})(?: ([A-Z][a-z]{2})(?: (\d{1,2}))?)?$/.exec(stated) ?? []
  if (year !== undefined) return [partsOf(year, months.indexOf(month ?? '') + 1, day)]
  const [, range] = /^(\d{4}[\d-]*\/\d{4}[\d-]*)$/.exec(stated) ?? []
  return range?.split('/').map((end) => {
    const [y = '', m, d] = end.split('-')
    return partsOf(y, Number(m ?? 0), d)
  })
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
