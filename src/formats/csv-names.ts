import type { Name } from '../item/item.ts'
import { isOthers } from '../item/name.ts'
import { collapse } from '../text/space.ts'
import { isSimpleName } from './inverted-name.ts'

/** A backslash and this mark off a particle where small letters do not say which words it is. */
const mark = '|'

/**
 * Names as one cell: `van der Berg, Jan, Jr.; Plato,; World Health Organization`. A person has a comma, a body has none;
 * words in small letters before the family name and behind the given ones are particles.
 *
 * A comma, semicolon or backslash within a part has a backslash before it, and where particles are written otherwise
 * `\|` stands behind or before them, so that every name comes back as it was; only a `literal` beside other parts is lost.
 */
export function namesCell(names: readonly Name[]): string {
  return names.flatMap((name) => (isOthers(name) ? [] : [nameCell(name)])).join('; ')
}

/** The names of a cell that `namesCell` wrote, or a person in the same form. */
export function namesOfCell(cell: string): Name[] {
  return cut(cell, ';').flatMap((text) => nameOf(text) ?? [])
}

function nameCell(name: Name): string {
  if (isSimpleName(name)) return `${name.family}, ${name.given}`
  if (isBody(name)) return escaped(name.literal ?? '')
  const plain = personCell(name, ' ', ' ')
  const own = withoutLiteral(name)
  return same(nameOf(plain), own) ? plain : personCell(name, ` \\${mark} `, ` \\${mark} `)
}

function personCell(name: Name, behind: string, before: string): string {
  const [particle, dropping] = [name['non-dropping-particle'], name['dropping-particle']]
  const isMarked = behind !== ' '
  const family = [
    particle === undefined && !isMarked ? '' : `${escaped(particle ?? '')}${behind}`,
    escaped(name.family ?? ''),
  ].join('')
  const given = [
    escaped(name.given ?? ''),
    dropping === undefined && !isMarked ? '' : `${before}${escaped(dropping ?? '')}`,
  ].join('')
  const parts = [family, given, ...(name.suffix === undefined ? [] : [escaped(name.suffix)])]
  return parts
    .map((part) => part.trim())
    .join(', ')
    .trimEnd()
}

function nameOf(text: string): Name | undefined {
  const parts = cut(text, ',').map((part) => part.trim())
  const [family = '', given = '', ...rest] = parts
  if (parts.length < 2) {
    const literal = collapse(plain(family))
    return literal === '' ? undefined : { literal }
  }
  const name: Name = {}
  const set = (part: keyof Name, value: string): void => {
    const whole = collapse(plain(value))
    if (whole !== '') name[part] = whole
  }
  const [particle, ownFamily] = particleBefore(family)
  const [ownGiven, dropping] = particleBehind(given)
  set('family', ownFamily)
  set('given', ownGiven)
  set('dropping-particle', dropping)
  set('non-dropping-particle', particle)
  set('suffix', rest.join(', '))
  return Object.keys(name).length === 0 ? undefined : name
}

/** The particle before a family name, and the name: where it is marked, else the words in small letters. */
function particleBefore(family: string): readonly [string, string] {
  const at = markIn(family)
  if (at >= 0) return [family.slice(0, at), family.slice(at + 2)]
  const words = family.split(' ')
  const first = words.findIndex((word) => !/^\p{Ll}/u.test(word))
  return first <= 0 ? ['', family] : [words.slice(0, first).join(' '), words.slice(first).join(' ')]
}

/** The given names, and the particle behind them. */
function particleBehind(given: string): readonly [string, string] {
  const at = markIn(given)
  if (at >= 0) return [given.slice(0, at), given.slice(at + 2)]
  const words = given.split(' ')
  const last = words.findLastIndex((word) => !/^\p{Ll}/u.test(word)) + 1
  return last === 0 || last === words.length
    ? [given, '']
    : [words.slice(0, last).join(' '), words.slice(last).join(' ')]
}

/** Where the mark's backslash stands, one that is no escaped backslash itself; -1 where there is none. */
function markIn(text: string): number {
  return /^(?:[^\\]|\\[^|])*?(?=\\\|)/.exec(text)?.[0].length ?? -1
}

/** The parts between separators that have no backslash before them; backslashes stay. */
function cut(text: string, separator: ',' | ';'): string[] {
  const parts = ['']
  for (const token of text.match(/\\[\s\S]|[^\\,;]+|[\s\S]/g) ?? []) {
    if (token === separator) parts.push('')
    else parts[parts.length - 1] += token
  }
  return parts
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&')
}

function plain(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1')
}

function isBody(name: Name): boolean {
  return name.family === undefined && name.given === undefined && name.literal !== undefined
}

function withoutLiteral({ literal: _, ...parts }: Name): Name {
  return parts
}

function same(a: Name | undefined, b: Name): boolean {
  const keys = new Set([...Object.keys(a ?? {}), ...Object.keys(b)]) as Set<keyof Name>
  return [...keys].every((key) => a?.[key] === b[key])
}
