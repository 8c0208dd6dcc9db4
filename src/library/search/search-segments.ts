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

/**
 * How the records of each part answer a query, by place: 0 is not at all, 1 they do, 2 with every word in the title. A phrase
 * that is asked for in one field may stand in another one in them: of a phrase the index knows only that it is there.
 */
export async function searchSegments(
  transaction: Transaction<'readonly' | 'readwrite'>,
  reader: IndexReader,
  parts: readonly Part[],
  asked: Asked,
): Promise<Uint8Array[]> {
  const { words, phrases } = asked.conditions
  const inPhrases = new Set(phrases.flatMap((phrase) => phrase.words))
  // All that is read is asked for at once; then nothing but counting is left.
  const [filters, found, joined] = await Promise.all([
    hasFilters(asked.parsed) ? reader.filters(transaction, parts) : undefined,
    Promise.all(
      words.map((condition, k) => reader.blocks(transaction, parts, condition, inPhrases.has(k))),
    ),
    Promise.all(
      words.map(({ joined }) =>
        joined === undefined
          ? undefined
          : reader.blocks(transaction, parts, { root: joined }, false),
      ),
    ),
  ])
  return parts.map((part, i) => {
    const ranks = searchPart(
      part,
      found.map((of) => of[i] as Found),
      joined.map((of) => of?.[i]),
      asked,
    )
    if (filters) restrictByFilters(ranks, filters[i] as Filters, asked.parsed)
    return ranks
  })
}

function hasFilters({ years, standings, without }: Parsed): boolean {
  return (
    years !== undefined ||
    standings.length > 0 ||
    without.years.length > 0 ||
    without.standings.length > 0
  )
}

/** Room that one part after the other is searched in. */
const room = new Uint8Array(mostRecords)

function searchPart(
  part: Part,
  found: readonly Found[],
  joined: readonly (Found | undefined)[],
  { conditions: { words, phrases } }: Asked,
): Uint8Array {
  const count = part.numbers.length
  const ranks = new Uint8Array(count).fill(words.some((condition) => condition.ranks) ? 2 : 1)
  const fields = room.subarray(0, count)
  for (const [k, condition] of words.entries()) {
    if (condition.must === undefined) continue
    fields.fill(0)
    addFields(found[k] as Found, condition, fields)
    const besides = joined[k]
    if (besides) addFields(besides, condition, fields)
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
  if (part.dead)
    for (let place = 0; place < count; place++) if (part.dead[place] === 1) ranks[place] = 0
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
