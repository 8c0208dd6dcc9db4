import type { Name } from '../item/item.ts'
import { familyOf } from '../item/name.ts'
import { lineOf, texOfLine } from './bibtex-escape.ts'

/**
 * Names as BibTeX's `author` and `editor` want them: `von Family, Jr., Given`, joined by `and`; a body stands
 * in braces of its own, so that its words are no given and family name. Empty where there is no name.
 */
export function namesTex(names: readonly Name[]): string {
  return names
    .map(nameTex)
    .filter((name) => name !== '')
    .join(' and ')
}

function clean(text: string | undefined): string {
  return text === undefined || text === '' ? '' : lineOf(text)
}

function nameTex(name: Name): string {
  const family = clean(name.family)
  const given = clean(name.given)
  if (family === '') {
    const whole = clean(name.literal) || given
    return whole === '' ? '' : `{${texOfLine(whole)}}`
  }
  const suffix = clean(name.suffix)
  if (given !== '') {
    const before = [name['dropping-particle'], name['non-dropping-particle']]
      .map((particle) => part(clean(particle)))
      .filter((particle) => particle !== '')
    before.push(part(family))
    return `${before.join(' ')}, ${suffix === '' ? '' : `${part(suffix)}, `}${part(given)}`
  }
  // Without a comma BibTeX would take all words but the last for given names.
  const whole = clean([familyOf({ ...name, family }), suffix].join(' '))
  const tex = texOfLine(whole)
  return /^[^\s,]+$/.test(whole) && !/^(?:and|others)$/i.test(whole) ? tex : `{${tex}}`
}

/** What a name would be cut at: a comma, a semicolon, or the words `and` and `others`. */
const cutting = /[,;]|(?:^| )(?:and|others)(?= |$)/i

/** A part of a name, one tidy line; where it would be cut it stands in braces. */
function part(text: string): string {
  const tex = texOfLine(text)
  return cutting.test(text) ? `{${tex}}` : tex
}
