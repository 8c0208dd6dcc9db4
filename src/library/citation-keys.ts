import { citationKey } from '../item/citation-key.ts'
import type { Item } from '../item/item.ts'
import type { Change } from './change.ts'
import { toRecord } from './document.ts'
import { getDocument } from './find.ts'

/**
 * Gives each of these records without a citation key its key, for good, and says every one's. A key is never
 * given twice, and never renumbered, with one exception: where two devices gave one key to two papers, it
 * stays with the smaller id.
 */
export async function assignKeys(
  change: Change,
  ids: readonly string[],
): Promise<{ [id: string]: string }> {
  const keys: [string, string][] = []
  for (const id of ids) {
    const document = await getDocument(change.transaction, id)
    if (!document) continue
    const record = toRecord(document)
    const known = record.citationKey
    if (known !== undefined && (await isFirstHolder(change, known, document.id))) {
      keys.push([id, known])
      continue
    }
    const taken = await keysLike(change, record.item)
    const key = citationKey(record.item, (candidate) => taken.has(candidate))
    await change.patch(document, { citationKey: key })
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

async function isFirstHolder(change: Change, key: string, id: string): Promise<boolean> {
  const [first = id] = await holdersOfKey(change, key)
  return first === id
}

/** The keys in use that are an item's plain key with or without letters behind it. */
async function keysLike(change: Change, item: Item): Promise<Set<string>> {
  const plain = citationKey(item, () => false)
  const taken = new Set<string>()
  const index = change.transaction.objectStore('records').index('key')
  let cursor = await index.openKeyCursor(IDBKeyRange.bound(plain, `${plain}{`), 'nextunique')
  for (; cursor; cursor = await cursor.continue()) taken.add(cursor.key)
  return taken
}
