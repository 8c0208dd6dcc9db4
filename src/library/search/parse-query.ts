import { fold } from '../../text/fold.ts'
import { foldTag } from '../tags.ts'
import { isTailOf, wordsOf } from './words.ts'

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

/** What a reader decided, or `unread`. */
export type Standing = 'unread' | 'include' | 'maybe' | 'exclude'

/** A query as it was typed, taken apart. */
export interface Parsed {
  words: Word[]
  phrases: Phrase[]
  /** Folded. */
  tags: string[]
  years?: { from: number; to: number }
  standing?: Standing
  /** What a record must not have. */
  without: { words: Word[]; phrases: Phrase[]; tags: string[]; standings: Standing[] }
}

/** More text than this is a paragraph that was pasted into the search field, in UTF-16 units; and more words. */
const longest = 2_000
const mostTerms = 24

/** A minus, a field with its colon, and a quoted or plain value; what is left open at the end is being typed. */
const term =
  /(?<minus>-)?(?:(?<field>\p{L}+):)?(?:["“”«»](?<quoted>[^"“”«»]*)(?<closed>["“”«»])?|(?<plain>[^\s"“”«»]+))/gu

/**
 * A query of PRODUCT.md's language: words, `"a phrase"`, `-word`, `tag:roofs`, `tag:"two words"`, `author:roe`,
 * `title:`, `journal:`, `note:`, `year:2014-2018`, `is:unread`. Whatever is typed is a query: what has another field's
 * name, or no valid value, is words.
 */
export function parseQuery(text: string): Parsed {
  const parsed: Parsed = {
    words: [],
    phrases: [],
    tags: [],
    without: { words: [], phrases: [], tags: [], standings: [] },
  }
  let terms = 0
  for (const { groups = {} } of text.slice(0, longest).matchAll(term)) {
    if (++terms > mostTerms) break
    const { minus, field, quoted, closed, plain } = groups
    addTerm(parsed, {
      isExcluded: minus !== undefined,
      field: field?.toLowerCase(),
      written: field,
      value: quoted ?? plain ?? '',
      isQuoted: quoted !== undefined,
      isClosed: closed !== undefined,
    })
  }
  return parsed
}

interface Term {
  isExcluded: boolean
  /** The word before the colon, in lower case, and as it was written. */
  field: string | undefined
  written: string | undefined
  value: string
  isQuoted: boolean
  /** False where the second quotation mark is still to come. */
  isClosed: boolean
}

const fields: ReadonlySet<string> = new Set(['author', 'title', 'journal', 'note'])

/** A field whose value is still to be typed. */
const halfTyped = /^(?:tag|author|title|journal|note|year|is):$/i

function addTerm(parsed: Parsed, each: Term): void {
  const { field, value, isExcluded } = each
  if (halfTyped.test(value)) return
  if (field === 'tag') {
    const tag = foldTag(value.trim())
    if (tag !== '') (isExcluded ? parsed.without.tags : parsed.tags).push(tag)
    return
  }
  if (field === 'year' && !isExcluded) {
    const years = yearsOf(value)
    if (years) {
      parsed.years = years
      return
    }
  }
  if (field === 'is') {
    const standing = standings.find((one) => one === fold(value))
    if (standing) {
      if (isExcluded) parsed.without.standings.push(standing)
      else parsed.standing = standing
      return
    }
  }
  if (field !== undefined && fields.has(field)) addWords(parsed, each, field as Field, value)
  // A title may hold a colon: `dengue:africa`.
  else addWords(parsed, each, 'anywhere', field === undefined ? value : `${each.written}:${value}`)
}

const standings: readonly Standing[] = ['unread', 'include', 'maybe', 'exclude']

/** `2014`, `2014-2018`, `2014-`, `-2018`. */
function yearsOf(value: string): { from: number; to: number } | undefined {
  const found = /^(\d{4})?([-–]?)(\d{4})?$/.exec(value)
  if (!found || value === '' || /^[-–]$/.test(value)) return undefined
  const [, from, dash, to] = found
  if (!dash)
    return from !== undefined && to === undefined
      ? { from: Number(from), to: Number(from) }
      : undefined
  return { from: Number(from ?? 0), to: Number(to ?? 9999) }
}

/** The shortest word that stands for all that begin so, unless it is the one being typed. */
const leastPrefix = 2

function addWords(
  parsed: Parsed,
  { isExcluded, isQuoted }: Term,
  field: Field,
  text: string,
): void {
  const into = isExcluded ? parsed.without : parsed
  const words = wordsOf(text)
  // The last sign of a Chinese or Japanese run is a word by itself; in a longer run it would be one with the next sign.
  if (isQuoted && words.length > 1 && isTailOf(words.at(-1) ?? '', words.at(-2) ?? '')) words.pop()
  if (isQuoted && words.length > 1) {
    into.phrases.push({ words, field })
    return
  }
  for (const [i, word] of words.entries()) {
    // Of `b-cell` the first part is whole.
    const isPart = i < words.length - 1 && word.length < leastPrefix
    const match = isQuoted || isPart ? 'whole' : isExcluded ? 'forms' : 'beginning'
    into.words.push({ word, field, match })
  }
}
