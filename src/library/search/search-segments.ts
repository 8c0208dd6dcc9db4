import type { Transaction } from '../open.ts'
import { BlockReader } from './block-reader.ts'
import type { Filters } from './columns.ts'
import { inPhrase } from './in-phrase.ts'
import { type Condition, type Conditions, isAllowed } from './match.ts'
import type { Parsed } from './parse-query.ts'
import { inTitle } from './postings.ts'
import { prefixMark } from './prefixes.ts'
import type { Found, IndexReader, Part } from './reader.ts'
import { mostRecords } from './segment.ts'

/** A query's conditions, and what else it says. */
export interface Asked {
  parsed: Parsed
  conditions: Conditions
}

/** Rows that answer a query, the newest first. */
export interface Hits {
  numbers: Uint32Array
  /** When each was saved, in whole seconds since 1970. */
  seconds: Uint32Array
}

/** What answers a query: what has every word in the title, and the others. */
export type Ranked = [inTitle: Hits, others: Hits]

/**
 * The rows in the index that answer a query. A phrase that is asked for in one field may stand in another one in them: of a
 * phrase the index knows only that it is there.
 */
export async function searchSegments(
  transaction: Transaction<'readonly' | 'readwrite'>,
  reader: IndexReader,
  parts: readonly Part[],
  asked: Asked,
): Promise<Ranked> {
  const { words, phrases } = asked.conditions
  const inPhrases = new Set(phrases.flatMap((phrase) => phrase.words))
  // All that is read is asked for at once; then nothing but counting is left.
  const [filters, ...found] = await Promise.all([
    hasFilters(asked.parsed) ? reader.filters(transaction, parts) : undefined,
    ...words.map((condition, k) => reader.blocks(transaction, parts, condition, inPhrases.has(k))),
  ])
  const ranked: [Hits[], Hits[]] = [[], []]
  for (const [i, part] of parts.entries()) {
    const ranks = searchPart(
      part,
      found.map((of) => of[i] as Found),
      asked,
    )
    if (filters) restrictByFilters(ranks, filters[i] as Filters, asked.parsed)
    const [first, second] = collect(part, ranks)
    ranked[0].push(first)
    ranked[1].push(second)
  }
  return [newestFirst(ranked[0]), newestFirst(ranked[1])]
}

function hasFilters({ years, standing, without }: Parsed): boolean {
  return years !== undefined || standing !== undefined || without.standings.length > 0
}

/** Room that one search after the other works in: a new one for each would be rubbish of megabytes. */
const rooms = {
  ranks: new Uint8Array(mostRecords),
  fields: new Uint8Array(mostRecords),
  first: new Uint32Array(mostRecords),
  second: new Uint32Array(mostRecords),
}

/** For each place of a part: 0 is no, 1 is yes, 2 is yes and in the title. Good until the next call. */
function searchPart(
  part: Part,
  found: readonly Found[],
  { conditions: { words, phrases } }: Asked,
): Uint8Array {
  const count = part.numbers.length
  const ranks = rooms.ranks.subarray(0, count)
  ranks.fill(words.some((condition) => condition.ranks) ? 2 : 1)
  const fields = rooms.fields.subarray(0, count)
  for (const [k, condition] of words.entries()) {
    if (condition.must === undefined) continue
    fields.fill(0)
    addFields(found[k] as Found, condition, fields)
    restrict(ranks, fields, condition)
  }
  for (const phrase of phrases) {
    const own = phrase.words.map((k, at) => ({
      at,
      word: (words[k] as Condition).root,
      found: found[k] as Found,
    }))
    const has = inPhrase(own, ranks)
    for (let place = 0; place < count; place++)
      if ((has[place] === 1) !== phrase.must) ranks[place] = 0
  }
  return ranks
}

