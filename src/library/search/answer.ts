import type { LibraryRecord } from '../../item/record.ts'
import { toRecord } from '../document.ts'
import type { Transaction } from '../open.ts'
import { newestRows } from '../pages.ts'
import { getMany } from '../requests.ts'
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

/** What an answer by the index is read from. */
const indexStores = [
  'searchState',
  'segments',
  'blocks',
  'segmentIds',
  'dead',
  'unindexed',
  'records',
] as const

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
      const [parts, fresh] = await Promise.all([
        reader.parts(transaction),
        freshHits(transaction, asked),
      ])
      return parts && answerByIndex(transaction, reader, { parts, fresh }, asked, page)
    }, indexStores)
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
  { parts, fresh }: { parts: readonly Part[]; fresh: readonly Hit[] },
  asked: Asked,
  { after: from, limit }: Page,
): Promise<Answer> {
  const { phrases, without } = asked.parsed
  const verifies = phrases.length + without.phrases.length > 0
  const after = from === undefined ? undefined : readPlace(from)
  const size = verifies ? mostVerified : limit + 1
  const top = await searchParts(transaction, reader, parts, asked, { after, limit: size })
  const isLast = top.hits.length < size
  const end = isLast ? undefined : top.hits.at(-1)
  // What is not in the index yet stands among the others by its rank and time.
  const own = fresh.filter(
    (hit) => (!after || isBefore(after, hit)) && (!end || isBefore(hit, end)),
  )
  const hits = [...top.hits, ...own].sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const total = from === undefined && !verifies ? { total: top.total + fresh.length } : {}
  if (!verifies) {
    const rows = hits.slice(0, limit)
    const next = hits.length > limit ? rows.at(-1) : undefined
    return { ids: await idsOf(transaction, reader, rows), ...total, ...placed(next) }
  }
  const kept: { id: string; hit: Hit }[] = []
  let looked: Hit | undefined
  for (let at = 0; at < hits.length && kept.length <= limit; at += limit * 2) {
    const part = hits.slice(at, at + limit * 2)
    const ids = await idsOf(transaction, reader, part)
    const documents = await getMany(transaction, 'records', ids)
    for (const [i, hit] of part.entries()) {
      if (kept.length > limit) break
      looked = hit
      const document = documents[i]
      if (document && hasPhrases(toRecord(document, document.ids), asked.parsed))
        kept.push({ id: document.id, hit })
    }
  }
  const rows = kept.slice(0, limit)
  const next = kept.length > limit ? rows.at(-1)?.hit : isLast ? undefined : looked
  return { ids: rows.map(({ id }) => id), ...placed(next) }
}

async function idsOf(
  transaction: Transaction,
  reader: IndexReader,
  hits: readonly Hit[],
): Promise<string[]> {
  const indexed = hits.filter(({ id }) => id === undefined)
  const ids = await reader.ids(transaction, indexed)
  const known = new Map(indexed.map((hit, i) => [hit, ids[i] ?? '']))
  return hits.map((hit) => hit.id ?? known.get(hit) ?? '')
}

function placed(next: Standing | undefined): Pick<Answer, 'next'> {
  return next ? { next: writePlace(next) } : {}
}

/** The records that were saved since the index was last caught up, as far as they answer. */
async function freshHits(transaction: Transaction, asked: Asked): Promise<Hit[]> {
  const ids = await transaction.objectStore('unindexed').getAllKeys()
  const documents = await getMany(transaction, 'records', ids)
  const hits: Hit[] = []
  for (const [place, id] of ids.entries()) {
    const document = documents[place]
    const rank = document && rankIn(toRecord(document, document.ids), asked)
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
      const ids = rows.map(({ id }) => id)
      return { rows, documents: await getMany(transaction, 'records', ids) }
    })
    page.signal?.throwIfAborted()
    for (const document of read.documents) {
      const record = document && toRecord(document, document.ids)
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
