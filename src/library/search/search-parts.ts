import type { Transaction } from '../open.ts'
import { type Condition, isAllowed, type Rank } from './match.ts'
import type { Parsed } from './parse-query.ts'
import { BlockReader, inTitle } from './postings.ts'
import type { IndexReader, Part } from './reader.ts'

/** Where a record stands in an answer: those with a lower rank first, then the newest. */
export interface Standing {
  rank: Rank
  /** When it was saved, in whole seconds since 1970. */
  second: number
  segment: number
  place: number
}

/** The first records that answer a query, and how many do in all. */
export interface Top {
  hits: Standing[]
  total: number
}

/** True where a record stands before another one. */
export function isBefore(a: Standing, b: Standing): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank
  if (a.second !== b.second) return a.second > b.second
  return a.segment !== b.segment ? a.segment > b.segment : a.place > b.place
}

/** The records of the index that answer a query, phrases apart: at most `limit` of those behind `after`. */
export async function searchParts(
  transaction: Transaction<'readonly' | 'readwrite'>,
  reader: IndexReader,
  parts: readonly Part[],
  query: { parsed: Parsed; conditions: readonly Condition[] },
  page: { after: Standing | undefined; limit: number },
): Promise<Top> {
  const { conditions } = query
  // All that is read is asked for at once; then nothing but counting is left.
  const blocks = await Promise.all(
    conditions.map(({ root }) => reader.blocks(transaction, parts, root)),
  )
  const top: Top = { hits: [], total: 0 }
  for (const [i, part] of parts.entries()) {
    const met = conditions.map((condition, k) =>
      recordsThatMeet(condition, blocks[k]?.[i] ?? [], part.head.count),
    )
    collect(top, part, met, query, page)
  }
  return top
}

/** For each place of a part, the fields in which a condition is met, as bits. */
function recordsThatMeet(
  { root, meets }: Condition,
  blocks: readonly Uint8Array[],
  count: number,
): Uint8Array {
  const met = new Uint8Array(count)
  for (const block of blocks) {
    const reader = new BlockReader(block)
    while (reader.next()) {
      if (reader.word < root) continue
      if (!reader.word.startsWith(root)) break
      if (meets(reader.word)) reader.readInto(met)
    }
  }
  return met
}

function collect(
  top: Top,
  { head, dead }: Part,
  met: readonly Uint8Array[],
  { parsed, conditions }: { parsed: Parsed; conditions: readonly Condition[] },
  { after, limit }: { after: Standing | undefined; limit: number },
): void {
  const ranked = conditions.some(({ ranks }) => ranks)
  for (let place = head.count - 1; place >= 0; place--) {
    if (dead && ((dead[place >> 3] as number) >> (place & 7)) & 1) continue
    let rank: Rank = ranked ? 0 : 1
    let isMet = true
    for (let k = 0; k < conditions.length && isMet; k++) {
      const { fields, must, ranks } = conditions[k] as Condition
      const found = (met[k] as Uint8Array)[place] as number
      isMet = ((found & fields) !== 0) === must
      if (ranks && (found & inTitle) === 0) rank = 1
    }
    if (!isMet) continue
    if (!isAllowed(parsed, head.years[place] as number, head.standings[place] as number)) continue
    top.total += 1
    const second = head.base + (head.saved[place] as number)
    const last = top.hits.at(-1)
    // Most of many hits are behind the page's last one, and this is asked a hundred thousand times.
    if (last && top.hits.length >= limit) {
      if (rank > last.rank || (rank === last.rank && second < last.second)) continue
    }
    const hit: Standing = { rank, second, segment: head.segment, place }
    if (after && !isBefore(after, hit)) continue
    insert(top.hits, hit, limit)
  }
}

function insert(hits: Standing[], hit: Standing, limit: number): void {
  let at = hits.length
  while (at > 0 && isBefore(hit, hits[at - 1] as Standing)) at--
  if (at >= limit) return
  hits.splice(at, 0, hit)
  if (hits.length > limit) hits.pop()
}
