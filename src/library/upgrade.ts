import {
  databaseVersion,
  type SearchState,
  type State,
  type StoredRecord,
  type StoredRow,
} from './schema.ts'

type Step = (database: IDBDatabase, from: number, transaction: IDBTransaction) => void

/** One step for each version: `steps[0]` makes version 1 out of nothing. */
const steps: readonly Step[] = [
  (database) => {
    const records = database.createObjectStore('records', { keyPath: 'id' })
    records.createIndex('ids', 'ids', { multiEntry: true })
    records.createIndex('key', 'key')
    makeRows(database, 'id')
    database.createObjectStore('highlights', { keyPath: 'id' }).createIndex('ref', 'ref')
    database.createObjectStore('tags', { keyPath: 'key' })
    database
      .createObjectStore('undo', { keyPath: 'n', autoIncrement: true })
      .createIndex('ids', 'ids', { multiEntry: true })
    database.createObjectStore('drafts', { keyPath: 'key' })
    database.createObjectStore('meta')
  },
  (database, from, transaction) => {
    const stores = 'segments orders filters blocks positions dead undoParts jobs'
    for (const name of stores.split(' ')) database.createObjectStore(name)
    if (from > 0) numberRows(database, transaction)
    else renewRows(database)
  },
]

/** What a search index is of which nothing is made: `words` is nobody's version. */
const noIndex: SearchState = {
  words: 0,
  next: 1,
  changes: 0,
  segments: [],
  dead: 0,
  waiting: [],
  unfinished: [],
}

/**
 * Brings a database from an older version (0: a new one) to a newer one, this if none is named, in the transaction of the
 * upgrade.
 */
export function upgrade(
  { result: database, transaction }: IDBOpenDBRequest,
  from: number,
  to = databaseVersion,
): void {
  if (!transaction) throw new TypeError('an upgrade has a transaction')
  for (const step of steps.slice(from, to)) step(database, from, transaction)
}

function makeRows(database: IDBDatabase, keyPath: string): IDBObjectStore {
  const rows = database.createObjectStore('rows', { keyPath })
  for (const name of ['order', 'trash', 'alike']) rows.createIndex(name, name)
  return rows
}

function renewRows(database: IDBDatabase): IDBObjectStore {
  database.deleteObjectStore('rows')
  return makeRows(database, 'n')
}

/** Gives the rows numbers, which are their keys from version 2 on, and each record its row's; adds the counters that version 1 had not. */
function numberRows(database: IDBDatabase, transaction: IDBTransaction): void {
  const read = transaction.objectStore('rows').getAll()
  const actions = transaction.objectStore('undo').openKeyCursor(null, 'prev')
  const state = transaction.objectStore('meta').get('state')
  state.onsuccess = () => {
    const numbers = new Map<string, number>()
    const rows = renewRows(database)
    for (const row of read.result as StoredRow[]) {
      const n = numbers.size + 1
      numbers.set(row.id, n)
      rows.put({ ...row, n })
    }
    const counters: State | undefined = state.result
    if (counters) {
      const last = Number(actions.result?.key ?? 0)
      const added = { actions: last, rows: numbers.size, changes: counters.n, search: noIndex }
      transaction.objectStore('meta').put({ ...counters, ...added }, 'state')
    }
    const records = transaction.objectStore('records').openCursor()
    records.onsuccess = () => {
      const cursor = records.result
      if (!cursor) return
      const record: StoredRecord = cursor.value
      const row = numbers.get(record.id)
      if (row !== undefined) cursor.update({ ...record, row })
      cursor.continue()
    }
  }
}
