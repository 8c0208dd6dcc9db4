import { fold } from '../text/fold.ts'
import type { CslDate, DateParts, Item } from './item.ts'

/** Years outside are typing errors, place holders (`0000`, `9999`) or numbers of another kind. */
const earliest = 1400
const latest = 2100

/** Longer text is a sentence that happens to hold a number. */
const longestDate = 120

/** Month names and their abbreviations, folded, in English, German, French, Spanish and Portuguese. */
const monthNames = [
  'january jan januar janner janvier janv enero ene janeiro',
  'february feb februar feber fevrier fevr fev febrero fevereiro',
  'march mar marz maerz mrz mars marzo marco',
  'april apr avril avr abril abr',
  'may mai mayo maio',
  'june jun juni juin junio junho',
  'july jul juli juillet juil julio julho',
  'august aug aout agosto ago',
  'september sep sept septembre septiembre setiembre setembro set',
  'october oct oktober okt octobre octubre outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dezembro',
]

const monthOf = new Map<string, number>(
  monthNames.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
)

/** What may stand between a day, a month and a year: `14th of March`, `1er mars`, `14 de marzo de 2021`. */
const joiners = new Set(['st', 'nd', 'rd', 'th', 'er', 'of', 'de', 'del', 'do', 'a', 'o'])

/**
 * The date that a text states, as far as it states it: year, year and month, or a full day.
 *
 * Understands ISO 8601 (a time and its zone are dropped, never applied), `2021/3/14`, `14.03.2021`,
 * `20210314`, `2021年3月14日`, and month names in English, German, French, Spanish and Portuguese in any order;
 * `May/June 2017` and `2017-05/2017-06` are ranges, as journals date their double issues.
 * `03/04/2021` may be March or April, and a season or a span of years is no month: they give the year alone.
 * Undefined where no year between 1400 and 2100 stands.
 */
export function parseDate(text: string): CslDate | undefined {
  if (text.length > longestDate) return undefined
  const folded = fold(text)
  const range = isoRange(folded) ?? namedMonths(folded)
  if (range) return { 'date-parts': range }
  const parts = namedMonth(folded) ?? numeric(folded) ?? yearAlone(folded)
  return parts && { 'date-parts': [parts] }
}

/** The year of publication as text, or undefined where none is known. */
export function yearOf(item: Item): string | undefined {
  const year = item.issued?.['date-parts']?.[0]?.[0]
  if (year !== undefined) return String(year)
  return item.issued?.literal === undefined ? undefined : yearAlone(item.issued.literal)?.join()
}

/** A date as ISO 8601 writes it: `2015-09-01`, `2015-09`, `2015`, a range with `/`; else its literal text. */
export function dateToText(date: CslDate): string {
  const written = date['date-parts']?.map((parts) =>
    parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-'),
  )
  return written && written.length > 0 ? written.join('/') : (date.literal ?? '')
}

/** The parts as far as there is such a date: 30 February is a February, a 13th month a year. */
export function possibleParts([year, month, day]: DateParts): DateParts {
  if (month === undefined || !(month >= 1 && month <= 12)) return [year]
  return day !== undefined && day >= 1 && day <= daysIn(year, month)
    ? [year, month, day]
    : [year, month]
}

function namedMonth(folded: string): DateParts | undefined {
  const words = folded.match(/\p{L}+|\d+/gu) ?? []
  const at = words.findIndex((word) => monthOf.has(word))
  const month = monthOf.get(words[at] ?? '')
  if (month === undefined) return undefined
  const before = numbersBeside(words, at, -1)
  const after = numbersBeside(words, at, 1)
  const years = [...after, ...before, ...words].filter(isYear)
  const day = [before[0], after[0]].find((word) => word !== undefined && /^\d{1,2}$/.test(word))
  return years[0] === undefined ? undefined : checked(years[0], month, day)
}

/** `2017-05/2017-06`, as `dateToText` writes a range. */
function isoRange(folded: string): DateParts[] | undefined {
  const [, from, to] =
    /^(\d{4}-\d{2}(?:-\d{2})?)\/(\d{4}-\d{2}(?:-\d{2})?)$/.exec(folded.trim()) ?? []
  const parts = [from, to].map((end) => (end === undefined ? undefined : numeric(end)))
  return parts[0] && parts[1] ? [parts[0], parts[1]] : undefined
}

/** Two months of one year with nothing but a stroke between them: `May/June 2017`, `2017 May-Jun`. */
function namedMonths(folded: string): DateParts[] | undefined {
  const pair = /(?<!\p{L})(\p{L}{3,9})\.?\s?[-/]\s?(\p{L}{3,9})(?!\p{L})/u.exec(folded)
  const [first, second] = [monthOf.get(pair?.[1] ?? ''), monthOf.get(pair?.[2] ?? '')]
  const year = yearAlone(folded)?.[0]
  if (first === undefined || second === undefined || first >= second || year === undefined)
    return undefined
  return [
    [year, first],
    [year, second],
  ]
}

/** The numbers next to a month's name on one side, nearest first. */
function numbersBeside(words: readonly string[], at: number, step: -1 | 1): string[] {
  const found: string[] = []
  for (let i = at + step; i >= 0 && i < words.length; i += step) {
    const word = words[i] ?? ''
    if (/^\d+$/.test(word)) found.push(word)
    else if (!joiners.has(word)) break
  }
  return found
}

function numeric(folded: string): DateParts | undefined {
  const iso = /(?<!\d)(\d{4})[-/.年](\d{1,2})(?!\d)(?:[-/.月](\d{1,2})(?!\d))?/u.exec(folded)
  if (iso?.[1] && iso[2]) return checked(iso[1], Number(iso[2]), iso[3])
  const compact = /^(\d{4})(\d{2})(\d{2})(?:t\d|$)/.exec(folded.trim())
  if (compact?.[1]) {
    const parts = checked(compact[1], Number(compact[2]), compact[3])
    return parts?.length === 3 ? parts : undefined
  }
  const monthFirst = /^(0?[1-9]|1[0-2])[-/](\d{4})$/.exec(folded.trim())
  if (monthFirst?.[2]) return checked(monthFirst[2], Number(monthFirst[1]))
  const yearLast = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(folded)
  if (!yearLast?.[1] || !yearLast[3] || !yearLast[4]) return undefined
  const [first, second] = [Number(yearLast[1]), Number(yearLast[3])]
  if (yearLast[2] === '.' || first > 12) return checked(yearLast[4], second, yearLast[1])
  if (second > 12 || first === second) return checked(yearLast[4], first, yearLast[3])
  return checked(yearLast[4])
}

function yearAlone(text: string): DateParts | undefined {
  const year = text.match(/(?<!\d)\d{4}(?!\d)/g)?.find(isYear)
  return year === undefined ? undefined : checked(year)
}

function isYear(word: string): boolean {
  return /^\d{4}$/.test(word) && Number(word) >= earliest && Number(word) <= latest
}

/** The parts as far as they can be a date: 30 February is a February. */
function checked(year: string, month?: number, day?: string): DateParts | undefined {
  if (!isYear(year)) return undefined
  return possibleParts([Number(year), month ?? 0, Number(day ?? 0)])
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}
