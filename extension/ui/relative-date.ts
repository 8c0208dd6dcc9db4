import { perLanguage } from '../per-language.ts'

const minute = 60_000
const units = [
  ['year', 365 * 24 * 60 * minute],
  ['month', 30 * 24 * 60 * minute],
  ['week', 7 * 24 * 60 * minute],
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const

const formats = perLanguage(
  (language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'narrow' }),
)

/** How long ago an ISO 8601 instant was, short and in the given language: `now`, `2d ago`, `1w ago`. */
export function relativeDate(instant: string, now: string, language: string): string {
  const ago = Date.parse(now) - Date.parse(instant)
  if (Number.isNaN(ago)) return ''
  const format = formats(language)
  for (const [unit, length] of units) {
    if (ago >= length) return format.format(-Math.floor(ago / length), unit)
  }
  return format.format(0, 'second')
}
