import { fold } from '../../text/fold.ts'
import { foldTag } from '../tags.ts'
import { type QueryTerm, queryTerms } from './query-terms.ts'
import { decisions, type Standing, standingOf, type Years, yearsOf } from './query-values.ts'
import { isSign, isTailOf, wordsOf, writtenWords } from './words.ts'

/** What a word is looked for in. */
export type Field = 'anywhere' | 'author' | 'title' | 'journal' | 'note'

/** A word that must stand somewhere, or must not. */
export interface Word {
  /** As the index has it. */
  word: string
  field: Field
  /** Whether this very word is meant, its other forms too, or any word that begins so. */
  match: 'whole' | 'forms' | 'beginning'
}

/** Words that must stand one behind the other, the first and the last whole. */
export interface Phrase {
  words: string[]
  field: Field
}

/** A query as it was typed, taken apart. */
export interface Parsed {
  words: Word[]
  phrases: Phrase[]
  /** Folded. */
  tags: string[]
  years?: Years
  /** One decision at most. */
  standings: Standing[]
  /** What a record must not have. */
  without: {
    words: Word[]
    phrases: Phrase[]
    tags: string[]
    years: Years[]
    standings: Standing[]
  }
}

/**
 * A query of PRODUCT.md's language: words, `"a phrase"`, `-word`, `tag:roofs`, `tag:"two words"`, `tag:half\"` (a
 * quotation mark of the tag's own behind a backslash), `author:roe`,
 * `title:`, `journal:`, `note:`, `year:2014-2018`, `is:unread`, `is:assessed`, `no:doi`, `no:abstract`. Whatever is typed is a
 * query: what has another field's name, or no valid value, is words.
 */
export function parseQuery(text: string): Parsed {
  const parsed: Parsed = {
    words: [],
    phrases: [],
    tags: [],
    standings: [],
    without: { words: [], phrases: [], tags: [], years: [], standings: [] },
  }
  const unheard: Word[] = []
  for (const term of queryTerms(text)) addTerm(parsed, unheard, term)
  // Beside words, signs that are none are passed over; alone they are asked for and found nowhere.
  if (isEmpty(parsed)) parsed.words.push(...unheard)
  return parsed
}

/** True for a query that asks for nothing, as while its first word is still to be typed. */
export function isEmpty({ words, phrases, tags, years, standings, without }: Parsed): boolean {
  return (
    years === undefined &&
    [words, phrases, tags, standings, ...Object.values(without)].every((list) => list.length === 0)
  )
}

const fields: ReadonlySet<string> = new Set(['author', 'title', 'journal', 'note'])

/** What is still to be typed: a field's value, or what must not be there. */
const halfTyped = /^(?:(?:tag|author|title|journal|note|year|is|no):|-)?$/i

/** Adds what a term asks for to `parsed`; to `unheard` where no text can have it. */
function addTerm(parsed: Parsed, unheard: Word[], each: QueryTerm): void {
  const { field, value, isExcluded } = each
  if (halfTyped.test(value)) return
  if (field === 'tag') {
    const tag = foldTag(value.trim())
    if (tag !== '') (isExcluded ? parsed.without.tags : parsed.tags).push(tag)
    return
  }
  if (field === 'year') {
    const years = yearsOf(value)
    if (years) {
      if (isExcluded) parsed.without.years.push(years)
      else parsed.years = years
      return
    }
  }
  if (field === 'is' || field === 'no') {
    const standing = standingOf(field, value)
    if (standing) {
      if (isExcluded) parsed.without.standings.push(standing)
      // Of two decisions the one that was typed last is meant.
      else parsed.standings = [...parsed.standings.filter(isBeside(standing)), standing]
      return
    }
  }
  const isField = field !== undefined && fields.has(field)
  // A title may hold a colon: `dengue:africa`.
  const text = field === undefined || isField ? value : `${each.written}:${value}`
  const within = isField ? (field as Field) : 'anywhere'
  if (addWords(parsed, each, within, text) || isExcluded) return
  unheard.push({ word: fold(text), field: within, match: 'whole' })
}

function isBeside(standing: Standing): (other: Standing) => boolean {
  return decisions.includes(standing)
    ? (other) => !decisions.includes(other)
    : (other) => other !== standing
}

/** The shortest word that stands for all that begin so, unless it is the one being typed. */
const leastPrefix = 2

/** False where the text has no word. */
function addWords(
  parsed: Parsed,
  { isExcluded, isQuoted }: QueryTerm,
  field: Field,
  text: string,
): boolean {
  const into = isExcluded ? parsed.without : parsed
  const words = wordsOf(text)
  // What must not be there is no more than what was said: of `-b-cell` neither each `b` nor each cell.
  const isWhole = isQuoted || isExcluded
  // The last sign of a Chinese or Japanese run is a word by itself; in a longer run it would be one with the next sign.
  if (isWhole && words.length > 1 && isTailOf(words.at(-1) ?? '', words.at(-2) ?? '')) words.pop()
  if (isWhole && words.length > 1) {
    into.phrases.push({ words, field })
    return true
  }
  const written = isWhole ? words : writtenWords(text)
  for (const [i, word] of written.entries()) {
    // Of `b-cell` the first part is whole.
    const isPart = i < written.length - 1 && word.length < leastPrefix
    const match = isQuoted || isPart ? 'whole' : isExcluded ? 'forms' : 'beginning'
    // One sign of Chinese or Japanese is a word only at the end of its run; everywhere else it begins one.
    into.words.push({ word, field, match: isSign(word) ? 'beginning' : match })
  }
  return words.length > 0
}
