import type { Name } from '../item/item.ts'
import { nameInverted, nameToText, parseName } from '../item/name.ts'
import { collapse, tidy } from '../text/space.ts'

/** Longer text is no person's name. */
const longest = 1_000

/**
 * A name as one line family first, `van der Berg, Jan, Jr.` (RIS specification 2011, tag AU), from which
 * `readInvertedName` gives the same parts back.
 *
 * A body's name that would read as a person's ends with a comma, one with a comma in it has its first comma twice, as
 * EndNote writes both (`Google,`, `University of California,, Irvine`). A person whose parts would not come back, for
 * instance one with a comma in the family name, is written as a body. Empty where there is no name.
 */
export function writeInvertedName(name: Name): string {
  if (isSimpleName(name)) return `${name.family}, ${name.given}`
  const clean = cleanName(name)
  const whole = nameInverted(clean)
  if (clean.family === undefined) return whole === '' ? '' : bodyText(clean.literal ?? whole)
  const back = readInvertedName(whole)
  // A given name's last word in small letters (`Sinéad d'Arc`) comes back as a particle, which reads the same.
  const readsSame = back && nameToText(back) === nameToText(clean) && nameInverted(back) === whole
  return readsSame || sameParts(back, clean) ? whole : bodyText(whole)
}

const simpleWord = /^[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ɏ.'’-]{0,50}$/
const simpleWords =
  /^[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ɏ.'’-]{0,50}(?: [A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ɏ.'’-]{0,50}){0,3}$/

/**
 * True for a person with nothing but a family name of one word and given names, all of Latin letters and with a capital:
 * family name, comma, given names is how every form of ours writes and reads them, and most names are such.
 */
export function isSimpleName(name: Name): boolean {
  const { family, given } = name
  if (family === undefined || given === undefined) return false
  for (const part in name) if (part !== 'family' && part !== 'given') return false
  return simpleWord.test(family) && simpleWords.test(given)
}

/** The parts of a name that `writeInvertedName` wrote; nothing is guessed where a comma parts them. */
export function readInvertedName(text: string): Name | undefined {
  const plain = collapse(text)
  if (plain === '') return undefined
  if (plain.includes(',,')) return { literal: plain.replace(',,', ',') }
  if (plain.endsWith(',')) return { literal: plain.slice(0, -1) }
  if (plain.length > longest) return { literal: plain }
  const [before = '', behind, suffix, more] = plain.split(', ')
  if (behind === undefined) return parseName(plain)
  if (more !== undefined) return { literal: plain }
  const families = before.split(' ')
  const givens = behind.split(' ')
  // Small words in front of a family name, and behind a given one, are particles; one word at least is the name.
  const particles = families.slice(0, -1).findIndex((word) => !isSmall(word))
  const ownFrom = particles < 0 ? families.length - 1 : particles
  const ownTo = Math.max(1, givens.findLastIndex((word) => !isSmall(word)) + 1)
  const [nonDropping, dropping] = [families.slice(0, ownFrom), givens.slice(ownTo)]
  return {
    family: families.slice(ownFrom).join(' '),
    given: givens.slice(0, ownTo).join(' '),
    ...(nonDropping.length === 0 ? {} : { 'non-dropping-particle': nonDropping.join(' ') }),
    ...(dropping.length === 0 ? {} : { 'dropping-particle': dropping.join(' ') }),
    ...(suffix === undefined ? {} : { suffix }),
  }
}

function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(word)
}

function bodyText(literal: string): string {
  if (literal.includes(',')) return literal.replace(',', ',,')
  return sameParts(readInvertedName(literal), { literal }) ? literal : `${literal},`
}

function cleanName(name: Name): Name {
  const parts = Object.entries(name).map(([part, text]) => [part, collapse(tidy(text ?? ''))])
  return Object.fromEntries(parts.filter(([, text]) => text !== ''))
}

function sameParts(a: Name | undefined, b: Name): boolean {
  const written = (name: Name | undefined): string =>
    JSON.stringify(Object.entries(name ?? {}).sort())
  return written(a) === written(b)
}
