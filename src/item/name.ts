import { fold } from '../text/fold.ts'
import type { Name } from './item.ts'
import { isHanOrHangul } from './parse-name.ts'

export { parseNameList } from './name-list.ts'
export { parseName } from './parse-name.ts'

/** The name that a paper is cited under: the family name with its particle (`van der Berg`), a body's whole name. */
export function familyOf(name: Name): string {
  return joined(name['non-dropping-particle'], name.family) || name.literal || name.given || ''
}

/**
 * True for what stands for the names that a list leaves out: `{literal: 'others'}`, as pandoc reads BibTeX's `and others`.
 * Styles print it as it is, `Vaswani & others`.
 */
export function isOthers(name: Name): boolean {
  return name.literal === 'others' && name.family === undefined
}

/** A name in reading order, `Given von Family, Jr`; Chinese, Japanese and Korean ones family first. */
export function nameToText(name: Name): string {
  if (name.literal !== undefined && name.family === undefined) return name.literal
  if (isHanOrHangul(familyOf(name)) && name.given !== undefined && isHanOrHangul(name.given)) {
    return `${familyOf(name)}${name.given}`
  }
  const whole = joined(
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
  )
  return name.suffix === undefined ? whole : `${whole}, ${name.suffix}`
}

/** A name family first, `van der Berg, Jan, Jr.`, the form from which `parseName` gives a person's same parts back. */
export function nameInverted(name: Name): string {
  if (name.literal !== undefined && name.family === undefined) return name.literal
  const given = joined(name.given, name['dropping-particle'])
  return [familyOf(name), given, name.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
}

/** True where two names read the same, whatever their case, diacritics, full stops, and how the parts are cut. */
export function sameName(a: Name, b: Name): boolean {
  return letters(nameToText(a)) === letters(nameToText(b))
}

/** Names as a row of a list shows them: `Ito et al.`, `Smith & Jones`, `Smith`, or empty. */
export function namesInBrief(names: readonly Name[] | undefined): string {
  const [first, second] = names ?? []
  if (!first) return ''
  if (!second) return familyOf(first)
  return names?.length === 2 && !isOthers(second)
    ? `${familyOf(first)} & ${familyOf(second)}`
    : `${familyOf(first)} et al.`
}

function joined(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}

function letters(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}
