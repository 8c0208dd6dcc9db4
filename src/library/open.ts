import { type IDBPDatabase, type IDBPTransaction, type StoreNames, wrap } from 'idb'
import { isLostConnection, LibraryError, libraryError } from './library-error.ts'
import { type Disk, safeWriting } from './safe-writing.ts'
import { databaseName, databaseVersion, type Schema } from './schema.ts'
import { upgrade } from './upgrade.ts'

/** The library's open database. */
export type Database = IDBPDatabase<Schema>

/** A transaction over any of the library's stores. */
export type Transaction<Mode extends IDBTransactionMode = 'readonly'> = IDBPTransaction<
  Schema,
  StoreNames<Schema>[],
  Mode
>

/** How to open the database. */
export interface OpenOptions {
  /** The database's name; `offprint` where absent. */
  name?: string
  /** The factory; the global one where absent. */
  indexedDB?: IDBFactory
  /** How long to wait for other pages to let go of older versions, in ms; 10 s where absent, and `Infinity` waits on. */
  patience?: number
  /** Another page still holds an older version open, and was asked to close it; or there was no answer for 10 s. */
  onBlocked?: () => void
  /** A newer version wants the database, and this connection was closed for it: the page should be loaded again. */
  onOutdated?: () => void
  /** Given where the browser can lose what it writes behind a failed write: Chromium. */
  disk?: Disk
  /** The database was opened, for the first time or anew. */
  onOpen?: () => void
}

/** A connection that opens when it is first needed, and again where the browser closed it. */
export interface Connection {
  /**
   * Runs work on the database. Where the connection proves to be lost, nothing of the work was written, so it
   * is run once more on a new one; a second failure is a `LibraryError`.
   */
  use<T>(work: (database: Database) => Promise<T>): Promise<T>
  /** As `use`, for work that writes: only where what is written is safe behind what the browser wrote before. */
  write<T>(work: (database: Database) => Promise<T>): Promise<T>
  /** Closes for good; later calls fail with `closed`. */
  close(): void
}

/** After so many ms an opening is not merely slow. */
const long = 10_000

/** A connection to the library's database; nothing is opened before its first use. */
export function connect(options: OpenOptions = {}): Connection {
  let opening: Promise<Database> | undefined
  let closed = false
  const writing = safeWriting(options.disk, () => options.indexedDB ?? indexedDB)

  function drop(): void {
    const old = opening
    opening = undefined
    old?.then(
      (database) => database.close(),
      () => undefined,
    )
  }

  function current(): Promise<Database> {
    if (closed) {
      return Promise.reject(new LibraryError('closed', 'The library was closed on this page.'))
    }
    if (!opening) {
      const attempt = openDatabase(
        options,
        (attempted) => {
          if (opening === attempted) opening = undefined
        },
        writing.doubt,
      )
      opening = attempt
      // A failed opening is not kept: the next call tries again.
      attempt.catch(() => {
        if (opening === attempt) opening = undefined
      })
    }
    return opening
  }

  async function use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await work(await current())
    } catch (error) {
      if (!isLostConnection(error)) throw libraryError(error)
      drop()
      await writing.doubt()
    }
    try {
      return await work(await current())
    } catch (error) {
      if (isLostConnection(error)) {
        drop()
        await writing.doubt()
      }
      throw libraryError(error)
    }
  }

  return {
    use,
    write: (work) =>
      use(async (database) => {
        await writing.ready()
        return work(database)
      }),
    close() {
      closed = true
      drop()
    },
  }
}

/**
 * Opens the database; `onGone` is told when the browser ends the connection, or a newer version asked for it, and `onBroken` of
 * the first too.
 */
function openDatabase(
  options: OpenOptions,
  onGone: (attempt: Promise<Database>) => void,
  onBroken: () => void,
): Promise<Database> {
  const factory = options.indexedDB ?? indexedDB
  const attempt = new Promise<Database>((resolve, reject) => {
    const request = factory.open(options.name ?? databaseName, databaseVersion)
    let late = false
    const patience = options.patience ?? long
    // Behind another page's request that is blocked, ours waits without being told.
    const timers = [setTimeout(() => options.onBlocked?.(), long)]
    if (patience !== Number.POSITIVE_INFINITY) timers.push(setTimeout(giveUp, patience))
    const settle = () => timers.forEach(clearTimeout)
    function giveUp(): void {
      late = true
      reject(
        new LibraryError(
          'blocked',
          'Another page still uses an older version of the library. Nothing is lost. Close the other Offprint pages and try again.',
        ),
      )
    }
    request.onblocked = () => options.onBlocked?.()
    request.onupgradeneeded = (event) => {
      settle()
      upgrade(request, event.oldVersion)
    }
    request.onerror = () => {
      settle()
      reject(request.error)
    }
    request.onsuccess = () => {
      settle()
      const database = request.result
      // Nobody waits for it any more, and left open it would block the next version in turn.
      if (late) return database.close()
      database.onversionchange = () => {
        database.close()
        onGone(attempt)
        options.onOutdated?.()
      }
      database.onclose = () => {
        onGone(attempt)
        onBroken()
      }
      options.onOpen?.()
      // idb knows the stores only by the caller's word; the upgrade above is what makes it true.
      resolve(wrap(database) as unknown as Database)
    }
  })
  return attempt
}
