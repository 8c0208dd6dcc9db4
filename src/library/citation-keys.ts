import { citationKey, defaultKey, isCitationKey, type KeyOf } from '../item/citation-key.ts'
import type { Change } from './change.ts'
import { toRecord } from './document.ts'
import { getDocument } from './find.ts'
import { bareStore, resultsOf } from './requests.ts'

/** So that there is room for letters behind it. */
const longestKey = 150

/**
 * Gives each of these records without a citation key its key, for good, and says every one's. A key is never
 * given twice, and never renumbered, with one exception: where two devices gave one key to two papers, it
 * stays with the smaller id. `keyOf` is asked for new keys only; another one leaves all that are there. What is no
 * key that every tool reads is not taken from it: our default is.
 */
export async function assignKeys(
  change: Change,
  ids: readonly string[],
  keyOf: KeyOf = defaultKey,
): Promise<{ [id: string]: string }> {
  const keys: [string, string][] = []
  const assigned = new Set<string>()
  // Read once for each: with a short pattern thousands of papers have the same plain key.
  const inUse = new Map<string, Set<string>>()
  for (const id of ids) {
    const document = await getDocument(change.transaction, id)
    if (!document) continue
    const record = toRecord(document)
    const known = record.citationKey
    if (known !== undefined && (await isFirstHolder(change, known, document.id))) {
      keys.push([id, known])
      continue
    }
    const wanted = keyOf(record.item)
    const plain = isKey(wanted) ? wanted : defaultKey(record.item)
    const taken = inUse.get(plain) ?? (await keysLike(change, plain))
    inUse.set(plain, taken)
    const isTaken = (key: string) => taken.has(key.toLowerCase()) || assigned.has(key.toLowerCase())
    const key = citationKey(record.item, isTaken, () => plain)
    await change.patch(document, { citationKey: key })
    assigned.add(key.toLowerCase())
    keys.push([id, key])
  }
  return Object.fromEntries(keys)
}

/** The ids of the records that have a key, the smallest first. One that no list shows (merged into another, or undone) keeps it from nobody. */
export async function holdersOfKey(change: Change, key: string): Promise<string[]> {
  const index = change.transaction.objectStore('records').index('key')
  const ids = await index.getAllKeys(key.toLowerCase())
  const shown: string[] = []
  for (const id of ids) if ((await change.get(id))?.row !== undefined) shown.push(id)
  return shown
}

/** Who has which keys, in one transaction: for many that are asked at once, and kept in step with what is written. */
export interface KeysInUse {
  /** True where a record that a list shows, another one than `own`, has the key. */
  isTaken(key: string, own: string | undefined): Promise<boolean>
  /** A record was given a key. */
  add(key: string, id: string): void
}

/** The holders of these keys, asked for all at once. */
export async function keysInUse(change: Change, keys: readonly string[]): Promise<KeysInUse> {
  const wanted = [...new Set(keys.map((key) => key.toLowerCase()))]
  const index = bareStore(change.transaction, 'records').index('key')
  const found = await resultsOf(wanted.map((key) => index.getAllKeys(key)))
  const holders = new Map(wanted.map((key, i) => [key, new Set(found[i]?.map(String))]))
  return {
    async isTaken(key, own) {
      for (const id of holders.get(key.toLowerCase()) ?? [])
        if (id !== own && (await change.get(id))?.row !== undefined) return true
      return false
    },
    add: (key, id) => void holders.get(key.toLowerCase())?.add(id),
  }
}

async function isFirstHolder(change: Change, key: string, id: string): Promise<boolean> {
  const [first = id] = await holdersOfKey(change, key)
  return first === id
}

/** The keys in use that begin as one does, in small letters: BibTeX takes keys that differ in case alone for the same. */
export async function keysLike(change: Change, plain: string): Promise<Set<string>> {
  const start = plain.toLowerCase()
  const taken = new Set<string>()
  const index = change.transaction.objectStore('records').index('key')
  let cursor = await index.openKeyCursor(IDBKeyRange.bound(start, `${start}{`), 'nextunique')
  for (; cursor; cursor = await cursor.continue()) taken.add(cursor.key)
  return taken
}

/** True for a key that the record can hold, a few letters behind it. */
function isKey(key: string): boolean {
  return key.length <= longestKey && isCitationKey(key)
}
