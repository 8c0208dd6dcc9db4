import type { StoredFilters, StoredSegment } from '../schema.ts'
import { checksum, numbersChecksum, textChecksum } from './checksum.ts'

/** The sum of a segment's own row, with all that is in it. */
export function sumOfHead({
  segment,
  count,
  first,
  prefixes,
  inline,
  sums,
}: Omit<StoredSegment, 'sum'>): number {
  let sum = textChecksum(JSON.stringify([segment, count, first, prefixes]))
  if (inline) {
    sum = sumOfFilters(inline.filters, checksum(inline.order, sum))
    for (const bytes of [...inline.words, ...inline.positions]) sum = checksum(bytes, sum)
  }
  if (sums) {
    sum = textChecksum(`${sums.order} ${sums.filters}`, sum)
    sum = numbersChecksum(sums.positions, numbersChecksum(sums.blocks, sum))
  }
  return sum
}

/** The sum of what a segment's records are filtered by. */
export function sumOfFilters({ years, standings, titles }: StoredFilters, before?: number): number {
  return numbersChecksum(titles, numbersChecksum(standings, numbersChecksum(years, before)))
}
