import { fold, isAscii } from '../../text/fold.ts'

/** Rises when the words of a text become others, or what is filtered by: an index with another number is made anew. */
export const wordsVersion = 3

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

/** What stands before two words that are one in other texts: `+tnfalpha` for `TNF-α`; no text has it. */
export const joinedMark = '+'

/** The words of a text. */
export interface TextWords {
  /** In order, repeated ones too; a Greek letter is a word by itself: `TNFα` gives `tnf` and `alpha`, as `TNF-α` does. */
  words: string[]
  /** What is found beside them: such words in one, as they are written and as they might be. */
  besides: string[]
}

/** The words of a text, in order, repeated ones too, as phrases are made of: `TNFα` and `TNF-α` give `tnf` and `alpha`. */
export function wordsOf(text: string): string[] {
  return textWords(text).words
}

/** The words of a text as they are written, a Greek letter by its name: `TNFα` gives `tnfalpha`. */
export function writtenWords(text: string): string[] {
  return runsOf(fold(text)).map(written)
}

/** The words of a text as the index has them. */
export function textWords(text: string): TextWords {
  const folded = fold(text)
  const hasGreek = greek.test(folded)
  const words: string[] = []
  const besides: string[] = []
  for (const run of runsOf(folded)) {
    const parts = (hasGreek ? greekParts(run) : undefined) ?? latinParts(run)
    if (parts) besides.push(written(run))
    if (parts) words.push(...parts)
    else words.push(hasGreek ? written(run) : run)
  }
  for (const [i, word] of words.entries()) if (letters.has(word)) addJoined(words, i, besides)
  return { words, besides }
}

/** A name of a Greek letter with the word before it and with the short one behind it. */
function addJoined(words: readonly string[], at: number, into: string[]): void {
  const name = words[at] ?? ''
  const before = words[at - 1] ?? ''
  const behind = /^[br]?\d*$/.test(words[at + 1] ?? '') ? (words[at + 1] ?? '') : ''
  const joined = new Set([before + name, name + behind, before + name + behind])
  joined.delete(name)
  for (const one of joined) into.push(joinedMark + one.slice(0, longest))
}

/** Names of which no English word is made but in this way; they all end with one letter. */
const latinNames = 'alpha|beta|gamma|delta|zeta|theta|kappa|lambda|sigma|omega'

/** A letter's name at a word's end, with what may follow it: `tnfalpha`, `kappab`, `tgfbeta1`, `ifngammar1`. */
const endsInName = new RegExp(`^(.*?)(${latinNames})([br]?\\d*)$`)
const endsInAnyName = new RegExp(`^(.*?)(${[...letters.keys()].join('|')})([br]?\\d*)$`)

/** The parts of a word that ends in a Greek letter's name; undefined where it has none. */
function latinParts(word: string): string[] | undefined {
  // Hardly any word passes, and a hundred million are asked.
  const last = word.charCodeAt(word.length - 1)
  if (word.length < 5 || (last > 98 && last !== 114)) return undefined
  return partsBy(endsInName, word)
}

/** The same for any of these letters, as a word that is looked for may name it. */
export function namedParts(word: string): string[] | undefined {
  return partsBy(endsInAnyName, word)
}

function partsBy(pattern: RegExp, word: string): string[] | undefined {
  const parts = pattern
    .exec(word)
    ?.slice(1)
    .filter((part) => part !== '')
  return parts && parts.length > 1 ? parts : undefined
}

/** The parts of a run that has Greek letters among others; undefined for any other. */
function greekParts(run: string): string[] | undefined {
  if (!isMixed(run)) return undefined
  return run.match(/[α-ω]|[^α-ω]+/g)?.map((part) => (greekNames[part] ?? part).slice(0, longest))
}

/** A run as a word: a Greek letter that stands by itself or among Latin ones is a symbol and goes by its name; Greek words stay. */
function written(run: string): string {
  const isSymbol = isMixed(run) || run.length === 1
  const word = isSymbol ? run.replace(/[α-ω]/g, (letter) => greekNames[letter] ?? letter) : run
  return word.slice(0, longest)
}

const greek = /[α-ω]/

function isMixed(run: string): boolean {
  return greek.test(run) && /[^α-ω]/.test(run)
}

/** The runs of letters and digits of a folded text. */
function runsOf(folded: string): string[] {
  if (isAscii(folded)) return asciiRuns(folded)
  const found: string[] = []
  for (const [letters] of folded.matchAll(run)) addRuns(letters, found)
  return found
}

/** The same for text that is ASCII, as most of it is: by the codes of the letters, in a third of the time. */
function asciiRuns(folded: string): string[] {
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
function addRuns(letters: string, found: string[]): void {
  if (!beyondLatin.test(letters)) {
    found.push(letters.slice(0, longest))
    return
  }
  for (const [part] of letters.matchAll(cjkOrNot)) {
    if (!cjk.test(part)) {
      // Cut when its Greek letters have their names.
      found.push(greek.test(part) ? part : part.slice(0, longest))
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
