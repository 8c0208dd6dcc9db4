import type { Transaction } from '../open.ts'
import { bareStore, resultsOf } from '../requests.ts'
import type { StoredSegment } from '../schema.ts'
import { readSearchState } from '../state.ts'
import type { Store } from '../store.ts'
import { readDead } from './dead.ts'
import { IndexDamaged } from './index-damaged.ts'
import { readIndex } from './read-index.ts'
import { readFilters, readHead } from './read-segment.ts'
import { wordsVersion } from './words.ts'

/** The stores that were looked at; the rest of a fault shows when what it concerns is read. */
const checked = new WeakSet<Store>()

/**
 * Looks, once for a store, whether the index is there: some megabytes of a hundred thousand records. Of its blocks, which are
 * a hundred times that, only whether the last ones are.
 */
export async function checkIndex(store: Store): Promise<void> {
  if (checked.has(store)) return
  checked.add(store)
  await readIndex(store, async (transaction) => {
    const state = await readSearchState(transaction)
    if (state.words !== wordsVersion) return
    await readDead(transaction, state)
    for (const { segment } of state.segments) {
      const { head } = await readHead(transaction, segment)
      await readFilters(transaction, head)
      await lookForBlocks(transaction, head)
    }
  })
}

async function lookForBlocks(
  transaction: Transaction,
  { segment, first, inline }: StoredSegment,
): Promise<void> {
  if (inline) return
  const last = [segment, first.length - 1]
  const keys = await resultsOf<IDBValidKey | undefined>([
    bareStore(transaction, 'blocks').getKey(last),
    bareStore(transaction, 'positions').getKey(last),
  ])
  if (keys.includes(undefined)) throw new IndexDamaged(`blocks of segment ${segment}`)
}
