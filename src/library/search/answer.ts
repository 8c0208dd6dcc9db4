import type { LibraryRecord } from '../../item/record.ts'
import { toRecord } from '../document.ts'
import type { Transaction } from '../open.ts'
import { newestRows } from '../pages.ts'
import type { Store } from '../store.ts'
import { indexedRecord } from './indexed.ts'
import { type Condition, conditionsOf, rankOf } from './match.ts'
import type { Parsed } from './parse-query.ts'
import { hasPhrases } from './phrase.ts'
import { IndexDamaged, type IndexReader, type Part } from './reader.ts'
import { isBefore, type Standing, searchParts } from './search-parts.ts'
import { spoilIndex } from './update.ts'

/** One page of an answer: ids in order. */
export interface Answer {
  ids: string[]
  /** How many there are on all pages; on the first page only, and not where a phrase is looked for. */
  total?: number
  next?: string
}

interface Page {
  after: string | undefined
  limit: number
  signal: AbortSignal | undefined
}

interface Asked {
  parsed: Parsed
  conditions: readonly Condition[]
}

/** A record of an answer. */
interface Hit extends Standing {
  id?: string
}

/** Records whose text is looked at for a phrase before a page is given as it is, with the place where to go on. */
const mostVerified = 600

/** Records that are read in one transaction where all are looked at. */
const chunk = 100

/** What stands for the part of records that are not in the index yet: behind every part. */
const noSegment = 2 ** 31

/** The ids that answer a query. Where the index is missing or damaged each record is looked at, and the index is to be made anew. */
export async function answerQuery(
  store: Store,
  reader: IndexReader,
  parsed: Parsed,
  page: Page,
): Promise<Answer> {
  const asked: Asked = { parsed, conditions: conditionsOf(parsed) }
  try {
    const answer = await store.read(async (transaction) => {
      const parts = await reader.parts(transaction)
      return parts && answerByIndex(transaction, reader, parts, asked, page)
    })
    if (answer) return answer
  } catch (error) {
    if (!(error instanceof IndexDamaged)) throw error
    await store.write('relaxed', (change) => spoilIndex(change.transaction))
  }
  return answerByLooking(store, asked, page)
}

async function answerByIndex(
  transaction: Transaction,
  reader: IndexReader,
  parts: readonly Part[],
  asked: Asked,
  { after: from, limit }: Page,
): Promise<Answer> {
  const { phrases, without } = asked.parsed
  const verifies = phrases.length + without.phrases.length > 0
  const fresh = await freshHits(transaction, asked)
  const kept: Hit[] = []
  let after = from === undefined ? undefined : readPlace(from)
  let total: number | undefined
  let looked = 0
  for (;;) {
    const size = verifies ? limit * 2 : limit + 1
    const top = await searchParts(transaction, reader, parts, asked, { after, limit: size })
    const ids = await reader.ids(transaction, top.hits)
    const begin = after
    const isLast = top.hits.length < size
    const end = isLast ? undefined : top.hits.at(-1)
    // What is not in the index yet stands among the others by its rank and time.
    const own = fresh.filter(
      (hit) => (!begin || isBefore(begin, hit)) && (!end || isBefore(hit, end)),
    )
    const hits = [...top.hits.map((hit, i): Hit => ({ ...hit, id: ids[i] ?? '' })), ...own].sort(
      (a, b) => (isBefore(a, b) ? -1 : 1),
    )
    total ??= top.total + fresh.length
    const records = transaction.objectStore('records')
    const documents = verifies ? await Promise.all(hits.map(({ id = '' }) => records.get(id))) : []
    for (const [i, hit] of hits.entries()) {
      if (kept.length > limit) break
      after = hit
      looked += 1
      const document = documents[i]
      if (verifies && !(document && hasPhrases(toRecord(document), asked.parsed))) continue
      kept.push(hit)
    }
    if (isLast || kept.length > limit || looked >= mostVerified || !verifies) {
      const rows = kept.slice(0, limit)
      const goesOn = kept.length > limit ? rows.at(-1) : isLast ? undefined : after
      return {
        ids: rows.map(({ id }) => id ?? ''),
        ...(from === undefined && !verifies ? { total } : {}),
        ...(goesOn ? { next: writePlace(goesOn) } : {}),
      }
    }
  }
}

/** The records that were saved since the index was last caught up, as far as they answer. */
async function freshHits(transaction: Transaction, asked: Asked): Promise<Hit[]> {
  const ids = await transaction.objectStore('unindexed').getAllKeys()
  const records = transaction.objectStore('records')
  const hits: Hit[] = []
  for (const [place, id] of ids.entries()) {
    const document = await records.get(id)
    const rank = document && rankIn(toRecord(document), asked)
    if (rank) hits.push({ ...rank, id, segment: noSegment, place })
  }
  return hits
}

function rankIn(
  record: LibraryRecord,
  { parsed, conditions }: Asked,
): Pick<Standing, 'rank' | 'second'> | undefined {
  const indexed = indexedRecord(record)
  const rank = rankOf(indexed, parsed, conditions)
  return rank === undefined ? undefined : { rank, second: Math.floor(indexed.saved / 1000) }
}

/** The same by looking at every record, newest first: slow, and right whatever has become of the index. */
async function answerByLooking(store: Store, asked: Asked, page: Page): Promise<Answer> {
  const hits: Hit[] = []
  let last: string | undefined
  for (;;) {
    const from = last
    const read = await store.read(async (transaction) => {
      const rows = await newestRows(transaction, from, chunk)
      const records = transaction.objectStore('records')
      const documents = await Promise.all(rows.map(({ id }) => records.get(id)))
      return { rows, documents }
    })
    page.signal?.throwIfAborted()
    for (const document of read.documents) {
      const record = document && toRecord(document)
      const rank = record && rankIn(record, asked)
      if (rank && hasPhrases(record, asked.parsed))
        hits.push({ ...rank, id: record.id, segment: 0, place: -hits.length })
    }
    last = read.rows.at(-1)?.order
    if (read.rows.length < chunk || last === undefined) break
  }
  const sorted = hits.sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const after = page.after === undefined ? undefined : readPlace(page.after)
  const behind = sorted.filter((hit) => !after || isBefore(after, hit))
  const rows = behind.slice(0, page.limit)
  const goesOn = behind.length > page.limit ? rows.at(-1) : undefined
  return {
    ids: rows.map(({ id }) => id ?? ''),
    ...(page.after === undefined ? { total: sorted.length } : {}),
    ...(goesOn ? { next: writePlace(goesOn) } : {}),
  }
}

function writePlace({ rank, second, segment, place }: Standing): string {
  return [rank, second, segment, place].join(' ')
}

function readPlace(text: string): Standing {
  const [rank = 0, second = 0, segment = 0, place = 0] = text.split(' ').map(Number)
  return { rank: rank === 0 ? 0 : 1, second, segment, place }
}
