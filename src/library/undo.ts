import type { Change } from './change.ts'
import type { Transaction } from './open.ts'
import { bareStore } from './requests.ts'
import type { Inverse, State, StoredAction, StoredRecord } from './schema.ts'
import { entriesOf, sameValue } from './versions.ts'

/** How many actions can be taken back. */
const most = 50

/** What an undo did. */
export interface UndoneAction {
  /** The action that was taken back: `save`, `edit`, `delete` … */
  action: string
  /** The records that it concerned. */
  ids: string[]
  /** Fields that were left because they had been changed since. */
  kept: number
}

/** Which action is meant: the newest, or the newest that concerned `id`, or of this name. */
export interface UndoOf {
  id?: string | undefined
  action?: string | undefined
}

/**
 * Notes an action's inverse in the action's own transaction, and lets the oldest beyond the last 50 go. `state` is
 * told the action's number, and written by the caller.
 */
export async function appendAction(
  transaction: Transaction<'readwrite'>,
  state: State,
  action: string,
  inverses: Inverse[],
): Promise<void> {
  if (inverses.length === 0) return
  const store = transaction.objectStore('undo')
  // Libraries of version 1 left the numbering to the database.
  const last = state.actions ?? (await store.openKeyCursor(null, 'prev'))?.key ?? 0
  const n = last + 1
  state.actions = n
  const ids = [...new Set(inverses.map((inverse) => inverse.id))]
  const bare = bareStore(transaction, 'undo')
  bare.put({ n, action, ids, inverses })
  // Numbers rise by one and the newest are taken back first, so nothing older than this is within the last 50.
  bare.delete(IDBKeyRange.upperBound(n - most))
}

/**
 * Takes the newest action back, or the newest that concerned `id`, by a new patch; undefined where there is
 * none. A field that was changed since stays as it is. A record that the action made is deleted, and is in the
 * trash only if its reader had added something to it.
 */
export async function undoAction(
  change: Change,
  of: UndoOf = {},
): Promise<UndoneAction | undefined> {
  const action = await newestAction(change.transaction, of)
  if (!action) return undefined
  let kept = 0
  for (const inverse of action.inverses.toReversed()) {
    const document = await change.get(inverse.id)
    if (!document) continue
    if (inverse.created) {
      await change.patch(document, { del: true, undone: true })
      continue
    }
    const fields = Object.entries(inverse.was)
    const unchanged = fields.filter(([field]) => isStill(document, field, inverse))
    kept += fields.length - unchanged.length
    await change.patch(document, Object.fromEntries(unchanged))
  }
  return { action: action.action, ids: action.ids, kept }
}

async function newestAction(
  transaction: Transaction<'readwrite'>,
  { id, action }: UndoOf,
): Promise<StoredAction | undefined> {
  const store = transaction.objectStore('undo')
  let cursor =
    id === undefined
      ? await store.openCursor(null, 'prev')
      : await store.index('ids').openCursor(IDBKeyRange.only(id), 'prev')
  while (cursor && action !== undefined && cursor.value.action !== action) {
    cursor = await cursor.continue()
  }
  if (!cursor) return undefined
  const found = cursor.value
  await cursor.delete()
  return found
}

/** True while a field still has the value that the action gave it, and no other beside it. */
function isStill(document: StoredRecord, field: string, inverse: Inverse): boolean {
  const entries = entriesOf(document, field)
  return entries.length === 1 && sameValue(entries[0]?.[1], inverse.became[field])
}
