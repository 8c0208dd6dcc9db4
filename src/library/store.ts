import { beginChange, type Change } from './change.ts'
import { isLostConnection } from './library-error.ts'
import type { Connection, Transaction } from './open.ts'
import type { State } from './schema.ts'
import type { AddLater } from './search/index-change.ts'
import { newState, readState } from './state.ts'

/** What was written, for every open page to hear. */
export interface Changed {
  /** The records that were written. */
  ids: string[]
  /** The transaction's number; rises with each. */
  counter: number
  /** The counters as the transaction left them. */
  counts: Counts
}

/** The counters, kept in the transactions of what they count. */
export type Counts = Pick<
  State,
  'database' | 'device' | 'counter' | 'time' | 'visible' | 'trashed' | 'documents' | 'changes'
>

/** What a state says to those outside. */
export function countsOf(state: State): Counts {
  const { database, device, counter, time, visible, trashed, documents, changes } = state
  return { database, device, counter, time, visible, trashed, documents, changes }
}

/** `strict` for what a person does; `relaxed` for bulk work, whose last chunk is strict. */
export type Durability = 'strict' | 'relaxed'

/** Transactions on the library, one at a time each. */
export interface Store {
  /** Reads in one transaction; only IndexedDB may be awaited in it. With `scope` it sees these stores only, and opens faster. */
  read<T>(work: (transaction: Transaction) => Promise<T>, scope?: readonly StoreName[]): Promise<T>
  /**
   * Writes in one transaction and comes back when it is complete; only IndexedDB may be awaited in it.
   * Where the work throws, nothing of it is written. It may be run twice, on a new connection. With `later` the search
   * index is somebody else's work: who that is, is told each record before the transaction is complete.
   */
  write<T>(
    durability: Durability,
    work: (change: Change) => Promise<T>,
    later?: AddLater,
  ): Promise<T>
}

/** A store of the library's database. */
export type StoreName = (typeof stores)[number]

const stores = [
  'records',
  'rows',
  'highlights',
  'tags',
  'undo',
  'undoParts',
  'jobs',
  'drafts',
  'meta',
  'segments',
  'orders',
  'filters',
  'blocks',
  'positions',
  'dead',
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
    later?: AddLater,
  ): Promise<T> {
    const { value, changed } = await connection.write(async (database) => {
      const transaction = database.transaction([...stores], 'readwrite', { durability })
      const written = await workIn(transaction, async () => {
        const reading = readState(transaction).then((state) => state ?? newState())
        const change = beginChange(transaction, reading, now(), later)
        const value = await work(change)
        const { state, ids } = await change.finish()
        // Said aloud, so that the browser does not first ask whether more will come.
        transaction.commit()
        return { value, changed: { ids, counter: state.counter, counts: countsOf(state) } }
      })
      await transaction.done
      return written
    })
    if (changed.ids.length > 0) onChange(changed)
    return value
  }

  return {
    write,
    read: (work, scope = stores) =>
      connection.use((database) => {
        const transaction = database.transaction([...scope], 'readonly')
        return workIn(transaction, () => work(transaction))
      }),
  }
}

/** The work's value, before the transaction is complete; where the work fails, so does all of the transaction. */
async function workIn<T>(
  transaction: Transaction<'readonly' | 'readwrite'>,
  work: () => Promise<T>,
): Promise<T> {
  // What has been read is read; and of a failure the work's own error tells.
  transaction.done.catch(() => undefined)
  try {
    return await work()
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
