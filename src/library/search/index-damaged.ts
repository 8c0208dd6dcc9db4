import type { Store } from '../store.ts'

/** A part of the index is missing in the database: it has to be made anew. */
export class IndexDamaged extends Error {
  override name = 'IndexDamaged'
}

/** Says that the index cannot be trusted and is to be made anew. */
export async function spoilIndex(store: Store): Promise<void> {
  await store.write('relaxed', async ({ state }) => {
    const { search } = await state
    search.words = 0
    search.changes += 1
  })
}
