const name = 'offprint-log'

/** A value of 64 KB or more would become a file of its own, and not fill the log. */
const pieceBytes = 50_000

/** LevelDB begins a new log after 4 MB; where many small records came before, a little later. */
const pieces = 110

const piecesOfTransaction = 10

/**
 * Makes Chromium begin a new log for all databases of this origin, by filling the old one: what stood in it is then in files that
 * are never written again. Rejects as a write does; nothing of the library is changed.
 *
 * A write that failed on a full disk leaves half a record at the log's end. LevelDB reads over it when it opens the log, goes on
 * writing behind it, and takes the log for broken when it is opened once more: what was written since is lost, or every
 * database of the origin (measured with Chromium 150: 0 of 88 records left).
 */
export async function beginLog(factory: IDBFactory): Promise<void> {
  const database = await open(factory)
  try {
    for (let n = 0; n < pieces; n += piecesOfTransaction) await write(database, n)
  } finally {
    database.close()
    await remove(factory)
  }
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore('pieces')
    request.onsuccess = () => {
      // Somebody else who begins a new log takes this one away when done.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })
}

function write(database: IDBDatabase, first: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('pieces', 'readwrite', { durability: 'relaxed' })
    for (let n = 0; n < piecesOfTransaction; n++) {
      // Random, as the database packs what can be packed.
      const piece = crypto.getRandomValues(new Uint8Array(pieceBytes))
      transaction.objectStore('pieces').put(piece, first + n)
    }
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

function remove(factory: IDBFactory): Promise<void> {
  return new Promise((resolve) => {
    const request = factory.deleteDatabase(name)
    // What could not be taken away now is taken away the next time.
    request.onsuccess = request.onerror = () => resolve()
  })
}
