import { strongestFirst } from './identity.ts'
import type { Transaction } from './open.ts'
import { bareStore, resultsOf } from './requests.ts'
import type { StoredRecord } from './schema.ts'

/** Which records have an identifier, in one transaction: for many records asked at once, and kept in step with what is written. */
export interface Holders {
  /** Asks for all of these at once. */
  prefetch(identifiers: Iterable<string>): Promise<void>
  /** The ids of the records that have it. */
  of(identifier: string): Promise<ReadonlySet<string>>
  /** A record was written. */
  add(document: StoredRecord): void
}

/** The holders of identifiers in a transaction; `told` says who has one where that is known without asking. */
export function holdersIn(
  transaction: Transaction<'readonly' | 'readwrite'>,
  told?: (identifier: string) => readonly string[],
): Holders {
  const index = transaction.objectStore('records').index('ids')
  const known = new Map<string, Set<string>>()

  async function of(identifier: string): Promise<Set<string>> {
    const found =
      known.get(identifier) ?? new Set(told ? told(identifier) : await index.getAllKeys(identifier))
    known.set(identifier, found)
    return found
  }

  return {
    of,
    async prefetch(identifiers) {
      if (told) return
      const wanted = [...new Set(identifiers)].filter((identifier) => !known.has(identifier))
      const bare = bareStore(transaction, 'records').index('ids')
      const found = await resultsOf(wanted.map((identifier) => bare.getAllKeys(identifier)))
      for (const [i, identifier] of wanted.entries())
        known.set(identifier, new Set(found[i]?.map(String)))
    },
    add({ id, ids }) {
      for (const identifier of ids) known.get(identifier)?.add(id)
    },
  }
}

/** The identifiers by which two records can be told to be one paper: an address is not enough. */
export function tellingIdentifiers(identifiers: Iterable<string>): string[] {
  return strongestFirst(identifiers).filter((one) => !one.startsWith('url:'))
}
