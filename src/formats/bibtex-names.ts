import type { Name } from '../item/item.ts'
import { familyOf, nameToText } from '../item/name.ts'
import { lineOf, texOfLine } from './bibtex-escape.ts'

/**
 * Names as BibTeX's `author` and `editor` want them: `von Family, Jr., Given`, joined by `and`; a body stands
 * in braces of its own, so that its words are no given and family name; a list that is not whole ends with `and others`.
 * Empty where there is no name.
 */
export function namesTex(names: readonly Name[]): string {
  const written = names.map((name) => inert(nameTex(name))).filter((name) => name !== '')
  if (written.length > 1 && written.at(-1) === '{others}') written.splice(-1, 1, 'others')
  return written.join(' and ')
}

function nameTex(name: Name): string {
  const family = clean(name.family)
  const given = clean(name.given)
  if (family === '') return whole(clean(name.literal) || given)
  const suffix = clean(name.suffix)
  if (given !== '') {
    const before = [name['dropping-particle'], name['non-dropping-particle']]
      .map((particle) => part(clean(particle)))
      .filter((particle) => particle !== '')
    before.push(part(family))
    const tex = `${before.join(' ')}, ${suffix === '' ? '' : `${part(suffix)}, `}${part(given)}`
    // biber counts commas in braces too, and leaves out an entry with a name that has more; a name in one group it believes.
    // A formula cannot be a suffix, whose space biblatex puts into it.
    const isTrap = (tex.match(/,/g)?.length ?? 0) > 2 || part(suffix).includes('$')
    return isTrap ? whole(clean(nameToText(name))) : tex
  }
  // Without a comma BibTeX would take all words but the last for given names.
  const text = clean([familyOf({ ...name, family }), suffix].join(' '))
  const isWord = /^[^\s,]+$/.test(text) && !/^(?:and|others)$/i.test(text)
  return isWord ? texOfLine(text) : whole(text)
}

/** A name in one group: a body's, and what would be cut otherwise. */
function whole(text: string): string {
  const tex = texOfLine(text)
  return tex === '' ? '' : `{${tex}}`
}

/** Equals signs, formulas and escaped signs whole. */
const equals = /\\.|\$[^$]*\$|=/gs

/**
 * The same name for biber: `family=` anywhere in it is its extended format, and for `{family=x}` it never ends. In braces of
 * its own an equals sign is nothing to it, and the same to all others. In a formula it matters behind a word.
 */
function inert(tex: string): string {
  if (!tex.includes('=')) return tex
  return tex.replace(equals, (found) => {
    if (found === '=') return '{=}'
    return found.replace(/(?<![\\A-Za-z])([A-Za-z]{2,}\s*)=/g, '$1{=}')
  })
}

/** Of a word that begins so biber takes an accent and half of what TeX has behind it for the initial, a brace without its pair. */
const looseAccent = /(?<!\S)(?:``|`(?![\p{L}\p{N}]))/gu

/** One tidy line; an accent where no letter can have it is the quotation mark that TeX would set. */
function clean(text: string | undefined): string {
  if (text === undefined || text === '') return ''
  const line = lineOf(text)
  return line.includes('`')
    ? line.replace(looseAccent, (accents) => (accents === '`' ? '‘' : '“'))
    : line
}

/** What a name would be cut at: a comma, a semicolon, a hyphen alone, or the words `and` and `others`. */
const cutting = /[,;]|(?:^| )(?:and|others|-)(?= |$)/i

/** A part of a name, one tidy line; where it would be cut it stands in braces. */
function part(text: string): string {
  const tex = texOfLine(text)
  return cutting.test(text) ? `{${tex}}` : tex
}
