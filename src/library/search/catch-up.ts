import { toRecord } from '../document.ts'
import { bareStore, getMany } from '../requests.ts'
import type { StoredRecord } from '../schema.ts'
import type { Store } from '../store.ts'
import { indexedRecord } from './indexed.ts'
import { SegmentBuilder } from './segment.ts'
import { putSearchState, readSearchState, writeSegment } from './update.ts'
import { wordsVersion } from './words.ts'

/** How an index is watched and stopped while it is made. */
export interface IndexOptions {
  /** Told how many records are in, and how many there are to be. */
  onProgress?: (done: number, all: number) => void
  signal?: AbortSignal
}

/** Records that one part is made of at once, and that are read or queued in one transaction. */
const inPart = 4096
const chunk = 256
const queued = 2000

/**
 * Puts every record that is not in the index yet into it. An index that another version made, or that is damaged, is
 * made anew. It may be stopped at any time, by the browser too, and goes on where it was.
 */
export async function catchUp(store: Store, options: IndexOptions = {}): Promise<void> {
  const state = await store.read(readSearchState)
  if (state.words !== wordsVersion) await queueAll(store, options.signal)
  const all = await store.read((transaction) => transaction.objectStore('unindexed').count())
  let done = 0
  for (;;) {
    options.signal?.throwIfAborted()
    const taken = await addPart(store, options, (more) => options.onProgress?.(done + more, all))
    if (taken === 0) return
    done += taken
    options.onProgress?.(Math.min(done, all), all)
  }
}

/** Takes the index down and puts every record on the list; only then the index is said to be of this version. */
async function queueAll(store: Store, signal: AbortSignal | undefined): Promise<void> {
  await store.write('relaxed', async ({ transaction }) => {
    const state = await readSearchState(transaction)
    const stores = ['segments', 'blocks', 'segmentIds', 'dead', 'places', 'unindexed'] as const
    await Promise.all(stores.map((name) => transaction.objectStore(name).clear()))
    putSearchState(transaction, { ...state, words: 0, parts: [] })
  })
  let last: string | undefined
  for (;;) {
    signal?.throwIfAborted()
    const from = last
    last = await store.write('relaxed', async ({ transaction, state }) => {
      const range = from === undefined ? null : IDBKeyRange.lowerBound(from, true)
      const rows = await transaction.objectStore('rows').getAll(range, queued)
      const unindexed = bareStore(transaction, 'unindexed')
      const visible = rows.filter(({ order }) => order !== undefined)
      for (const { id } of visible) unindexed.put(state.counter, id)
      if (rows.length === queued) return rows.at(-1)?.id
      const search = await readSearchState(transaction)
      putSearchState(transaction, { ...search, words: wordsVersion })
      return undefined
    })
    if (last === undefined) return
  }
}

/** Makes one part of the records that wait longest; how many it took. */
async function addPart(
  store: Store,
  { signal }: IndexOptions,
  onProgress: (done: number) => void,
): Promise<number> {
  const waiting = await store.read(async (transaction) => {
    const unindexed = transaction.objectStore('unindexed')
    const [ids, counters] = await Promise.all([
      unindexed.getAllKeys(null, inPart),
      unindexed.getAll(null, inPart),
    ])
    const rows = await getMany(transaction, 'rows', ids)
    return ids.map((id, i) => ({ id, counter: counters[i] ?? 0, order: rows[i]?.order ?? '' }))
  })
  if (waiting.length === 0) return 0
  const sorted = waiting
    .filter(({ order }) => order !== '')
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  const builder = new SegmentBuilder()
  for (let from = 0; from < sorted.length; from += chunk) {
    signal?.throwIfAborted()
    const part = sorted.slice(from, from + chunk)
    const ids = part.map(({ id }) => id)
    const documents = await store.read(
      (transaction) => getMany(transaction, 'records', ids),
      ['records'],
    )
    for (const document of documents) if (document) addDocument(builder, document)
    onProgress(from + part.length)
  }
  const segment = builder.finish()
  await store.write('relaxed', async ({ transaction }) => {
    const unindexed = transaction.objectStore('unindexed')
    const [state, ids, counters] = await Promise.all([
      readSearchState(transaction),
      unindexed.getAllKeys(),
      unindexed.getAll(),
    ])
    if (state.words !== wordsVersion) return
    const now = new Map(ids.map((id, i) => [id, counters[i] ?? 0]))
    const read = new Map(waiting.map(({ id, counter }) => [id, counter]))
    // What was changed since it was read waits again, or is in a part of its own by now.
    const isStale = (id: string): boolean => now.get(id) !== read.get(id)
    await writeSegment(transaction, state, segment, new Set(segment.ids.filter(isStale)))
    for (const { id } of waiting) if (!isStale(id)) bareStore(transaction, 'unindexed').delete(id)
    putSearchState(transaction, state)
  })
  return waiting.length
}

/** Times rise with the order of the rows, whose first part they are. */
function addDocument(builder: SegmentBuilder, document: StoredRecord): void {
  builder.add(indexedRecord(toRecord(document, document.ids)))
}