/** By place the fields in which a word stands that meets the condition, as bits. */
function addFields({ root, blocks }: Found, { meets }: Condition, into: Uint8Array): void {
  // A beginning's own entry is met as it is.
  const isMet = root.startsWith(prefixMark) ? (word: string) => word === root : meets
  for (const { words } of blocks) {
    const reader = new BlockReader(words)
    while (reader.next()) {
      if (reader.word < root) continue
      if (!reader.word.startsWith(root)) break
      if (isMet(reader.word)) reader.readInto(into)
    }
  }
}

function restrict(
  ranks: Uint8Array,
  met: Uint8Array,
  { fields, must, ranks: isRanked }: Condition,
): void {
  for (let place = 0; place < ranks.length; place++) {
    const bits = met[place] as number
    if (((bits & fields) !== 0) !== must) ranks[place] = 0
    else if (isRanked && (bits & inTitle) === 0 && ranks[place] === 2) ranks[place] = 1
  }
}

function restrictByFilters(ranks: Uint8Array, { years, standings }: Filters, parsed: Parsed): void {
  for (let place = 0; place < ranks.length; place++)
    if (!isAllowed(parsed, years[place] as number, standings[place] as number)) ranks[place] = 0
}

/** The hits of a part, those in the title apart. */
function collect({ numbers, seconds, dead }: Part, ranks: Uint8Array): Ranked {
  const { first, second } = rooms
  let inFirst = 0
  let inSecond = 0
  for (let place = ranks.length - 1; place >= 0; place--) {
    const rank = ranks[place] as number
    if (rank === 0 || dead?.[place] === 1) continue
    if (rank === 2) first[inFirst++] = place
    else second[inSecond++] = place
  }
  const hits = (places: Uint32Array): Hits => ({
    numbers: places.map((place) => numbers[place] as number),
    seconds: places.map((place) => seconds[place] as number),
  })
  return [hits(first.subarray(0, inFirst)), hits(second.subarray(0, inSecond))]
}

/** Hits of several parts as one list; those of parts that follow each other in time are only put behind each other. */
export function newestFirst(lists: readonly Hits[]): Hits {
  const filled = lists.filter(({ numbers }) => numbers.length > 0)
  const [only] = filled
  if (only && filled.length === 1) return only
  filled.sort((a, b) => (b.seconds[0] as number) - (a.seconds[0] as number))
  const isInTurn = filled.every(
    ({ seconds }, i) => i === 0 || (filled[i - 1]?.seconds.at(-1) ?? 0) > (seconds[0] as number),
  )
  const count = filled.reduce((sum, { numbers }) => sum + numbers.length, 0)
  const hits: Hits = { numbers: new Uint32Array(count), seconds: new Uint32Array(count) }
  if (isInTurn) {
    let at = 0
    for (const { numbers, seconds } of filled) {
      hits.numbers.set(numbers, at)
      hits.seconds.set(seconds, at)
      at += numbers.length
    }
    return hits
  }
  const next = filled.map(() => 0)
  for (let at = 0; at < count; at++) {
    let newest = -1
    for (let i = 0; i < filled.length; i++) if (isNewer(filled, next, i, newest)) newest = i
    const { numbers, seconds } = filled[newest] as Hits
    const from = next[newest] as number
    hits.numbers[at] = numbers[from] as number
    hits.seconds[at] = seconds[from] as number
    next[newest] = from + 1
  }
  return hits
}

/** True where the next hit of list `i` stands before that of list `j`, or where `j` is none yet. */
function isNewer(lists: readonly Hits[], next: readonly number[], i: number, j: number): boolean {
  const mine = (lists[i] as Hits).seconds[next[i] as number]
  if (mine === undefined) return false
  if (j < 0) return true
  const other = (lists[j] as Hits).seconds[next[j] as number] as number
  if (mine !== other) return mine > other
  const numberOf = (k: number): number => (lists[k] as Hits).numbers[next[k] as number] as number
  return numberOf(i) > numberOf(j)
}
