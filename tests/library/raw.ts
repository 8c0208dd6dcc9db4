import { databaseName } from '../../src/library/schema.ts'

/** A library's database beside its code: to look into it, and to break it. */
export interface RawDatabase {
  keys(store: string): Promise<IDBValidKey[]>
  all(store: string): Promise<unknown[]>
  get(store: string, key: IDBValidKey): Promise<unknown>
  put(store: string, value: unknown, key?: IDBValidKey): Promise<unknown>
  remove(store: string, key: IDBValidKey): Promise<unknown>
  clear(store: string): Promise<unknown>
  close(): void
}

/** Opens the library's database in the version it has. */
export async function openRaw(indexedDB: IDBFactory): Promise<RawDatabase> {
  const database = await answer(indexedDB.open(databaseName))
  const on = (store: string): IDBObjectStore =>
    database.transaction(store, 'readwrite').objectStore(store)
  return {
    keys: (store) => answer(on(store).getAllKeys()),
    all: (store) => answer(on(store).getAll()),
    get: (store, key) => answer(on(store).get(key)),
    put: (store, value, key) => answer(on(store).put(value, key)),
    remove: (store, key) => answer(on(store).delete(key)),
    clear: (store) => answer(on(store).clear()),
    close: () => database.close(),
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
