import type { Change } from './change.ts'
import { LibraryError } from './library-error.ts'
import { bareStore, getMany } from './requests.ts'
import type { Store } from './store.ts'
import { longestTag, normaliseTag } from './tags.ts'
import type { Progress, Task } from './task.ts'
import { doStep } from './task-steps.ts'
import { beginAction } from './undo-log.ts'

/** How a task is watched and stopped. */
export interface TaskOptions {
  onProgress?: (progress: Progress) => void
  /** Stops it for good: what was done is kept, and can be taken back. */
  signal?: AbortSignal
  /** Told before records are removed for good, how many; awaited. */
  beforeRemoval?: (records: number) => Promise<void>
}

/** How a task ended. */
export interface TaskResult extends Pick<Progress, 'changed' | 'kept'> {
  /** True where the signal stopped it. */
  stopped: boolean
  /** The action's number in the undo log; absent where nothing has changed, and where something was taken back. */
  action?: number
}

/** The name that each kind of task has in the undo log. */
const actionOf: { readonly [K in Task['kind']]: string } = {
  retag: 'tags',
  mark: 'edit',
  delete: 'delete',
  restore: 'restore',
  purge: 'purge',
  undo: 'undo',
}

/** Tasks that may remove records for good, and how many a step of one removes at most: as many as an import brings at once. */
const mayRemove: ReadonlySet<Task['kind']> = new Set(['purge', 'undo'])
const mostRemoved = 2048

/** A task that was begun and not ended: the browser closed before it was done. */
export async function unfinishedTask(
  store: Store,
): Promise<{ task: Task; progress: Progress } | undefined> {
  const [task, progress] = await store.read(
    (transaction) => getMany(transaction, 'jobs', ['task', 'progress']),
    ['jobs'],
  )
  // Each key has its own kind of value, which the store's type does not say.
  return task && progress ? { task: task as Task, progress: progress as Progress } : undefined
}

/** Gives an unfinished task up: what was done of it stays, and can be taken back. */
export async function abandonTask(store: Store): Promise<void> {
  await store.write('strict', async ({ transaction }) => {
    forget(transaction)
  })
}

/**
 * Does a task, in transactions of some hundred records each, as one action that can be taken back; an unfinished one of
 * before goes on where it was. What ends it, a closed browser too, loses nothing: `unfinishedTask` then knows of it.
 */
export async function runTask(
  store: Store,
  wanted: Task | undefined,
  options: TaskOptions = {},
): Promise<TaskResult> {
  if (
    wanted?.kind === 'retag' &&
    wanted.to !== undefined &&
    normaliseTag(wanted.to) === undefined
  ) {
    throw new LibraryError(
      'wrong-tag',
      `A tag's name is 1 to ${longestTag} characters long. Nothing was changed.`,
      { fill: [longestTag] },
    )
  }
  const unfinished = await unfinishedTask(store)
  if (wanted && unfinished) {
    throw new LibraryError(
      'busy',
      'Earlier work on many papers is not finished. Finish it or leave it first. Nothing was changed.',
    )
  }
  const task = wanted ?? unfinished?.task
  if (!task) return { changed: 0, kept: 0, stopped: false }
  let progress = unfinished?.progress ?? (await begin(store, task))
  for (let isDone = false; !isDone; ) {
    if (options.signal?.aborted) {
      await abandonTask(store)
      return resultOf(progress, true)
    }
    if (mayRemove.has(task.kind)) await options.beforeRemoval?.(mostRemoved)
    const before = progress
    // The last one strictly, and nobody knows which that is.
    const step = await store.write('strict', (change) => takeStep(change, task, before))
    progress = step.progress
    isDone = step.isDone
    options.onProgress?.(progress)
  }
  return resultOf(progress, false)
}

function resultOf({ action, changed, kept }: Progress, stopped: boolean): TaskResult {
  const result = { changed, kept, stopped }
  return action === undefined || changed === 0 ? result : { ...result, action }
}

async function begin(store: Store, task: Task): Promise<Progress> {
  return store.write('strict', async ({ transaction, state: reading }) => {
    const state = await reading
    if (task.kind === 'undo') await refuseForgotten(transaction, task.action)
    const action =
      task.kind === 'undo' ? undefined : await beginAction(transaction, state, actionOf[task.kind])
    const progress: Progress = {
      ...(action === undefined ? {} : { action }),
      next: 0,
      done: 0,
      of: await sizeOf(transaction, task, state),
      changed: 0,
      kept: 0,
    }
    bareStore(transaction, 'jobs').put(task, 'task')
    bareStore(transaction, 'jobs').put(progress, 'progress')
    return progress
  })
}

/** What nobody remembers any more must not count as taken back. */
async function refuseForgotten(transaction: Change['transaction'], action: number): Promise<void> {
  const [found] = await getMany(transaction, 'undo', [action])
  if (!found || found.parts === 0)
    throw new LibraryError('no-action', 'There is nothing left to undo.')
}

async function sizeOf(
  transaction: Change['transaction'],
  task: Task,
  { rows, trashed }: { rows: number; trashed: number },
): Promise<number> {
  switch (task.kind) {
    case 'retag':
      return rows
    case 'purge':
      return trashed
    case 'undo': {
      const [action] = await getMany(transaction, 'undo', [task.action])
      return action?.parts ?? 1
    }
    default:
      return task.ids.length
  }
}

async function takeStep(
  change: Change,
  task: Task,
  before: Progress,
): Promise<{ progress: Progress; isDone: boolean }> {
  if (before.action !== undefined) change.partOf = { action: actionOf[task.kind], n: before.action }
  const { next, done, kept = 0, isDone, ...step } = await doStep(change, task, before)
  const progress: Progress = {
    ...before,
    next,
    done,
    changed: before.changed + (step.changed ?? change.written.size),
    kept: before.kept + kept,
  }
  const jobs = bareStore(change.transaction, 'jobs')
  if (isDone) forget(change.transaction)
  else jobs.put(progress, 'progress')
  return { progress, isDone }
}

function forget(transaction: Change['transaction']): void {
  const jobs = bareStore(transaction, 'jobs')
  for (const key of ['task', 'progress']) jobs.delete(key)
}
