import { breathe } from './breathe.ts'
import { findHolders } from './find.ts'
import { isDistinct } from './merge.ts'
import type { Transaction } from './open.ts'
import { bareStore, resultsOf } from './requests.ts'
import type { StoredRecord } from './schema.ts'
import type { Store } from './store.ts'
import { typedPrefix } from './typed.ts'

/** Identifiers that are looked at in one transaction. */
const chunk = 500

/**
 * Pairs of records in the library of which a reader typed an identifier on one that the other has too. They are not made one by
 * themselves where their words differ, since one wrong letter is enough to name another paper.
 */
export async function typedPairs(
  store: Store,
  signal?: AbortSignal,
): Promise<[StoredRecord, StoredRecord][]> {
  const typed = await store.read(typedIdentifiers, ['records'])
  const pairs: [StoredRecord, StoredRecord][] = []
  for (let from = 0; from < typed.length; from += chunk) {
    signal?.throwIfAborted()
    const part = typed.slice(from, from + chunk)
    pairs.push(...(await store.read((transaction) => pairsOf(transaction, part), ['records'])))
    await breathe()
  }
  return pairs
}

/** The identifiers that a reader typed on some record. */
async function typedIdentifiers(transaction: Transaction): Promise<string[]> {
  const index = transaction.objectStore('records').index('ids')
  const range = IDBKeyRange.bound(typedPrefix, `${typedPrefix}\uffff`)
  const found: string[] = []
  let cursor = await index.openKeyCursor(range, 'nextunique')
  while (cursor) {
    found.push(cursor.key.slice(typedPrefix.length))
    cursor = await cursor.continue()
  }
  return found
}

async function pairsOf(
  transaction: Transaction,
  typed: readonly string[],
): Promise<[StoredRecord, StoredRecord][]> {
  const index = bareStore(transaction, 'records').index('ids')
  const ids = await resultsOf(typed.map((identifier) => index.getAllKeys(identifier)))
  const shared = typed.filter((_, i) => (ids[i]?.length ?? 0) > 1)
  const pairs: [StoredRecord, StoredRecord][] = []
  for (const identifier of shared) {
    const holders = await findHolders(transaction, [identifier])
    // The one that a page gave it comes first: each that it was typed on is a pair with this one.
    const [first, ...others] = holders.sort((a, b) => Number(a.isTyped) - Number(b.isTyped))
    for (const { document, isTyped } of others)
      if (first && isTyped && !isDistinct(first.document, document))
        pairs.push([first.document, document])
  }
  return pairs
}
