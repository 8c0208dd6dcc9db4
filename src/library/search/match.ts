import { type IndexedRecord, standingNumbers, tagMark } from './indexed.ts'
import { isLetter, letterMark } from './letters.ts'
import type { Field, Parsed, Word } from './parse-query.ts'
import { inAbstract, inAuthors, inJournal, inNote, inTags, inTitle } from './postings.ts'
import { stem } from './words.ts'

/** The fields of the index in which each kind of word is looked for, as bits. */
export const fieldBits: Readonly<Record<Field, number>> = {
  anywhere: inTitle | inAbstract | inAuthors | inJournal | inNote | inTags,
  title: inTitle,
  author: inAuthors,
  journal: inJournal,
  note: inNote,
}

/** One condition on a record's words, and what it means that it holds. */
export interface Condition {
  /** Every word that meets it begins so. */
  root: string
  meets: (word: string) => boolean
  /** The fields in which it is met, as bits. */
  fields: number
  /** A record must meet it, or must not. */
  must: boolean
  /** True where a hit in the title puts a record before others. */
  ranks: boolean
}

/** The conditions of a query on words and tags; phrases give one for each of their words. */
export function conditionsOf(parsed: Parsed): Condition[] {
  const tag = (name: string, must: boolean): Condition => {
    const whole = `${tagMark}${name}`
    return { root: whole, meets: (word) => word === whole, fields: inTags, must, ranks: false }
  }
  const inPhrases = parsed.phrases.flatMap(({ words, field }) =>
    words.map((word): Word => ({ word, field, match: 'whole' })),
  )
  return [
    ...[...parsed.words, ...inPhrases].map((word) => conditionOf(word, true)),
    ...parsed.tags.map((name) => tag(name, true)),
    ...parsed.without.words.map((word) => conditionOf(word, false)),
    ...parsed.without.tags.map((name) => tag(name, false)),
  ]
}

function conditionOf({ word, field, match }: Word, must: boolean): Condition {
  const fields = fieldBits[field]
  const ranks = must && (fields & inTitle) !== 0
  if (match === 'whole')
    return { root: word, meets: (other) => other === word, fields, must, ranks }
  if (match === 'beginning' && isLetter(word)) {
    const root = letterMark + word
    return { root, meets: (other) => other === root || other.startsWith(word), fields, must, ranks }
  }
  const own = stem(word)
  const begins = match === 'beginning'
  return {
    root: rootOf(word, own),
    meets: (other) => (begins && other.startsWith(word)) || other === word || stem(other) === own,
    fields,
    must,
    ranks,
  }
}

/** What a word and all with its stem begin with: `studies` and `study` with `stud`. */
function rootOf(word: string, own: string): string {
  if (/[^a-z]/.test(word)) return word
  const bare = own.endsWith('y') ? own.slice(0, -1) : own
  return word.startsWith(bare) ? bare : word
}

/** True where a record's year and standing are what the query asks for. */
export function isAllowed(parsed: Parsed, year: number, standing: number): boolean {
  const { years, without } = parsed
  if (years && (year === 0 || year < years.from || year > years.to)) return false
  if (parsed.standing !== undefined && standingNumbers[parsed.standing] !== standing) return false
  return without.standings.every((one) => standingNumbers[one] !== standing)
}

/** What puts a record among others: 0 where the title has every word, else 1. */
export type Rank = 0 | 1

/** How a record by itself answers a query, its phrases apart; undefined where it does not. */
export function rankOf(
  record: IndexedRecord,
  parsed: Parsed,
  conditions: readonly Condition[],
): Rank | undefined {
  if (!isAllowed(parsed, record.year, record.standing)) return undefined
  let inTitles = true
  for (const { meets, fields, must, ranks } of conditions) {
    let found = 0
    record.words.forEach((bits, word) => {
      if (meets(word)) found |= bits
    })
    if (((found & fields) !== 0) !== must) return undefined
    if (ranks && (found & inTitle) === 0) inTitles = false
  }
  return inTitles && conditions.some(({ ranks }) => ranks) ? 0 : 1
}
