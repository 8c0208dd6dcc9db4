import type { Transaction } from '../open.ts'
import { bareStore, resultsOf } from '../requests.ts'
import type { StoredSegment } from '../schema.ts'
import { checksum } from './checksum.ts'
import { type Filters, type Order, unpackOrder } from './columns.ts'
import { IndexDamaged } from './index-damaged.ts'
import type { Segment } from './segment.ts'
import { sumOfFilters, sumOfHead } from './segment-sums.ts'

type Reading = Transaction<'readonly' | 'readwrite'>

/** A segment's own row and the order of its records, or `IndexDamaged`. */
export async function readHead(
  transaction: Reading,
  segment: number,
): Promise<{ head: StoredSegment } & Order> {
  const [head, packed] = await resultsOf<StoredSegment | Uint8Array | undefined>([
    bareStore(transaction, 'segments').get(segment),
    bareStore(transaction, 'orders').get(segment),
  ])
  if (!head || head instanceof Uint8Array || head.sum !== sumOfHead(head))
    throw new IndexDamaged(`segment ${segment}`)
  const bytes = head.inline?.order ?? packed
  const order =
    bytes instanceof Uint8Array && (head.inline || checksum(bytes) === head.sums?.order)
      ? unpackOrder(bytes, head.count)
      : undefined
  if (!order) throw new IndexDamaged(`order of segment ${segment}`)
  return { head, ...order }
}

/** What a segment's records are filtered by, or `IndexDamaged`. */
export async function readFilters(
  transaction: Reading,
  { segment, count, inline, sums }: StoredSegment,
): Promise<Filters> {
  if (inline) return inline.filters
  const [filters] = await resultsOf<Filters | undefined>([
    bareStore(transaction, 'filters').get(segment),
  ])
  if (
    filters?.years.length !== count ||
    filters.standings.length !== count ||
    filters.titles.length !== count ||
    sumOfFilters(filters) !== sums?.filters
  )
    throw new IndexDamaged(`filters of segment ${segment}`)
  return filters
}

/** All of a segment, or `IndexDamaged`. */
export async function readSegment(transaction: Reading, segment: number): Promise<Segment> {
  const { head, ...order } = await readHead(transaction, segment)
  const { first, prefixes, inline, sums } = head
  const all = IDBKeyRange.bound([segment], [segment, []])
  const [filters, [words = [], positions = []]] = await Promise.all([
    readFilters(transaction, head),
    inline
      ? [inline.words, inline.positions]
      : resultsOf<Uint8Array[]>([
          bareStore(transaction, 'blocks').getAll(all),
          bareStore(transaction, 'positions').getAll(all),
        ]),
  ])
  if (words.length !== first.length || positions.length !== first.length)
    throw new IndexDamaged(`blocks of segment ${segment}`)
  const blocks = first.map((_, n) => ({
    words: whole(words[n], sums?.blocks[n]),
    positions: whole(positions[n], sums?.positions[n]),
  }))
  return { ...order, ...filters, first, prefixes, blocks }
}

/** The bytes of a block, or `IndexDamaged` where they have not this sum; those in the segment's own row have none. */
export function whole(bytes: Uint8Array | undefined, sum: number | undefined): Uint8Array {
  if (!(bytes instanceof Uint8Array) || (sum !== undefined && checksum(bytes) !== sum))
    throw new IndexDamaged('a block')
  return bytes
}
