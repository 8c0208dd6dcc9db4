import { readField } from './field.ts'
import type { StoredRecord } from './schema.ts'
import type { Store } from './store.ts'

/** How many records went which way in a review, as PRISMA 2020 asks it to be told. */
export interface ReviewFlow {
  /** Records that were ever saved. */
  found: number
  /** Those that became part of another, and those that lie in the trash. */
  duplicates: number
  removed: number
  /** Those that somebody decided about, or has put off, of the rest. */
  screened: number
  included: number
  maybe: number
  excluded: number
  /** Why records were excluded, the commonest first; those without a reason are not among them. */
  reasons: { reason: string; records: number }[]
  /** Those that nobody has looked at yet. */
  waiting: number
}

/** Records that are read at once. */
const chunk = 500

/** Counts the whole library's records by reading each, since lists do not have the reasons. */
export async function reviewFlow(
  store: Store,
  signal?: AbortSignal,
  onProgress?: (done: number) => void,
): Promise<ReviewFlow> {
  const flow = {
    found: 0,
    duplicates: 0,
    removed: 0,
    screened: 0,
    included: 0,
    maybe: 0,
    excluded: 0,
    waiting: 0,
  }
  const reasons = new Map<string, number>()
  let last: string | undefined
  for (;;) {
    signal?.throwIfAborted()
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true)
    const records: StoredRecord[] = await store.read(
      (transaction) => transaction.objectStore('records').getAll(range, chunk),
      ['records'],
    )
    for (const record of records) {
      // What was taken back at once was never found.
      if (record.del === true && record.row === undefined && record.mergedInto === undefined)
        continue
      flow.found += 1
      if (record.mergedInto !== undefined) flow.duplicates += 1
      else if (record.del === true) flow.removed += 1
      else count(record)
    }
    onProgress?.(flow.found)
    last = records.at(-1)?.id
    if (records.length < chunk) break
  }
  flow.screened = flow.included + flow.maybe + flow.excluded
  return {
    ...flow,
    reasons: [...reasons]
      .map(([reason, count]) => ({ reason, records: count }))
      .sort((a, b) => b.records - a.records || (a.reason < b.reason ? -1 : 1)),
  }

  function count(record: StoredRecord): void {
    const decision = readField(record, 'decision')
    if (decision === undefined) flow.waiting += 1
    else if (decision === 'include') flow.included += 1
    else if (decision === 'maybe') flow.maybe += 1
    else {
      flow.excluded += 1
      const reason = readField(record, 'reason')
      if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
  }
}
