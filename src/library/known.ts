import { tellingIdentifiers } from './holders.ts'
import { bareStore, resultsOf } from './requests.ts'
import type { StoredRecord } from './schema.ts'
import { readState } from './state.ts'
import type { Store } from './store.ts'

/** Looking one record up takes as long as reading the keys of so many. */
const worth = 8

/**
 * Which records there are and which identifiers they have, kept in memory while many come in: asking the database for each
 * takes longer than writing it. It holds as long as nobody else has written.
 */
export class KnownRecords {
  readonly #ids = new Set<string>()
  readonly #holders = new Map<string, string[]>()
  /** The counter of the transaction up to which it holds; -1 where nothing was read. */
  #counter = -1
  #lookedUp = 0

  /** True where it holds in a transaction that finds this counter. */
  holdsAt(counter: number): boolean {
    return counter === this.#counter
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  holders(identifier: string): readonly string[] {
    return this.#holders.get(identifier) ?? []
  }

  /** Records were written, in a transaction that left this counter. */
  add(written: readonly Pick<StoredRecord, 'id' | 'ids'>[], counter: number): void {
    if (this.#counter < 0) return
    for (const { id, ids } of written) this.#addOne(id, tellingIdentifiers(ids))
    this.#counter = counter
  }

  /** Reads the keys of all that is there, once as many records were looked up one by one as make that worth the while. */
  async prepare(store: Store, lookedUp: number): Promise<void> {
    this.#lookedUp += lookedUp
    await store.read(
      async (transaction) => {
        const state = await readState(transaction)
        if (this.holdsAt(state?.counter ?? 0)) return
        if (this.#lookedUp * worth < (state?.documents ?? 0)) return
        this.#ids.clear()
        this.#holders.clear()
        const records = bareStore(transaction, 'records')
        const [ids = []] = await resultsOf([records.getAllKeys()])
        for (const id of ids) this.#ids.add(String(id))
        await eachKey(records.index('ids'), (identifier, id) => this.#addOne(id, [identifier]))
        this.#counter = state?.counter ?? 0
        this.#lookedUp = 0
      },
      ['records', 'meta'],
    )
  }

  #addOne(id: string, identifiers: readonly string[]): void {
    this.#ids.add(id)
    for (const identifier of identifiers) {
      const holders = this.#holders.get(identifier)
      if (!holders) this.#holders.set(identifier, [id])
      else if (!holders.includes(id)) holders.push(id)
    }
  }
}

/** Tells each key of an index with the key of its record. */
function eachKey(index: IDBIndex, tell: (key: string, id: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = index.openKeyCursor()
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor) return resolve()
      tell(String(cursor.key), String(cursor.primaryKey))
      cursor.continue()
    }
  })
}
