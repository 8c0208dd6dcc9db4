import type { Change } from './change.ts'
import { fieldsOfEdit } from './edit.ts'
import { getDocument } from './find.ts'
import { mergedIds } from './merge.ts'
import { bareStore, getMany, resultsOf } from './requests.ts'
import type { StoredRecord, StoredRow } from './schema.ts'
import { foldTag, normaliseTag, tagField, tagOfField } from './tags.ts'
import { takeBack, takePartBack } from './take-back.ts'
import type { Progress, Task } from './task.ts'
import { dropAction, passClocks } from './undo-log.ts'

/** Records that are changed, and rows that are looked through, in one transaction. */
const inStep = 250
const rowsInStep = 2000

/** What one step of a task did: where the next begins, how much is done of `Progress.of`, and whether that is all. */
export interface StepDone {
  next: number
  done: number
  /** Records that were changed, where these are not all that were written. */
  changed?: number
  /** Fields that were left as they had been changed since. */
  kept?: number
  isDone: boolean
}

/** Does the next step of a task in a transaction. */
export function doStep(change: Change, task: Task, progress: Progress): Promise<StepDone> {
  switch (task.kind) {
    case 'retag':
      return retagStep(change, task, progress)
    case 'mark':
      return idsStep(change, task.ids, progress, (document) => markOne(change, document, task))
    case 'delete':
    case 'restore': {
      const del = task.kind === 'delete'
      return idsStep(change, task.ids, progress, async (document) => {
        if ((document.del === true) !== del) await change.patch(document, { del, undone: null })
      })
    }
    case 'purge':
      return purgeStep(change, progress)
    case 'undo':
      return undoStep(change, task, progress)
  }
}

async function idsStep(
  change: Change,
  ids: readonly string[],
  { next }: Progress,
  doOne: (document: StoredRecord) => Promise<void>,
): Promise<StepDone> {
  const part = ids.slice(next, next + inStep)
  await change.prefetch(part)
  for (const id of part) {
    const document = await change.get(id)
    if (document && typeof document.mergedInto !== 'string') await doOne(document)
  }
  const done = next + part.length
  return { next: done, done, isDone: done >= ids.length }
}

async function markOne(
  change: Change,
  document: StoredRecord,
  { addTags = [], removeTags = [], decision }: Extract<Task, { kind: 'mark' }>,
): Promise<void> {
  const edit = { addTags, removeTags, ...(decision === undefined ? {} : { decision }) }
  await change.patch(document, await fieldsOfEdit(change, document, edit))
}

/** Rows are looked through by their numbers; those that are changed get higher ones, and are looked at again in vain. */
async function retagStep(
  change: Change,
  { from, to }: Extract<Task, { kind: 'retag' }>,
  { next, of }: Progress,
): Promise<StepDone> {
  const range = IDBKeyRange.bound(next, of)
  const [rows = []] = await resultsOf<StoredRow[]>([
    bareStore(change.transaction, 'rows').getAll(range, rowsInStep),
  ])
  const folded = new Set(from.map(foldTag))
  const name = to === undefined ? undefined : normaliseTag(to)
  const having = rows.filter(({ tags }) => tags.some((tag) => folded.has(foldTag(tag))))
  const part = having.slice(0, inStep)
  await change.prefetch(part.map(({ id }) => id))
  for (const { id } of part) {
    const document = await change.get(id)
    if (!document) continue
    const former = Object.keys(document).filter((field) => {
      const tag = tagOfField(field)
      return document[field] === true && tag !== undefined && folded.has(foldTag(tag))
    })
    const fields: { [field: string]: boolean } = {}
    for (const field of former) fields[field] = false
    if (name !== undefined && former.length > 0) fields[tagField(name)] = true
    await change.patch(document, fields)
  }
  // Where no record has it, the spelling of those that do is none of its business.
  if (name !== undefined && part.length > 0) change.respell(name)
  const last = part.length < having.length ? part.at(-1)?.n : rows.at(-1)?.n
  const isDone = rows.length < rowsInStep && part.length === having.length
  const done = isDone ? of : (last ?? of)
  return { next: done + 1, done, isDone }
}

/** The trash's oldest first. */
async function purgeStep(change: Change, { done }: Progress): Promise<StepDone> {
  const index = bareStore(change.transaction, 'rows').index('trash')
  const [rows = []] = await resultsOf<StoredRow[]>([index.getAll(null, inStep)])
  await change.prefetch(rows.map(({ id }) => id))
  for (const { id } of rows) {
    // What became part of it would lead nowhere from now on, and hide what a backup has of it.
    for (const part of await partsOf(change, id)) await change.remove(part)
    await change.remove(id)
  }
  return {
    next: 0,
    done: done + rows.length,
    changed: rows.length,
    isDone: rows.length < inStep,
  }
}

/** The records that are part of this one now. */
async function partsOf(change: Change, id: string): Promise<string[]> {
  const document = await change.get(id)
  const parts: string[] = []
  for (const part of document ? mergedIds(document) : [])
    if ((await getDocument(change.transaction, part))?.id === id) parts.push(part)
  return parts
}

/** The parts of an action, the last first; one on few records has none, and is taken back as a whole. */
async function undoStep(
  change: Change,
  { action }: Extract<Task, { kind: 'undo' }>,
  { done }: Progress,
): Promise<StepDone> {
  const { transaction } = change
  const [found] = await getMany(transaction, 'undo', [action])
  if (found && found.parts === undefined) {
    dropAction(transaction, action)
    const { kept } = await takeBack(change, found.inverses)
    return { next: 0, done: done + 1, kept, isDone: true }
  }
  const range = IDBKeyRange.bound([action], [action, []])
  const cursor = await transaction.objectStore('undoParts').openCursor(range, 'prev')
  if (!cursor) {
    dropAction(transaction, action)
    return { next: 0, done, isDone: true }
  }
  const { value: part, primaryKey } = cursor
  const [, number] = primaryKey
  await cursor.delete()
  const { kept, clocks } = await takePartBack(change, part)
  await passClocks(transaction, [action, number - 1], clocks)
  // With its first part, which is taken back last, the action goes too: it would be one that takes nothing back.
  const isDone = number === 0
  if (isDone) dropAction(transaction, action)
  return { next: 0, done: done + 1, kept, isDone }
}
