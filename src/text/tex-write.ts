import { accents, commandOf, functionNames, inAlphabet } from './tex-symbols.ts'

/** Functions that LaTeX has no command for. */
const unnamed = new Set(['lg', 'sec', 'csc', 'argmin', 'argmax', 'sgn', 'tr', 'mod'])

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The TeX of each letter in a mathematical alphabet that plain letters are not in: ℝ is `\mathbb{R}`. */
const alphabetic: ReadonlyMap<string, string> = new Map(
  (['bb', 'cal', 'frak'] as const).flatMap((alphabet) =>
    [...letters].map((letter): [string, string] => [
      inAlphabet(letter, alphabet),
      `\\math${alphabet}{${letter}}`,
    ]),
  ),
)

const signs: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['\\', '\\backslash '],
  ['^', '\\wedge '],
  ['~', '\\sim '],
  ['°', '{}^{\\circ}'],
  ['·', '\\cdot '],
  ['µ', '\\mu '],
  ['\u2009', '\\,'],
  ['\u00a0', '\\,'],
])

const variants: ReadonlyMap<string, string> = new Map([
  ['bold', 'mathbf'],
  ['bold-italic', 'boldsymbol'],
  ['double-struck', 'mathbb'],
  ['script', 'mathcal'],
  ['fraktur', 'mathfrak'],
  ['sans-serif', 'mathsf'],
  ['monospace', 'mathtt'],
])

/** Signs, letters and digits of a formula in TeX; what TeX has no name for stays itself. */
export function signsInTex(text: string): string {
  return Array.from(text, (character) => {
    if (/[%$&#_{}]/.test(character)) return `\\${character}`
    const written = signs.get(character) ?? alphabetic.get(character)
    if (written !== undefined) return written
    const command = commandOf.get(character)
    if (command !== undefined) return `\\${command} `
    return inPlainAlphabet(character)
  }).join('')
}

/** An identifier in TeX: one letter, a function's name, or letters that are set upright (`\mathrm{Cu}`). */
export function identifierInTex(name: string, variant = ''): string {
  if (functionNames.has(name)) return unnamed.has(name) ? `\\operatorname{${name}}` : `\\${name} `
  const written = signsInTex(name)
  const command = variants.get(variant)
  if (command !== undefined) return `\\${command}{${written.trim()}}`
  return /^\p{L}{2,}/u.test(name) ? `\\mathrm{${written}}` : written
}

/** Stands for a space of `wordsInTex` while the spaces of a formula, which mean nothing, are put right. */
export const wordSpace = '\u0001'

/** Words in a formula in TeX: `\text{if }`, its spaces as `wordSpace`; a lone sign or letter is no word. */
export function wordsInTex(text: string): string {
  if (/^\S$/u.test(text.trim())) return signsInTex(text.trim())
  if (text.trim() === '') return '\\,'
  const escaped = text.replace(/[%$&#_{}\\]/g, (sign) => (sign === '\\' ? '/' : `\\${sign}`))
  return `\\text{${escaped.replaceAll(' ', wordSpace)}}`
}

/** The command that sets a combining accent, over one letter or over several: `\bar`, `\overline`. */
export function accentInTex(accent: string, isOne: boolean): string {
  const names = [...accents].filter(([, each]) => each === accent).map(([name]) => name)
  return (isOne ? names[0] : names.find((name) => /^(?:over|wide)/.test(name))) ?? names[0] ?? 'bar'
}

/** Letters of the bold and italic alphabets from U+1D400: 𝑥 is x, 𝐱 `\mathbf{x}`. */
function inPlainAlphabet(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x1d400 || code > 0x1d7ff) return character
  const plain = character.normalize('NFKC')
  const written = commandOf.has(plain) ? `\\${commandOf.get(plain)} ` : plain
  const isBold =
    code < 0x1d434 || (code >= 0x1d468 && code < 0x1d49c) || (code >= 0x1d6a8 && code < 0x1d6e2)
  return isBold ? `\\mathbf{${written.trim()}}` : written
}
