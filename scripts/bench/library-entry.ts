// What bench-library.mjs runs inside a page: filling a library, and the floors beside it.
import { toRecord, toStored } from '../../src/library/document.ts'
import { rowFor } from '../../src/library/row.ts'
import { databaseName, databaseVersion, upgrade } from '../../src/library/schema.ts'
import { indexedRecord } from '../../src/library/search/indexed.ts'
import { buildSegment, mostRecords } from '../../src/library/search/segment.ts'
import { inventedRecord, vocabulary } from './invented-library.ts'

export function open(
  name = databaseName,
  version = databaseVersion,
  up = upgrade,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = (event) => up(request.result, event.oldVersion)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })

export async function fill(count: number): Promise<object> {
  const words = vocabulary()
  const database = await open()
  const search = await open('offprint-search', 1, (db) => {
    db.createObjectStore('blocks')
    db.createObjectStore('heads')
    db.createObjectStore('ids')
  })
  const t = { make: 0, write: 0, index: 0, indexWrite: 0, raw: 0, blocks: 0, bytes: 0 }
  let segment = 0
  let waiting: ReturnType<typeof indexedRecord>[] = []
  for (let from = 0; from < count; from += 512) {
    let t0 = performance.now()
    const batch = []
    for (let n = from; n < Math.min(count, from + 512); n++) {
      const stored = toStored(inventedRecord(n, 1, words))
      const record = toRecord(stored)
      batch.push({ stored, record, row: rowFor(stored, record, false) })
      if (n % 100 === 0) t.raw += JSON.stringify(stored).length * 100
    }
    t.make += performance.now() - t0
    t0 = performance.now()
    const tx = database.transaction(['records', 'rows'], 'readwrite', { durability: 'relaxed' })
    for (const { stored, row } of batch) {
      tx.objectStore('records').put(stored)
      tx.objectStore('rows').put(row)
    }
    await done(tx)
    t.write += performance.now() - t0
    t0 = performance.now()
    for (const { record } of batch) waiting.push(indexedRecord(record))
    t.index += performance.now() - t0
    if (waiting.length >= mostRecords || from + 512 >= count) {
      t0 = performance.now()
      const built = buildSegment(waiting)
      waiting = []
      t.index += performance.now() - t0
      t0 = performance.now()
      const tx = search.transaction(['blocks', 'heads', 'ids'], 'readwrite', {
        durability: 'relaxed',
      })
      const { blocks, ids, ...head } = built
      for (const [i, block] of blocks.entries()) {
        tx.objectStore('blocks').put(block, [segment, i])
        t.blocks++
        t.bytes += block.length
      }
      tx.objectStore('heads').put(head, segment)
      tx.objectStore('ids').put(ids.join(' '), segment)
      segment++
      await done(tx)
      t.indexWrite += performance.now() - t0
    }
  }
  database.close()
  search.close()
  return t
}
