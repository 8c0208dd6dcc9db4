import { collapse } from '../text/space.ts'
import { type Atom, charactersOf, isPlainLine, joined, lineOf, texOfLine } from './bibtex-escape.ts'

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
  const line = lineOf(title)
  const isPlain = isPlainLine(line)
  if (isPlain && unprotected.test(line)) return line
  const words = isPlain ? line.split(' ').map(plainWord) : wordsOf(charactersOf(line)).map(wordOf)
  const said = words.flatMap(({ plain, core }) => (core === '' ? [] : [plain]))
  const isEnglish = language === undefined || /^en\b/i.test(language)
  if (isShouted(said)) return texOfLine(line)
  const isTitleCase =
    isEnglish &&
    said.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length > said.length * titleCaseFrom
  let first = true
  let begins = true
  const written = words.map((word): Atom => {
    const { plain, core, tex } = word
    if (core === '') return word
    const isSmallAtStart = isEnglish && begins && /^\p{Ll}/u.test(core)
    const isProtected =
      isSmallAtStart ||
      (/\p{Lu}/u.test(core) &&
        (word.isUnit || (isTitleCase ? isOdd(core, first) : hasCapital(core, first))))
    begins = /[:.?!]\P{L}*$/u.test(plain)
    first = false
    return {
      tex: `${word.before}${isProtected ? braced(tex) : tex}${word.after}`,
      plain: core,
    }
  })
  return isPlain ? written.map(({ tex }) => tex).join(' ') : joined(written)
}

/** Two words or more, of which only the first begins with a capital, and no sentence after the first: most titles. */
const unprotected = /^\p{Lu}[^\p{Lu}:.?!]* (?!\p{Lu})[\p{L}\p{N}][^\p{Lu}:.?!]*$/u

/** A word of a title, or what stands between two. */
interface Word extends Atom {
  /** What it begins and ends with beside letters and digits; brackets and full stops are no part of a word. */
  before: string
  after: string
  /** From the first letter or digit to the last; empty where there is none, and then `tex` is all of it. */
  core: string
  /** A formula, and a name in italics (mostly a species'), keep their capitals in any title. */
  isUnit: boolean
}

const parts = /^([^\p{L}\p{N}]*)(.*[\p{L}\p{N}])([^\p{L}\p{N}]*)$/su

/** A word without a sign that TeX knows: it is written as it is. */
function plainWord(word: string): Word {
  const [, before = '', core = '', after = ''] = parts.exec(word) ?? []
  return { plain: word, before, core, after, tex: core === '' ? word : core, isUnit: false }
}

function wordOf(atoms: readonly Atom[]): Word {
  const plain = textOf(atoms)
  const range = coreOf(atoms)
  const core = range ? atoms.slice(range[0], range[1]) : atoms
  return {
    plain: collapse(plain),
    before: range ? joined(atoms.slice(0, range[0])) : '',
    core: range ? textOf(core) : '',
    after: range ? joined(atoms.slice(range[1])) : '',
    tex: joined(core),
    isUnit: core.some((atom) => /^(?:\\textit\{|\$.)/.test(atom.tex) && /\p{Lu}/u.test(atom.plain)),
  }
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map((atom) => atom.plain).join('')
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

/** Where a word's letters and digits begin and end. */
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
