import { isTidyUnit } from '../text/space.ts'

/** What `signsIn` finds, as bits. */
export const signs = {
  /** A sign that has another spelling in TeX by itself, or two that make a ligature. */
  special: 1,
  /** A brace, a dollar sign or `<`: a formula, a pair or an element of markup may begin here. */
  structured: 2,
  /** What `collapse` or `tidy` may change: white space but single spaces inside, controls, what is to be composed. */
  loose: 4,
} as const

const { special, structured, loose } = signs

/** The bits of each ASCII character; a space or a ligature's half is looked at with what stands before it. */
const ofAscii = new Uint8Array(128)
for (const character of '\\%&#_~^>') ofAscii[character.charCodeAt(0)] = special
ofAscii[0x3c] = special | structured
for (const character of ['$', '{', '}']) ofAscii[character.charCodeAt(0)] = special | structured
for (let code = 0; code < 0x20; code++) ofAscii[code] = loose
ofAscii[0x7f] = loose

const twice = 8
for (const character of " -'`") ofAscii[character.charCodeAt(0)] = twice

/**
 * What stands in a text that a .bib file cannot have as it is: bits of `signs`, 0 where it can. One look at each character
 * takes the place of a pattern for each kind, which cost a writer a third of its time.
 */
export function signsIn(text: string): number {
  let found = 0
  let before = 0x20
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x7f) {
      if (isSpace(code) || !isTidyUnit(code)) found |= loose
    } else {
      const bits = ofAscii[code] ?? 0
      if (bits !== 0) {
        if (bits !== twice) found |= bits
        else if (code === before) found |= code === 0x20 ? loose : special
      }
    }
    before = code
  }
  // A space at the beginning follows another, so to speak; so does the end.
  return before === 0x20 ? found | loose : found
}

/** White space beyond ASCII, as `\s` has it. */
function isSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680 ||
    code === 0xfeff
  )
}
