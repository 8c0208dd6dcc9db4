import { fold, isAscii } from '../../text/fold.ts'

/** Rises when the words of a text become others: an index with another number is made anew. */
export const wordsVersion = 1

/** Longer runs of letters are data, not words. */
const longest = 40

const run = /[\p{L}\p{M}\p{N}]+/gu
const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]/u
const cjkOrNot =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]+/gu

const greekNames: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
}

/** The letter that goes by a name: `α` for `alpha`. */
export function greekLetter(name: string): string | undefined {
  return letters.get(name)
}

const letters = new Map(Object.entries(greekNames).map(([letter, name]) => [name, letter]))

/** The words of a text as the index has them, in order, repeated ones too: `TNF-α` gives `tnf` and `alpha`. */
export function wordsOf(text: string): string[] {
  const folded = fold(text)
  if (isAscii(folded)) return asciiWords(folded)
  const found: string[] = []
  for (const [letters] of folded.matchAll(run)) addWords(letters, found)
  return found
}

/** The same for text that is ASCII, as most of it is: by the codes of the letters, in a third of the time. */
function asciiWords(folded: string): string[] {
  const found: string[] = []
  let start = -1
  for (let at = 0; at <= folded.length; at++) {
    const code = folded.charCodeAt(at)
    const isLetter = (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
    if (isLetter) {
      if (start < 0) start = at
    } else if (start >= 0) {
      found.push(folded.slice(start, Math.min(at, start + longest)))
      start = -1
    }
  }
  return found
}

/**
 * The words of one run of folded letters. Chinese, Japanese and Korean have no spaces: each two signs are a word, and
 * the last one by itself, so that one sign and any longer run are found by their beginning.
 */
function addWords(letters: string, found: string[]): void {
  if (!beyondLatin.test(letters)) {
    found.push(letters.slice(0, longest))
    return
  }
  for (const [part] of letters.matchAll(cjkOrNot)) {
    if (!cjk.test(part)) {
      found.push(withGreekNames(part).slice(0, longest))
      continue
    }
    const signs = [...part]
    for (const [i, sign] of signs.entries()) found.push(sign + (signs[i + 1] ?? ''))
  }
}

/** True for one Chinese, Japanese or Korean sign by itself. */
export function isSign(word: string): boolean {
  return cjk.test(word) && [...word].length === 1
}

/** True for a sign that is a word only because its run of signs, of which `pair` are the last two, ends with it. */
export function isTailOf(sign: string, pair: string): boolean {
  return isSign(sign) && [...pair].length === 2 && pair.endsWith(sign)
}

const beyondLatin = /[\u0370-\uffff]/

/** A Greek letter that stands by itself or among Latin ones is a symbol and goes by its name; Greek words stay. */
function withGreekNames(word: string): string {
  if (!/[α-ω]/.test(word)) return word
  if (word.length > 1 && /^[α-ω]+$/.test(word)) return word
  return word.replace(/[α-ω]/g, (letter) => greekNames[letter] ?? letter)
}

/**
 * An English word without the ending of its plural (Harman's S stemmer, JASIS 42(1), 1991): no more, since what is
 * found by a word's other forms must never hide what is found by the word itself.
 */
export function stem(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /[^a-z]/.test(word)) return word
  if (word.endsWith('ies'))
    return /[ae]ies$/.test(word) ? word.slice(0, -1) : `${word.slice(0, -3)}y`
  if (word.endsWith('es'))
    return /(?:[aeo]es)$/.test(word)
      ? word.slice(0, -1)
      : /(?:s|x|z|ch|sh)es$/.test(word)
        ? word.slice(0, -2)
        : word.slice(0, -1)
  return /[us]s$/.test(word) ? word : word.slice(0, -1)
}
