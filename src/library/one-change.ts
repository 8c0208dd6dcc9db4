import type { LibraryRecord } from '../item/record.ts'
import type { Change } from './change.ts'
import { toRecord } from './document.ts'
import { type Settled, settleDraft } from './drafts.ts'
import { distinctPrefix } from './field.ts'
import { getDocument } from './find.ts'
import { LibraryError } from './library-error.ts'
import { mergeRecords } from './merge.ts'
import type { StoredRecord } from './schema.ts'
import type { Store } from './store.ts'

/** How a person's change is written. */
export interface ChangeOptions {
  /** The action's name for Undo; `edit` where absent. */
  action?: string
  /** The draft that held the change; it is settled in the same transaction. */
  settles?: Settled
}

type Fields = { [field: string]: unknown }

/** One change of one record that is there, by a person. */
export function changeOne(
  store: Store,
  id: string,
  how: ChangeOptions,
  fieldsFor: (change: Change, document: StoredRecord) => Promise<Fields> | Fields,
): Promise<LibraryRecord> {
  return store.write('strict', async (change) => {
    const document = await thereIs(change, id)
    change.action = how.action ?? 'edit'
    const patched = await change.patch(document, await fieldsFor(change, document))
    if (how.settles) await settleDraft(change.transaction, how.settles)
    return toRecord(patched)
  })
}

/** Moves records into the trash or out of it, as one action; how many were moved. */
export function setDeleted(
  store: Store,
  ids: readonly string[],
  deleted: boolean,
): Promise<number> {
  return store.write('strict', async (change) => {
    change.action = deleted ? 'delete' : 'restore'
    let moved = 0
    for (const id of new Set(ids)) {
      const document = await getDocument(change.transaction, id)
      if (!document || (document.del === true) === deleted) continue
      await change.patch(document, { del: deleted, undone: null })
      moved += 1
    }
    return moved
  })
}

/** Makes two records one, as a person wants it: `fields` are values that were chosen for it. */
export function mergeTwo(
  store: Store,
  ids: readonly [string, string],
  fields: Fields,
): Promise<LibraryRecord> {
  return store.write('strict', async (change) => {
    const [a, b] = [await thereIs(change, ids[0]), await thereIs(change, ids[1])]
    change.action = 'merge'
    // The other page may have been faster: what is one already has only the choice to be made.
    const merged = a.id === b.id ? a : await mergeRecords(change, a, b)
    return toRecord(await change.patch(merged, fields))
  })
}

/** Notes that two records are two papers, whatever they have in common. */
export function keepApart(store: Store, [a, b]: readonly [string, string]): Promise<void> {
  return store.write('strict', async (change) => {
    const [first, second] = a < b ? [a, b] : [b, a]
    change.action = 'keep-apart'
    await change.patch(await thereIs(change, first), { [`${distinctPrefix}${second}`]: true })
  })
}

async function thereIs(change: Change, id: string): Promise<StoredRecord> {
  const document = await getDocument(change.transaction, id)
  if (!document) {
    throw new LibraryError('no-record', 'This paper is not in the library any more.')
  }
  return document
}
