import { collapse } from '../text/space.ts'
import { type Atom, charactersOf, joined, texOf } from './bibtex-escape.ts'

/** From this share of capitalised words on, a title is in Title Case and its capitals say little. */
const titleCaseFrom = 0.6

/**
 * A title with braces round the words whose capitals a style must not lower.
 *
 * In a sentence-case title that is every word with a capital but a plain first one; in an English one in Title
 * Case only words that are odd (mRNA, SARS-CoV-2, pH, `E.`, B-Cell, H5N1); in one all in capitals none. Titles
 * that are not English, as `language` (BCP 47) says, keep every capital: BibTeX's styles lower German nouns too.
 *
 * In English a word in small letters that begins the title, or follows a full stop or a colon (`E. coli`), has braces as
 * well: pandoc would give it a capital.
 */
export function titleTex(title: string, language: string | undefined): string {
  const words = wordsOf(charactersOf(title))
  const plain = words
    .map((word) => collapse(word.map((atom) => atom.plain).join('')))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const isEnglish = language === undefined || /^en\b/i.test(language)
  if (isShouted(plain)) return texOf(title)
  const isTitleCase =
    isEnglish &&
    plain.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length > plain.length * titleCaseFrom
  let first = true
  let begins = true
  return joined(
    words.map((word) => {
      const range = coreOf(word)
      if (!range) return { tex: joined(word), plain: '' }
      const core = word.slice(range[0], range[1])
      const text = core.map((atom) => atom.plain).join('')
      const isSmallAtStart = isEnglish && begins && /^\p{Ll}/u.test(text)
      const isProtected =
        isSmallAtStart || (isTitleCase ? isOdd(text, first) : hasCapital(text, first))
      begins = /[:.?!]\P{L}*$/u.test(word.map((atom) => atom.plain).join(''))
      const before = joined(word.slice(0, range[0]))
      const after = joined(word.slice(range[1]))
      first = false
      return {
        tex: `${before}${isProtected || holdsWholeUnit(core) ? braced(joined(core)) : joined(core)}${after}`,
        plain: text,
      }
    }),
  )
}

/** Words and the spaces between them; braces of the text stand apart, so that no group closes inside them. */
function wordsOf(atoms: readonly Atom[]): Atom[][] {
  const words: Atom[][] = []
  let word: Atom[] = []
  for (const atom of atoms) {
    if (atom.plain === ' ' || atom.plain === '{' || atom.plain === '}') {
      if (word.length > 0) words.push(word)
      words.push([atom])
      word = []
    } else word.push(atom)
  }
  if (word.length > 0) words.push(word)
  return words
}

/** Where a word's letters and digits begin and end; brackets and full stops round them stay outside. */
function coreOf(word: readonly Atom[]): [number, number] | undefined {
  const has = (atom: Atom): boolean => /[\p{L}\p{N}]/u.test(atom.plain)
  const from = word.findIndex(has)
  return from < 0 ? undefined : [from, word.findLastIndex(has) + 1]
}

function hasCapital(word: string, isFirst: boolean): boolean {
  return isFirst ? /^.+\p{Lu}/u.test(word) : /\p{Lu}/u.test(word)
}

function isOdd(word: string, isFirst: boolean): boolean {
  if (isFirst && /^[AI]$/.test(word)) return false
  return word
    .split(/[-‐–/\s]/u)
    .some(
      (part) =>
        /.\p{Lu}/u.test(part) ||
        /^\p{Lu}\.?$/u.test(part) ||
        (/\p{Lu}/u.test(part) && /\p{N}/u.test(part)),
    )
}

/** A formula, and a name in italics (mostly a species'), keep their capitals in any title. */
function holdsWholeUnit(core: readonly Atom[]): boolean {
  return core.some((atom) => /^(?:\\textit\{|\$.)/.test(atom.tex) && /\p{Lu}/u.test(atom.plain))
}

function isShouted(words: readonly string[]): boolean {
  const letters = words.join('')
  return (
    words.length > 1 && letters.length >= 10 && /\p{Lu}/u.test(letters) && !/\p{Ll}/u.test(letters)
  )
}

/** BibTeX lowers the text of a group that begins with a command; a second pair of braces stops it. */
function braced(tex: string): string {
  return tex.startsWith('\\') ? `{{${tex}}}` : `{${tex}}`
}
