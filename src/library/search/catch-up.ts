import { breathe } from '../breathe.ts'
import { toRecord } from '../document.ts'
import { bareStore, getMany, resultsOf } from '../requests.ts'
import type { SearchState, StoredRow } from '../schema.ts'
import { readSearchState } from '../state.ts'
import type { Store } from '../store.ts'
import { checkIndex } from './check-index.ts'
import { indexedRecord } from './indexed.ts'
import { SegmentBuilder } from './segment.ts'
import { wordsVersion } from './words.ts'
import { writeApart } from './write-apart.ts'

/** How an index is watched and stopped while it is made. */
export interface IndexOptions {
  /** Told how many rows were looked at, and how many there are to be. */
  onProgress?: (done: number, all: number) => void
  signal?: AbortSignal
}

/** Records that one segment is made of at once, and that are read in one transaction. */
const inSegment = 8192
const chunk = 256

/**
 * Puts every record that is not in the index yet into it. An index that another version made, or that is damaged, is
 * made anew. It may be stopped at any time, by the browser too, and goes on where it was. One at a time in a profile.
 */
export async function catchUp(store: Store, options: IndexOptions = {}): Promise<void> {
  await checkIndex(store)
  let done = 0
  for (;;) {
    options.signal?.throwIfAborted()
    const { words, waiting } = await store.read(readSearchState, ['meta'])
    // It may be found damaged while it is being made.
    if (words !== wordsVersion) {
      await beginAnew(store)
      done = 0
      continue
    }
    const [next] = waiting
    if (!next) return
    const all = done + waiting.reduce((sum, [from, to]) => sum + to - from + 1, 0)
    const before = done
    const upTo = await addSegment(store, next, options, (n) =>
      options.onProgress?.(before + n - next[0] + 1, all),
    )
    done += upTo - next[0] + 1
    options.onProgress?.(done, all)
  }
}

/** Takes the index down and puts every row on the list. */
async function beginAnew(store: Store): Promise<void> {
  await store.write('relaxed', async ({ transaction, state: reading }) => {
    const state = await reading
    // Another page may have been faster.
    if (state.search.words === wordsVersion) return
    for (const name of ['segments', 'orders', 'filters', 'blocks', 'positions', 'dead'] as const)
      bareStore(transaction, name).clear()
    state.search = {
      ...state.search,
      words: wordsVersion,
      changes: state.search.changes + 1,
      segments: [],
      dead: 0,
      waiting: state.rows > 0 ? [[1, state.rows]] : [],
      unfinished: [],
    }
  })
}

/** Makes one segment of rows that wait, from the first on; the number of the last row that it took. */
async function addSegment(
  store: Store,
  [from, to]: readonly [number, number],
  { signal }: IndexOptions,
  onProgress: (n: number) => void,
): Promise<number> {
  const rows = await store.read(
    async (transaction) => {
      const range = IDBKeyRange.bound(from, to)
      const [found = []] = await resultsOf<StoredRow[]>([
        bareStore(transaction, 'rows').getAll(range, inSegment),
      ])
      return found
    },
    ['rows'],
  )
  const last = rows.length < inSegment ? to : (rows.at(-1)?.n ?? to)
  const shown = rows.flatMap(({ n, id, order }) => (order === undefined ? [] : [{ n, id }]))
  const builder = new SegmentBuilder()
  for (let at = 0; at < shown.length; at += chunk) {
    signal?.throwIfAborted()
    const part = shown.slice(at, at + chunk)
    const ids = part.map(({ id }) => id)
    const documents = await store.read(
      (transaction) => getMany(transaction, 'records', ids),
      ['records'],
    )
    for (const [i, { n }] of part.entries()) {
      const document = documents[i]
      // Under another number by now, it was changed meanwhile and is found by that one.
      if (document?.row === n) builder.add(indexedRecord(toRecord(document, document.ids), n))
    }
    onProgress(part.at(-1)?.n ?? last)
  }
  const made = await builder.finishSlowly(breathe)
  await writeApart(
    store,
    made,
    [],
    (_, state) => state.words === wordsVersion && waitNoLonger(state, [from, last]),
  )
  return last
}

/** Takes rows off the list of what is not in the index; false where they are not on it. */
export function waitNoLonger(state: SearchState, [from, to]: readonly [number, number]): boolean {
  const at = state.waiting.findIndex(([first, last]) => first <= from && to <= last)
  const range = state.waiting[at]
  if (!range) return false
  const [first, last] = range
  const left: [number, number][] = [
    [first, from - 1],
    [to + 1, last],
  ]
  state.waiting.splice(at, 1, ...left.filter(([begin, end]) => begin <= end))
  return true
}
