import type { Decision } from '../item/record.ts'
import { readField } from './field.ts'
import type { StoredRecord } from './schema.ts'
import type { Store } from './store.ts'

/** Decisions, and why records were excluded, the commonest reason first; those without a reason are not among them. */
export interface Outcome {
  included: number
  maybe: number
  excluded: number
  reasons: { reason: string; records: number }[]
}

/** How many records went which way in a review, as PRISMA 2020 asks it to be told. */
export interface ReviewFlow {
  /** Records that were ever saved. */
  found: number
  /** Those that became part of another, and those that lie in the trash. */
  duplicates: number
  removed: number
  /** Those that somebody decided about, or has put off, of the rest; and those that nobody has looked at yet. */
  screened: number
  waiting: number
  /** What was decided on title and abstract, as far as it still stands. */
  early: Outcome
  /** What was decided on full texts after that. */
  assessed: Outcome & { records: number }
}

/** Records that are read at once. */
const chunk = 500

/** Counts the whole library's records by reading each, since lists do not have the reasons. */
export async function reviewFlow(
  store: Store,
  signal?: AbortSignal,
  onProgress?: (done: number) => void,
): Promise<ReviewFlow> {
  const flow = { found: 0, duplicates: 0, removed: 0, waiting: 0 }
  const [early, assessed] = [new Tally(), new Tally()]
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
  return {
    ...flow,
    screened: early.records + assessed.records,
    early: early.outcome(),
    assessed: { ...assessed.outcome(), records: assessed.records },
  }

  function count(record: StoredRecord): void {
    const decision = readField(record, 'decision')
    if (decision === undefined) flow.waiting += 1
    else {
      const tally = readField(record, 'assessed') === true ? assessed : early
      tally.add(decision, readField(record, 'reason'))
    }
  }
}

/** Counts decisions. */
class Tally {
  records = 0
  readonly #decisions = { include: 0, maybe: 0, exclude: 0 }
  readonly #reasons = new Map<string, number>()

  add(decision: Decision, reason: string | undefined): void {
    this.records += 1
    this.#decisions[decision] += 1
    if (decision === 'exclude' && reason !== undefined)
      this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1)
  }

  outcome(): Outcome {
    const { include, maybe, exclude } = this.#decisions
    const reasons = [...this.#reasons].map(([reason, records]) => ({ reason, records }))
    reasons.sort((a, b) => b.records - a.records || (a.reason < b.reason ? -1 : 1))
    return { included: include, maybe, excluded: exclude, reasons }
  }
}
