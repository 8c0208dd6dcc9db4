import type { Name } from '../item/item.ts'
import { familyOf } from '../item/name.ts'
import { collapse, tidy } from '../text/space.ts'
import { texOf } from './bibtex-escape.ts'

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

function nameTex(name: Name): string {
  const clean = (text: string | undefined): string => collapse(tidy(text ?? ''))
  const family = clean(name.family)
  const given = clean(name.given)
  if (family === '') {
    const whole = clean(name.literal) || given
    return whole === '' ? '' : `{${texOf(whole)}}`
  }
  const particles = [name['dropping-particle'], name['non-dropping-particle']]
    .map(clean)
    .filter((part) => part !== '')
  const suffix = clean(name.suffix)
  const before = [...particles.map(part), part(family)].join(' ')
  if (given !== '')
    return [before, ...(suffix === '' ? [] : [part(suffix)]), part(given)].join(', ')
  // Without a comma BibTeX would take all words but the last for given names.
  const whole = clean([familyOf({ ...name, family }), suffix].join(' '))
  return /^[^\s,]+$/.test(whole) && !isReserved(whole) ? texOf(whole) : `{${texOf(whole)}}`
}

/** A part with a comma, a semicolon or the word `and` in it would be cut there. */
function part(text: string): string {
  const tex = texOf(text)
  return /[,;]/.test(text) || text.split(' ').some(isReserved) ? `{${tex}}` : tex
}

function isReserved(word: string): boolean {
  return /^(?:and|others)$/i.test(word)
}
