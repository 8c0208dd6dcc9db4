import { type StoreNames, unwrap } from 'idb'
import type { Transaction } from './open.ts'
import type { Schema } from './schema.ts'

type AnyTransaction = Transaction<'readonly' | 'readwrite'>

/** What a store holds under each of these keys, undefined where nothing. They are asked for at once and awaited once: fifty promises take as long as fifty records. */
export function getMany<Name extends StoreNames<Schema>>(
  transaction: AnyTransaction,
  name: Name,
  keys: readonly Schema[Name]['key'][],
): Promise<(Schema[Name]['value'] | undefined)[]> {
  const store = bareStore(transaction, name)
  return resultsOf(keys.map((key) => store.get(key)))
}

/** The results of requests of one transaction, which are answered in their order. */
export function resultsOf<T>(requests: readonly IDBRequest<T>[]): Promise<T[]> {
  const last = requests.at(-1)
  if (!last) return Promise.resolve([])
  return new Promise((resolve, reject) => {
    last.onsuccess = () => resolve(requests.map(({ result }) => result))
    last.onerror = () => reject(last.error)
  })
}

/** A store without idb's promises, for writes that nobody waits for: they are done in their order, and an error ends the transaction. */
export function bareStore(transaction: AnyTransaction, name: StoreNames<Schema>): IDBObjectStore {
  return (unwrap(transaction) as IDBTransaction).objectStore(name)
}
