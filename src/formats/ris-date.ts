import { dateToText, parseDate } from '../item/date.ts'
import type { CslDate, DateParts } from '../item/item.ts'
import { collapse, tidy } from '../text/space.ts'

/**
 * A date as RIS has it, `YYYY/MM/DD/other` (specification 2011, tag DA): what is not known stays empty between its
 * slashes. A range's end is `to 2017-06` under `other`, and what is only words stands there as well.
 */
export function writeRisDate(date: CslDate): string {
  const [from, to] = date['date-parts'] ?? []
  const [year, month, day] = from ?? []
  const pad = (part: number | undefined, length: number): string =>
    part === undefined ? '' : String(part).padStart(length, '0')
  const words = collapse(tidy(date.literal ?? ''))
  const end = to ? `to ${dateToText({ 'date-parts': [to] })}` : ''
  // Words that read like a range's end get a semicolon before them, which reading takes away.
  const isAmbiguous = end === '' && /^(?:to \d|;)/.test(words)
  const other = isAmbiguous ? `; ${words}` : [end, words].filter((part) => part !== '').join('; ')
  const text = `${pad(year, 4)}/${pad(month, 2)}/${pad(day, 2)}/${other}`
  return text === '///' ? '' : text
}

/** The date that a DA, PY, Y1 or Y2 states, in RIS's form or in any that `parseDate` knows; undefined where none is. */
export function readRisDate(text: string): CslDate | undefined {
  const [, y, m = '', d = '', other = ''] =
    /^(\d{0,4})\/(\d{0,2})(?:\/(\d{0,2})(?:\/(.*))?)?$/s.exec(text.trim()) ?? []
  if (y === undefined) return parseDate(text)
  const from = partsOf(y, m, d)
  const [, ty, tm = '', td = '', words = ''] =
    /^(?:to (\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:; |$)|; )?(.*)$/s.exec(other.trim()) ?? []
  const to = ty === undefined ? undefined : partsOf(ty, tm, td)
  const literal = words.trim()
  if (!from && literal === '') return undefined
  return {
    ...(from ? { 'date-parts': to ? [from, to] : [from] } : {}),
    ...(literal === '' ? {} : { literal }),
  }
}

function partsOf(year: string, month: string, day: string): DateParts | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (y < 1) return undefined
  if (m < 1 || m > 12) return [y]
  return d < 1 || d > 31 ? [y, m] : [y, m, d]
}
