import type { Transaction } from './open.ts'
import { bareStore, getMany } from './requests.ts'
import type { Inverse, State, StoredAction, UndoPart } from './schema.ts'
import { recordsIn } from './undo-part.ts'

type Writing = Transaction<'readwrite'>

/** How many actions can be taken back at least, and after how many the older ones are removed. */
const most = 50
const sweep = 10

/** Notes an action's inverse in the action's own transaction. `state` is told the action's number, and written by the caller. */
export function appendAction(
  transaction: Writing,
  state: State,
  action: string,
  inverses: readonly Inverse[],
): void {
  if (inverses.length === 0) return
  const ids = [...new Set(inverses.map((inverse) => inverse.id))]
  put(transaction, state, { action, ids, inverses: [...inverses] })
}

/** Notes that an action on many records begins; its number. Without parts it is none that could be taken back. */
export function beginAction(transaction: Writing, state: State, action: string): number {
  put(transaction, state, { action, ids: [], inverses: [], parts: 0, records: 0 })
  return state.actions
}

/** An action on many records, which is noted part by part. */
export interface LargeAction {
  action: string
  /** Its number, once it has a part. */
  n?: number
}

/**
 * Notes the inverse of one transaction of an action on many records. The action is told its number with its first part; where
 * it is no longer remembered, its further parts are let go.
 */
export async function appendPart(
  transaction: Writing,
  state: State,
  large: LargeAction,
  part: UndoPart,
): Promise<void> {
  const { inverses, created, removed } = part
  if (inverses.length + created.length + removed.length === 0) return
  if (large.n === undefined) {
    large.n = beginAction(transaction, state, large.action)
  }
  const { n } = large
  const [action] = await getMany(transaction, 'undo', [n])
  if (!action) return
  const parts = action.parts ?? 0
  bareStore(transaction, 'undoParts').put(part, [n, parts])
  bareStore(transaction, 'undo').put({
    ...action,
    parts: parts + 1,
    records: (action.records ?? 0) + recordsIn(part),
  })
}

/** Forgets an action. */
export function dropAction(transaction: Writing, n: number): void {
  bareStore(transaction, 'undo').delete(n)
  bareStore(transaction, 'undoParts').delete(IDBKeyRange.bound([n], [n, []]))
}

function put(transaction: Writing, state: State, action: StoredAction): void {
  state.actions += 1
  const n = state.actions
  bareStore(transaction, 'undo').put({ ...action, n })
  // Numbers rise by one and the newest are taken back first, so nothing older than this is within the last 50.
  if (n % sweep !== 0) return
  bareStore(transaction, 'undo').delete(IDBKeyRange.upperBound(n - most))
  bareStore(transaction, 'undoParts').delete(IDBKeyRange.upperBound([n - most, []]))
}
