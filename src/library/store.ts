import { beginChange, type Change } from './change.ts'
import { isLostConnection } from './library-error.ts'
import type { Connection, Transaction } from './open.ts'
import { bareStore } from './requests.ts'
import type { State } from './schema.ts'
import { readSearchState } from './search/update.ts'
import { appendAction } from './undo.ts'

/** What was written, for every open page to hear. */
export interface Changed {
  /** The records that were written. */
  ids: string[]
  /** The transaction's number; rises with each. */
  counter: number
}

/** `strict` for what a person does; `relaxed` for bulk work, whose last chunk is strict. */
export type Durability = 'strict' | 'relaxed'

/** Transactions on the library, one at a time each. */
export interface Store {
  /** Reads in one transaction; only IndexedDB may be awaited in it. With `scope` it sees these stores only, and opens faster. */
  read<T>(work: (transaction: Transaction) => Promise<T>, scope?: readonly StoreName[]): Promise<T>
  /**
   * Writes in one transaction and comes back when it is complete; only IndexedDB may be awaited in it.
   * Where the work throws, nothing of it is written. It may be run twice, on a new connection.
   */
  write<T>(durability: Durability, work: (change: Change) => Promise<T>): Promise<T>
}

/** A store of the library's database. */
export type StoreName = (typeof stores)[number]

const stores = [
  'records',
  'rows',
  'highlights',
  'tags',
  'undo',
  'drafts',
  'meta',
  'segments',
  'blocks',
  'segmentIds',
  'dead',
  'places',
  'unindexed',
  'searchState',
] as const

/** The store behind a connection; `onChange` is told after each commit that wrote a record. */
export function storeOn(
  connection: Connection,
  now: () => number,
  onChange: (changed: Changed) => void = () => {},
): Store {
  async function write<T>(
    durability: Durability,
    work: (change: Change) => Promise<T>,
  ): Promise<T> {
    const { value, changed } = await connection.use(async (database) => {
      const transaction = database.transaction([...stores], 'readwrite', { durability })
      return finish(transaction, async () => {
        const [state, searchState] = await Promise.all([
          readState(transaction),
          readSearchState(transaction),
        ])
        const before = { ...state }
        const change = beginChange(transaction, state, searchState, now())
        const value = await work(change)
        const ids = [...change.written]
        if (ids.length > 0) state.counter += 1
        await change.finish()
        if (change.action) await appendAction(transaction, state, change.action, change.inverses)
        const isMoved = state.device !== before.device || state.time !== before.time
        if (ids.length > 0 || isMoved) bareStore(transaction, 'meta').put(state, 'state')
        // Said aloud, so that the browser does not first ask whether more will come.
        transaction.commit()
        return { value, changed: { ids, counter: state.counter } }
      })
    })
    if (changed.ids.length > 0) onChange(changed)
    return value
  }

  return {
    write,
    read: (work, scope = stores) =>
      connection.use((database) => {
        const transaction = database.transaction([...scope], 'readonly')
        return finish(transaction, () => work(transaction))
      }),
  }
}

/** The counters as they stand; those of a new library where there are none. */
export async function readState(
  transaction: Transaction<'readonly' | 'readwrite'>,
): Promise<State> {
  return (await transaction.objectStore('meta').get('state')) ?? newState()
}

/** A device id that no device had before: 64 random bits. */
export function newDevice(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function newState(): State {
  return {
    database: crypto.randomUUID(),
    device: newDevice(),
    n: 0,
    time: 0,
    counter: 0,
    visible: 0,
    trashed: 0,
    documents: 0,
  }
}

/** The work's value when the transaction is complete; where the work fails, so does all of the transaction. */
async function finish<T>(
  transaction: Transaction<'readonly' | 'readwrite'>,
  work: () => Promise<T>,
): Promise<T> {
  // Awaited below or replaced by the work's own error; in between it must not count as unheard.
  transaction.done.catch(() => undefined)
  try {
    const value = await work()
    await transaction.done
    return value
  } catch (error) {
    try {
      transaction.abort()
    } catch {
      // It has ended already, mostly because of this very error.
    }
    // A request that fails because its transaction did says only "aborted"; the transaction knows why.
    throw isLostConnection(error) && transaction.error ? transaction.error : error
  }
}
