import type { Change } from './change.ts'
import { LibraryError } from './library-error.ts'
import type { Transaction } from './open.ts'
import { getMany } from './requests.ts'
import type { StoredAction } from './schema.ts'
import { takeBack, takePartBack } from './take-back.ts'
import { actionsUnderWay, dropAction } from './undo-log.ts'

/** What an undo did. */
export interface UndoneAction {
  /** The action that was taken back: `save`, `edit`, `delete` … */
  action: string
  /** The records that it concerned. */
  ids: string[]
  /** Fields that were left because they had been changed since. */
  kept: number
  /** Records that were left in the library because they have become one with another since. */
  merged?: string[]
}

/** Which action is meant: the newest, or the newest that concerned `id`, or of this name. */
export interface UndoOf {
  id?: string | undefined
  action?: string | undefined
}

/** An action that may be taken back. */
export interface UndoableAction {
  /** Its number. */
  n: number
  action: string
  /** How many records it concerned. */
  records: number
  /** True where these are so many that it is taken back bit by bit: by the task `undo`. */
  isLarge: boolean
}

/** The action that `undoAction` would take back; undefined where there is none. */
export async function undoableAction(
  transaction: Transaction,
  of: UndoOf,
): Promise<UndoableAction | undefined> {
  const found = await newestAction(transaction, of)
  return (
    found && {
      n: found.n ?? 0,
      action: found.action,
      records: found.records ?? found.ids.length,
      isLarge: isLarge(found),
    }
  )
}

/**
 * Takes the newest action back, or the newest that concerned `id`, by a new patch; undefined where there is
 * none. A field that was changed since stays as it is. A record that the action made is deleted, and is in the
 * trash only if its reader had added something to it; one that has become one with another since stays. An action
 * on many records is not taken back here: that is a `LibraryError`.
 */
export async function undoAction(
  change: Change,
  of: UndoOf = {},
): Promise<UndoneAction | undefined> {
  const found = await newestAction(change.transaction, of)
  if (!found) return undefined
  const { action, ids, n = 0 } = found
  if (isLarge(found)) {
    throw new LibraryError(
      'many',
      'This concerns many papers. Open the library page to take it back.',
    )
  }
  const [part] = found.parts === 1 ? await getMany(change.transaction, 'undoParts', [[n, 0]]) : []
  if (!part) {
    const { kept, merged } = await takeBack(change, found.inverses)
    // Asked for once more it must not be missing, for then it would count as forgotten; and after the merge is taken back it can be.
    const isLeft = of.id !== undefined && merged.length > 0 && change.written.size === 0
    if (!isLeft) dropAction(change.transaction, n)
    return { action, ids, kept, ...(merged.length > 0 ? { merged } : {}) }
  }
  dropAction(change.transaction, n)
  const { kept } = await takePartBack(change, part)
  return { action, ids: [...change.written], kept }
}

/** More records than this take so long that progress is shown. */
const mostAtOnce = 250

function isLarge({ parts = 0, records = 0 }: StoredAction): boolean {
  return parts > 1 || records > mostAtOnce
}

async function newestAction(
  transaction: Transaction<'readonly' | 'readwrite'>,
  { id, action }: UndoOf,
): Promise<StoredAction | undefined> {
  const underWay = await actionsUnderWay(transaction)
  const store = transaction.objectStore('undo')
  let cursor =
    id === undefined
      ? await store.openCursor(null, 'prev')
      : await store.index('ids').openCursor(IDBKeyRange.only(id), 'prev')
  const isMeant = (found: StoredAction): boolean =>
    (action === undefined || found.action === action) &&
    found.parts !== 0 &&
    // Its other half would be done, or taken back, all the same.
    !underWay.includes(found.n ?? 0)
  while (cursor && !isMeant(cursor.value)) cursor = await cursor.continue()
  return cursor?.value
}
