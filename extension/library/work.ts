import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { LibraryRecord, RecordRow } from '../../src/item/record.ts'
import type { Likeness } from '../../src/library/alike.ts'
import type { ReviewFlow } from '../../src/library/flow.ts'
import type { UnfinishedImport } from '../../src/library/import-job.ts'
import type { Damage } from '../../src/library/sentinel.ts'
import type { Statistics } from '../../src/library/statistics.ts'
import type { Progress, Task } from '../../src/library/task.ts'
import type { TaskResult } from '../../src/library/tasks.ts'
import type { BackupStatus } from '../backup-state.ts'
import type { EverySiteSwitch } from '../every-site.ts'
import type { CheckImport } from '../ui/transfer.ts'

/** Two records that may be one paper. */
export interface DuplicatePair {
  records: [LibraryRecord, LibraryRecord]
  likeness: Likeness
}

/** How far long work has come. */
export type Told = (done: number, of: number) => void

/** What the library page does beyond reading: work on many records, which is written by the page itself. Each call rejects with an error in plain words. */
export interface LibraryWork {
  check: CheckImport
  /** Does a task; without one, goes on with what is unfinished. */
  run(task: Task | undefined, signal: AbortSignal, told: Told): Promise<TaskResult>
  /** A task that the browser's end cut off. */
  unfinished(): Promise<{ task: Task; progress: Progress } | undefined>
  abandon(): Promise<void>
  /** An import that was cut off. */
  unfinishedImport(): Promise<UnfinishedImport | undefined>
  leaveImport(): Promise<void>
  duplicates(signal: AbortSignal, told: Told): Promise<DuplicatePair[]>
  /** How many such pairs there are. */
  duplicateCount(signal: AbortSignal): Promise<number>
  flow(signal: AbortSignal, told: (done: number) => void): Promise<ReviewFlow>
  statistics(signal: AbortSignal, told: (done: number) => void): Promise<Statistics>
  trash(first: number): Promise<{ rows: RecordRow[]; total: number }>
  /** Calls back when another page keeps the library from being opened, and when it no longer does. */
  onBlocked(listener: (isBlocked: boolean) => void): () => void
  damage(): Promise<Damage | undefined>
  acceptDamage(): Promise<void>
  backupStatus(): Promise<BackupStatus>
  /** Calls back when a backup was made or failed, by whomever, until the returned function is called. */
  onBackup(listener: () => void): () => void
  /** Writes a full backup and hands it to the browser's downloads; its file's name. */
  backUp(told: Told): Promise<string>
  /** Whether the library is backed up by itself every day. */
  isScheduled(): Promise<boolean>
  /** Switches that on, which asks for a permission, or off; false where the person refused. To be called on a click. */
  schedule(on: boolean): Promise<boolean>
  /** Detection on every site. */
  everySite: EverySiteSwitch
  /** Makes the search index, where that is to be made; told only where it takes a while. */
  index(told: Told): Promise<void>
}

/** Where the library page's components find it. */
export const WorkContext = createContext<LibraryWork | undefined>(undefined)

/** The library page's work; throws where a component stands outside its context. */
export function useWork(): LibraryWork {
  const work = useContext(WorkContext)
  if (!work) throw new Error('No WorkContext round this component')
  return work
}
