import type { Transaction } from '../open.ts'
import { bareStore, resultsOf } from '../requests.ts'
import type { SearchState } from '../schema.ts'
import { IndexDamaged } from './index-damaged.ts'

/** Puts rows on the list of the dead, once a transaction. */
export function addDead(
  transaction: Transaction<'readwrite'>,
  state: SearchState,
  numbers: readonly number[],
): void {
  if (numbers.length === 0) return
  bareStore(transaction, 'dead').put(Uint32Array.from(numbers), state.changes)
  state.dead += numbers.length
}

/** The numbers of all rows that stand in the index and are no more, or `IndexDamaged` where there are not so many. */
export async function readDead(
  transaction: Transaction<'readonly' | 'readwrite'>,
  state: SearchState,
): Promise<Set<number>> {
  const [lists = []] = await resultsOf<Uint32Array[]>([bareStore(transaction, 'dead').getAll()])
  const dead = new Set<number>()
  for (const list of lists) for (const n of list) dead.add(n)
  if (lists.reduce((sum, { length }) => sum + length, 0) !== state.dead)
    throw new IndexDamaged('the dead')
  return dead
}

/** Takes rows off the list of the dead, which no segment has any more. */
export async function forgetDead(
  transaction: Transaction<'readwrite'>,
  state: SearchState,
  gone: ReadonlySet<number>,
): Promise<void> {
  const left = [...(await readDead(transaction, state))].filter((n) => !gone.has(n))
  bareStore(transaction, 'dead').clear()
  state.dead = 0
  addDead(transaction, state, left)
}
