import type { Transaction } from './open.ts'
import { bareStore, resultsOf } from './requests.ts'
import type { SearchState, State } from './schema.ts'
import { wordsVersion } from './search/words.ts'

/** The counters as they stand; undefined in a new library. */
export async function readState(
  transaction: Transaction<'readonly' | 'readwrite'>,
): Promise<State | undefined> {
  const [state] = await resultsOf<State | undefined>([bareStore(transaction, 'meta').get('state')])
  return state
}

/** What the search index is. */
export async function readSearchState(
  transaction: Transaction<'readonly' | 'readwrite'>,
): Promise<SearchState> {
  return (await readState(transaction))?.search ?? newIndex()
}

/** The counters of a new library. */
export function newState(): State {
  return {
    database: crypto.randomUUID(),
    device: newDevice(),
    n: 0,
    time: 0,
    counter: 0,
    visible: 0,
    trashed: 0,
    documents: 0,
    changes: 0,
    rows: 0,
    actions: 0,
    search: newIndex(),
  }
}

/** A device id that no device had before: 64 random bits. */
export function newDevice(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function newIndex(): SearchState {
  return {
    words: wordsVersion,
    next: 1,
    changes: 0,
    segments: [],
    dead: 0,
    waiting: [],
    unfinished: [],
  }
}
