import type { Transaction } from '../open.ts'
import { bareStore } from '../requests.ts'
import type { StoredSegment } from '../schema.ts'
import { checksum } from './checksum.ts'
import { packOrder } from './columns.ts'
import type { Segment } from './segment.ts'
import { sumOfFilters, sumOfHead } from './segment-sums.ts'

type Writing = Transaction<'readwrite'>

/** A segment whose blocks need fewer bytes than this keeps them in its own row: one thing to write at a save, one to read. */
const mostInline = 12_000

/** Something of a segment that is written, and about how many bytes it has. */
export interface SegmentRow {
  size: number
  put(transaction: Writing): void
}

/** All rows that a segment consists of, its own last: without that one it is not there. */
export function rowsOfSegment(segment: number, made: Segment): SegmentRow[] {
  const { first, prefixes, blocks, years, standings, titles } = made
  const head: Omit<StoredSegment, 'sum'> = {
    segment,
    count: made.numbers.length,
    first,
    prefixes,
  }
  const order = packOrder(made)
  const filters = { years, standings, titles }
  const bytes = blocks.reduce(
    (sum, { words, positions }) => sum + words.length + positions.length,
    0,
  )
  const isInline = bytes < mostInline
  const rows: SegmentRow[] = []
  const add = (
    name: 'segments' | 'orders' | 'filters' | 'blocks' | 'positions',
    value: unknown,
    key: IDBValidKey,
    size: number,
  ): void => {
    rows.push({ size, put: (transaction) => bareStore(transaction, name).put(value, key) })
  }
  if (isInline)
    head.inline = {
      order,
      filters,
      words: blocks.map(({ words }) => words),
      positions: blocks.map(({ positions }) => positions),
    }
  else {
    head.sums = {
      order: checksum(order),
      filters: sumOfFilters(filters),
      blocks: Uint32Array.from(blocks, ({ words }) => checksum(words)),
      positions: Uint32Array.from(blocks, ({ positions }) => checksum(positions)),
    }
    add('orders', order, segment, order.length)
    add('filters', filters, segment, years.length * 7)
    for (const [n, { words, positions }] of blocks.entries()) {
      add('blocks', words, [segment, n], words.length)
      add('positions', positions, [segment, n], positions.length)
    }
  }
  const stored: StoredSegment = { ...head, sum: sumOfHead(head) }
  add('segments', stored, segment, isInline ? bytes : first.length * 18)
  return rows
}

/** Takes a segment's rows away. */
export function dropSegment(transaction: Writing, segment: number): void {
  const all = IDBKeyRange.bound([segment], [segment, []])
  for (const name of ['segments', 'orders', 'filters'] as const)
    bareStore(transaction, name).delete(segment)
  for (const name of ['blocks', 'positions'] as const) bareStore(transaction, name).delete(all)
}
