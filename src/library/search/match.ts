import {
  assessedBit,
  decisionBits,
  type IndexedRecord,
  lackBits,
  standingNumbers,
  tagMark,
} from './indexed.ts'
import type { Field, Parsed, Phrase, Word } from './parse-query.ts'
import { inAbstract, inAuthors, inJournal, inNote, inTags, inTitle } from './postings.ts'
import { isPrefix } from './prefixes.ts'
import type { Standing } from './query-values.ts'
import { joinedMark, namedParts, stem } from './words.ts'

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
  /** The beginning that is an entry of the index by itself, where the condition is that and nothing else. */
  prefix?: string
  /** True where no other word than `root` meets it. */
  whole?: boolean
  /** What words begin with that meet it too, with `joinedMark`. */
  joined?: string
  meets: (word: string) => boolean
  /** The fields in which it is met, as bits. */
  fields: number
  /** A record must meet it, or must not; absent where only a phrase asks for the word. */
  must?: boolean
  /** True where a hit in the title puts a record before others. */
  ranks: boolean
}

/** Words that must stand one behind the other, or must not, as places in `Conditions.words`. */
export interface PhraseCondition {
  words: number[]
  must: boolean
}

/** What a query asks of a record's words. */
export interface Conditions {
  words: Condition[]
  phrases: PhraseCondition[]
}

/** The conditions of a query; a phrase that must be there gives one for each of its words, too. */
export function conditionsOf(parsed: Parsed): Conditions {
  const tag = (name: string, must: boolean): Condition => {
    const whole = `${tagMark}${name}`
    return {
      root: whole,
      whole: true,
      meets: (word) => word === whole,
      fields: inTags,
      must,
      ranks: false,
    }
  }
  const words = [
    ...parsed.words.map((word) => conditionOf(word, true)),
    ...parsed.tags.map((name) => tag(name, true)),
    ...parsed.without.words.map((word) => conditionOf(word, false)),
    ...parsed.without.tags.map((name) => tag(name, false)),
  ]
  const phraseOf = ({ words: own, field }: Phrase, must: boolean): PhraseCondition => ({
    words: own.map((word) => {
      const { must: _, ...condition } = conditionOf({ word, field, match: 'whole' }, true)
      return words.push(must ? { ...condition, must } : { ...condition, ranks: false }) - 1
    }),
    must,
  })
  const phrases = [
    ...parsed.phrases.map((phrase) => phraseOf(phrase, true)),
    // A record may have it in another field, which the records themselves are asked for.
    ...parsed.without.phrases.filter(isAnywhere).map((phrase) => phraseOf(phrase, false)),
  ]
  return { words, phrases }
}

/** True where the index alone can tell whether a record answers: it does not say in which field a phrase stands. */
export function isExact({ phrases, without }: Parsed): boolean {
  return [...phrases, ...without.phrases].every(isAnywhere)
}

function isAnywhere({ field }: Phrase): boolean {
  return field === 'anywhere'
}

function conditionOf({ word, field, match }: Word, must: boolean): Condition {
  const fields = fieldBits[field]
  const ranks = must && (fields & inTitle) !== 0
  if (match === 'whole')
    return { root: word, whole: true, meets: (other) => other === word, fields, must, ranks }
  if (match === 'beginning' && isPrefix(word))
    return {
      root: word,
      prefix: word,
      meets: (other) => other.startsWith(word),
      fields,
      must,
      ranks,
    }
  const own = stem(word)
  const begins = match === 'beginning'
  const condition: Condition = {
    root: rootOf(word, own),
    meets: (other) => (begins && other.startsWith(word)) || other === word || stem(other) === own,
    fields,
    must,
    ranks,
  }
  if (!begins || !namedParts(word)) return condition
  const joined = joinedMark + word
  return {
    ...condition,
    joined,
    meets: (other) => other.startsWith(joined) || condition.meets(other),
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
  if (without.years.some(({ from, to }) => year !== 0 && from <= year && year <= to)) return false
  if (!parsed.standings.every((one) => isOf(one, standing))) return false
  return !without.standings.some((one) => isOf(one, standing))
}

function isOf(one: Standing, standing: number): boolean {
  if (one === 'assessed') return (standing & assessedBit) !== 0
  if (one === 'no-doi' || one === 'no-abstract') return (standing & lackBits[one]) !== 0
  return (standing & decisionBits) === standingNumbers[one]
}

/** What puts a record among others: 2 where the title has every word, else 1. */
export type Rank = 1 | 2

/** How a record by itself answers a query, its phrases apart; undefined where it does not. */
export function rankOf(
  record: IndexedRecord,
  parsed: Parsed,
  { words }: Conditions,
): Rank | undefined {
  if (!isAllowed(parsed, record.year, record.standing)) return undefined
  let inTitles = true
  for (const { meets, fields, must, ranks } of words) {
    if (must === undefined) continue
    let found = 0
    record.words.forEach((word, bits) => {
      if (meets(word)) found |= bits
    })
    if (((found & fields) !== 0) !== must) return undefined
    if (ranks && (found & inTitle) === 0) inTitles = false
  }
  return inTitles && words.some(({ ranks }) => ranks) ? 2 : 1
}
