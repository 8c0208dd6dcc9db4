import type { Transaction } from '../open.ts'
import type { Store } from '../store.ts'
import { isDamage } from './index-damaged.ts'

/** What an answer by the index is read from. */
const indexStores = [
  'meta',
  'segments',
  'orders',
  'filters',
  'blocks',
  'positions',
  'dead',
] as const

/** Reads from the index in one transaction; undefined where it is damaged, and then it is known that it has to be made anew. */
export async function readIndex<T>(
  store: Store,
  read: (transaction: Transaction) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await store.read(read, indexStores)
  } catch (error) {
    if (!isDamage(error)) throw error
    await spoilIndex(store)
    return undefined
  }
}

/** Says that the index cannot be trusted and is to be made anew. */
export async function spoilIndex(store: Store): Promise<void> {
  await store.write('relaxed', async ({ state }) => {
    const { search } = await state
    search.words = 0
    search.changes += 1
  })
}
