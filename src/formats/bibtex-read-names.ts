import { generation } from '../item/degree.ts'
import type { Name } from '../item/item.ts'
import { parseName, parseNameList } from '../item/name.ts'
import { isBody, isHanOrHangul } from '../item/parse-name.ts'
import { cutAt, cutAtAnd, cutWords } from './bibtex-cut.ts'
import { lineOfTex } from './bibtex-text.ts'

/** More names are no list of authors. */
const most = 10_000

/** Better BibTeX's and biber's extended format names each part: `family=Berg, given=Jan, prefix=van der` (biblatex manual, 3.15). */
const partNames: ReadonlyMap<string, keyof Name> = new Map([
  ['family', 'family'],
  ['given', 'given'],
  ['prefix', 'non-dropping-particle'],
  ['suffix', 'suffix'],
])

/**
 * The names in the value of an `author` or `editor` field, by BibTeX's rules (btxhak, section 4; "Tame the BeaST",
 * 11): `Given von Family`, `von Family, Given`, `von Family, Jr, Given`, joined by `and`; a name in braces is a body's.
 *
 * `and others` at the end is kept as `isOthers` knows it. Lists that know nothing of the rules (`Smith, J., Wang, L.`; `Smith, J; Wang, L`) are
 * read as pages write them.
 */
export function namesOfTex(tex: string): Name[] {
  const names = cutAtAnd(tex).slice(0, most)
  const [only] = names
  if (names.length === 1 && only !== undefined) {
    if (cutAt(only, ';').length > 1 || cutAt(only, ',').length > 3)
      return parseNameList(lineOfTex(only))
  }
  const read = names.flatMap((name) => nameOfTex(name) ?? [])
  const isCut = read.length > 0 && /^others$/i.test(names.at(-1) ?? '')
  return isCut ? [...read, { literal: 'others' }] : read
}

function nameOfTex(tex: string): Name | undefined {
  if (/^others$/i.test(tex)) return undefined
  if (isOneGroup(tex)) return withText({ literal: lineOfTex(tex) })
  const parts = cutAt(tex, ',').map((part) => part.trim())
  if (parts.length > 1 && parts.every((part) => /^[a-z-]+\s*=/i.test(part))) return named(parts)
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 1) return inOrder(first)
  const before = familyAndParticle(cutWords(first))
  // Many write `Smith, Jane, Jr.`, which BibTeX does not.
  const isTurned = generation.test(third) && !generation.test(second)
  const [given, suffix] = parts.length > 2 && !isTurned ? [third, second] : [second, third]
  return withText({ ...before, given: lineOfTex(given), suffix: lineOfTex(suffix) })
}

function named(parts: readonly string[]): Name | undefined {
  const name: Name = {}
  for (const part of parts) {
    const [key = '', ...value] = part.split('=')
    const known = partNames.get(key.trim().toLowerCase())
    if (known) name[known] = lineOfTex(value.join('='))
  }
  return withText(name)
}

/** `Given von Family`; a body that nobody put into braces, and a Chinese or Korean name in one word, are known as such. */
function inOrder(tex: string): Name | undefined {
  const words = cutWords(tex)
  // DBLP tells namesakes apart by a number: `Wei Wang 0001`.
  if (words.length > 2 && /^\d{4}$/.test(words.at(-1) ?? '')) words.pop()
  const whole = lineOfTex(words.join(' '))
  if (words.length > 1 && isBody(whole)) return { literal: whole }
  if (words.length === 1)
    return isHanOrHangul(whole) ? parseName(whole) : withText({ family: whole })
  const suffix = words.length > 2 && generation.test(words.at(-1) ?? '') ? words.pop() : undefined
  const von = words.findIndex((word, i) => i < words.length - 1 && isSmall(word))
  const start = von < 0 ? words.length - 1 : von
  return withText({
    ...familyAndParticle(words.slice(start)),
    given: lineOfTex(words.slice(0, start).join(' ')),
    suffix: lineOfTex(suffix ?? ''),
  })
}

/** Words up to the last one in small letters are the particle, but never the last word of all. */
function familyAndParticle(words: readonly string[]): Name {
  const end = words.findLastIndex((word, i) => i < words.length - 1 && isSmall(word)) + 1
  const starts = end > 0 && isSmall(words[0] ?? '')
  const cut = starts ? end : 0
  return {
    'non-dropping-particle': lineOfTex(words.slice(0, cut).join(' ')),
    family: lineOfTex(words.slice(cut).join(' ')),
  }
}

/** True for a word whose first letter is a small one; what stands in braces has no case, but for an accented letter. */
function isSmall(word: string): boolean {
  if (/^\{(?!\\)/.test(word)) return false
  return /^\P{L}*\p{Ll}/u.test(lineOfTex(word))
}

function isOneGroup(tex: string): boolean {
  if (!/^\{[\s\S]*\}$/.test(tex) || /^\{\\[^A-Za-z]/.test(tex)) return false
  let depth = 0
  for (let at = 0; at < tex.length - 1; at++) {
    const code = tex.charCodeAt(at)
    if (code === 0x7b) depth++
    else if (code === 0x7d && --depth === 0) return false
  }
  return true
}

/** The parts that have a text; undefined where no name is left. */
function withText(name: Name): Name | undefined {
  const kept = Object.fromEntries(Object.entries(name).filter(([, text]) => text !== '')) as Name
  if (kept.family === undefined && kept.given !== undefined) return { literal: kept.given }
  return kept.family === undefined && kept.literal === undefined ? undefined : kept
}
