import type { Change } from './change.ts'
import { getDocument } from './find.ts'
import { isHighlightId } from './identity.ts'
import { LibraryError } from './library-error.ts'
import type { Transaction } from './open.ts'
import { placeMarked } from './place-marked.ts'
import { getMany } from './requests.ts'
import type { Inverse, StoredAction, StoredHighlight, StoredRecord, UndoPart } from './schema.ts'
import { dropAction } from './undo-log.ts'
import { clockSum, entriesOf, type StampedDocument, sameValue } from './versions.ts'

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
 * trash only if its reader had added something to it. An action on many records is not taken back here: that is
 * a `LibraryError`.
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
  dropAction(change.transaction, n)
  if (!part) return { action, ids, kept: await takeBack(change, found.inverses) }
  const kept = await takePartBack(change, part)
  return { action, ids: [...change.written], kept }
}

/** More records than this take so long that progress is shown. */
const mostAtOnce = 250

function isLarge({ parts = 0, records = 0 }: StoredAction): boolean {
  return parts > 1 || records > mostAtOnce
}

/** Takes patches back, the last first; how many fields were left because they had been changed since. */
export async function takeBack(change: Change, inverses: readonly Inverse[]): Promise<number> {
  let kept = 0
  for (const inverse of inverses.toReversed()) {
    const isHighlight = isHighlightId(inverse.id)
    const document = isHighlight
      ? await change.transaction.objectStore('highlights').get(inverse.id)
      : await change.get(inverse.id)
    if (!document) continue
    const fields = Object.entries(inverse.was)
    const unchanged = fields.filter(([field]) => isStill(document, field, inverse))
    kept += fields.length - unchanged.length
    const former = inverse.created ? { del: true, undone: true } : Object.fromEntries(unchanged)
    if (isHighlight) await change.patchHighlight(document, former)
    else await change.patch(document, former)
  }
  return kept
}

/** Takes one transaction of an action on many records back; how much was left because it had been changed since. */
export async function takePartBack(
  change: Change,
  { inverses, created, removed }: UndoPart,
): Promise<number> {
  const highlights = change.transaction.objectStore('highlights')
  await change.prefetch([...inverses, ...removed].map(({ id }) => id))
  const kept = await takeBack(change, inverses)
  for (const document of removed) {
    if (document.id.startsWith('a:')) {
      await change.putHighlight(document)
      await placeMarked(change, document)
    } else if (!(await change.get(document.id))) await change.put(document)
  }
  const worked: string[] = []
  for (const [id, clock] of created) {
    const document: StoredRecord | StoredHighlight | undefined = id.startsWith('a:')
      ? await highlights.get(id)
      : await change.get(id)
    if (!document) continue
    if (clockSum(document) !== clock) worked.push(id)
    else {
      await change.remove(id)
      if (id.startsWith('a:')) await placeMarked(change, document)
    }
  }
  return kept + (await putAway(change, worked))
}

/** Records that the action made, and somebody has worked on since, go where they can be found; how many there are. */
async function putAway(change: Change, ids: readonly string[]): Promise<number> {
  let kept = 0
  for (const id of ids) {
    const document = id.startsWith('a:') ? undefined : await change.get(id)
    // Nobody has worked on a part of what has just gone: it would have been seen there.
    const isPart = document && !(await getDocument(change.transaction, id))
    if (isPart) await change.remove(id)
    else if (document) await change.patch(document, { del: true, undone: null })
    if (!isPart) kept += 1
  }
  return kept
}

async function newestAction(
  transaction: Transaction<'readonly' | 'readwrite'>,
  { id, action }: UndoOf,
): Promise<StoredAction | undefined> {
  const store = transaction.objectStore('undo')
  let cursor =
    id === undefined
      ? await store.openCursor(null, 'prev')
      : await store.index('ids').openCursor(IDBKeyRange.only(id), 'prev')
  const isMeant = (found: StoredAction): boolean =>
    (action === undefined || found.action === action) && found.parts !== 0
  while (cursor && !isMeant(cursor.value)) cursor = await cursor.continue()
  return cursor?.value
}

/** True while a field still has the value that the action gave it, and no other beside it; two devices may have given it the same. */
function isStill(document: StampedDocument, field: string, inverse: Inverse): boolean {
  const entries = entriesOf(document, field)
  const became = inverse.became[field]
  return entries.length > 0 && entries.every(([, value]) => sameValue(value, became))
}
