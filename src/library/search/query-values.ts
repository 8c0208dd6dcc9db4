import { fold } from '../../text/fold.ts'

/** What a reader decided, or `unread`; `assessed` where that was on the full text; what a record lacks. */
export type Standing = 'unread' | 'include' | 'maybe' | 'exclude' | 'assessed' | Lack
export type Lack = 'no-doi' | 'no-abstract'

/** Years, both of them included. */
export interface Years {
  from: number
  to: number
}

/** What a reader decided or did not, of which a paper has one. */
export const decisions: readonly Standing[] = ['unread', 'include', 'maybe', 'exclude']

/** What may stand behind `is:` and `no:`. */
export const values = {
  is: ['unread', 'include', 'maybe', 'exclude', 'assessed'],
  no: ['doi', 'abstract'],
} as const

/** What `is:` or `no:` with this value asks for; undefined where the language has no such value. */
export function standingOf(field: keyof typeof values, value: string): Standing | undefined {
  const known = values[field].find((one) => one === fold(value))
  return known && ((field === 'is' ? known : `no-${known}`) as Standing)
}

/** The years that `2014`, `2014-2018`, `2014-` or `-2018` mean; undefined for anything else. */
export function yearsOf(value: string): Years | undefined {
  const found = /^(\d{4})?([-–]?)(\d{4})?$/.exec(value)
  if (!found || value === '' || /^[-–]$/.test(value)) return undefined
  const [, from, dash, to] = found
  if (!dash)
    return from !== undefined && to === undefined
      ? { from: Number(from), to: Number(from) }
      : undefined
  return { from: Number(from ?? 0), to: Number(to ?? 9999) }
}
