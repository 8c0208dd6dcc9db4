import { LibraryError } from './library-error.ts'
import type { Transaction } from './open.ts'
import { bareStore, getMany } from './requests.ts'
import type { Inverse, State, StoredAction, UndoPart } from './schema.ts'
import type { Progress, Task } from './task.ts'
import { type Images, recordsIn } from './undo-part.ts'

type Writing = Transaction<'readwrite'>

/** How many actions can be taken back at least, and after how many the older ones are removed. */
const most = 50
const sweep = 10

/** Notes an action's inverse in the action's own transaction; nothing of one without a name, which nobody can take back. `state` is told the action's number, and written by the caller. */
export async function appendAction(
  transaction: Writing,
  state: State,
  action: string | undefined,
  inverses: readonly Inverse[],
): Promise<void> {
  if (action === undefined || inverses.length === 0) return
  const ids = [...new Set(inverses.map((inverse) => inverse.id))]
  await put(transaction, state, { action, ids, inverses: [...inverses] })
}

/** Notes that an action on many records begins; its number. Without parts it is none that could be taken back. */
export async function beginAction(
  transaction: Writing,
  state: State,
  action: string,
): Promise<number> {
  await put(transaction, state, { action, ids: [], inverses: [], parts: 0, records: 0 })
  return state.actions
}

/** An action on many records, which is noted part by part. */
export interface LargeAction {
  action: string
  /** Its number, once it has a part. */
  n?: number
  /** The records that its parts made so far. */
  made?: Set<string>
}

/** An action that goes on after it was cut off, with the records that its parts have made. */
export async function resumeAction(
  transaction: Transaction<'readonly' | 'readwrite'>,
  action: string,
  n: number,
): Promise<LargeAction> {
  const range = IDBKeyRange.bound([n], [n, []])
  const parts = await transaction.objectStore('undoParts').getAll(range)
  return { action, n, made: new Set(parts.flatMap(({ created }) => created.map(([id]) => id))) }
}

/**
 * Notes the inverse of one transaction of an action on many records. The action is told its number with its first part; where
 * so much was done since that it is no longer remembered, its further parts are let go. One that was taken back meanwhile goes
 * no further, which is a `LibraryError`: its next part may stand on what was taken away, as what became part of a record does.
 */
export async function appendPart(
  transaction: Writing,
  state: State,
  large: LargeAction,
  images: Images,
  respelled: [was: string, became: string][],
): Promise<void> {
  const part = images.part(large.made)
  if (respelled.length > 0) part.respelled = respelled
  const { inverses, created, removed, again = [] } = part
  // Should this transaction fail and be tried again, it makes the same once more.
  large.made ??= new Set()
  for (const [id] of created) large.made.add(id)
  if (inverses.length + created.length + removed.length + again.length === 0) return
  if (large.n === undefined) {
    large.n = await beginAction(transaction, state, large.action)
  }
  const { n } = large
  const [action] = await getMany(transaction, 'undo', [n])
  if (!action) {
    if (n > state.actions - most) throw takenBack()
    return
  }
  const parts = action.parts ?? 0
  bareStore(transaction, 'undoParts').put(part, [n, parts])
  bareStore(transaction, 'undo').put({
    ...action,
    parts: parts + 1,
    records: (action.records ?? 0) + recordsIn(part),
  })
}

/**
 * Tells an earlier part of an action the clocks that records have by now which only the action itself has worked on: by
 * writing them and, just now, by taking that back.
 */
export async function passClocks(
  transaction: Writing,
  key: [action: number, part: number],
  clocks: ReadonlyMap<string, number>,
): Promise<void> {
  if (clocks.size === 0) return
  const [part] = await getMany(transaction, 'undoParts', [key])
  if (!part) return
  const made = new Set(part.created.map(([id]) => id))
  const others = (part.again ?? []).filter(([id]) => !clocks.has(id))
  const passed: UndoPart = {
    ...part,
    created: part.created.map(([id, clock]) => [id, clocks.get(id) ?? clock]),
    again: [...others, ...[...clocks].filter(([id]) => !made.has(id))],
  }
  bareStore(transaction, 'undoParts').put(passed, key)
}

function takenBack(): LibraryError {
  return new LibraryError(
    'no-action',
    'This was taken back while it was under way, so it was stopped.',
  )
}

/** The numbers of the actions that a task is doing or taking back just now. */
export async function actionsUnderWay(
  transaction: Transaction<'readonly' | 'readwrite'>,
): Promise<number[]> {
  const [task, progress] = await getMany(transaction, 'jobs', ['task', 'progress'])
  // Each key has its own kind of value, which the store's type does not say.
  const doing = (progress as Progress | undefined)?.action
  const job = task as Task | undefined
  const undoing = job?.kind === 'undo' ? job.action : undefined
  return [doing, undoing].filter((n) => n !== undefined)
}

/** Forgets an action. */
export function dropAction(transaction: Writing, n: number): void {
  bareStore(transaction, 'undo').delete(n)
  bareStore(transaction, 'undoParts').delete(IDBKeyRange.bound([n], [n, []]))
}

async function put(transaction: Writing, state: State, action: StoredAction): Promise<void> {
  state.actions += 1
  const n = state.actions
  bareStore(transaction, 'undo').put({ ...action, n })
  // Numbers rise by one and the newest are taken back first, so nothing older than this is within the last 50.
  if (n % sweep !== 0) return
  // But what is half done, or half taken back, must not lose its other half meanwhile.
  const oldest = Math.min(n - most + 1, ...(await actionsUnderWay(transaction)))
  bareStore(transaction, 'undo').delete(IDBKeyRange.upperBound(oldest, true))
  bareStore(transaction, 'undoParts').delete(IDBKeyRange.upperBound([oldest], true))
}
