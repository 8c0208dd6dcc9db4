import type { Change } from './change.ts'
import { bareStore, getMany, resultsOf } from './requests.ts'
import type { StoredAction } from './schema.ts'
import type { Store } from './store.ts'
import type { ImportJob } from './task.ts'

/** An import that was begun and not ended: its page was closed, or its file could not be read to the end. */
export interface UnfinishedImport {
  name: string
  done: number
  /** Its action's number in the undo log; absent where nothing was changed, or the log has forgotten it. */
  action?: number
}

/** The import that was cut off, if one was; while one runs, that one. */
export async function unfinishedImport(store: Store): Promise<UnfinishedImport | undefined> {
  return store.read(
    async (transaction) => {
      const [job] = await getMany(transaction, 'jobs', ['import'])
      // Each key has its own kind of value, which the store's type does not say.
      if (!job) return undefined
      const { name, done, since } = job as ImportJob
      const [actions = []] = await resultsOf<StoredAction[]>([
        bareStore(transaction, 'undo').getAll(IDBKeyRange.lowerBound(since, true)),
      ])
      const own = actions.find(({ action }) => action === 'import')
      return { name, done, ...(own?.n === undefined ? {} : { action: own.n }) }
    },
    ['jobs', 'undo'],
  )
}

/** Forgets an import that was cut off: what it brought stays. */
export async function leaveImport(store: Store): Promise<void> {
  await store.write('strict', async ({ transaction }) => {
    bareStore(transaction, 'jobs').delete('import')
  })
}

/** Notes in a transaction of an import how far it has come with it; undefined where it is done. */
export function noteImport({ transaction }: Change, job: ImportJob | undefined): void {
  const jobs = bareStore(transaction, 'jobs')
  if (job) jobs.put(job, 'import')
  else jobs.delete('import')
}
