import { useCallback, useEffect, useState } from 'preact/hooks'
import type { UnfinishedImport } from '../../src/library/import-job.ts'
import type { Damage } from '../../src/library/sentinel.ts'
import type { Task } from '../../src/library/task.ts'
import type { BackupStatus } from '../backup-state.ts'
import { errorText } from '../ui/error-text.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useLibraryChange } from '../ui/use-library-change.ts'
import { useWork } from './work.ts'

/** How the library is: what a person should know of it before anything else. */
export interface Upkeep {
  /** True while another page holds an older version of the library open. */
  isBlocked: boolean
  damage: Damage | undefined
  unfinished: Task | undefined
  /** An import that was cut off. */
  cutOff: UnfinishedImport | undefined
  backup: BackupStatus | undefined
  /** Papers in the trash; undefined until they were counted. */
  trashed: number | undefined
  /** Looks again. */
  refresh(): void
}

/** Reads how the library is, and again after each change. */
export function useUpkeep(): Upkeep {
  const work = useWork()
  const { fail } = useAnnouncer()
  const [isBlocked, setBlocked] = useState(false)
  useEffect(() => work.onBlocked(setBlocked), [work])
  const [upkeep, setUpkeep] = useState<Omit<Upkeep, 'refresh' | 'isBlocked'>>({
    damage: undefined,
    unfinished: undefined,
    cutOff: undefined,
    backup: undefined,
    trashed: undefined,
  })
  const refresh = useCallback(async () => {
    try {
      const [damage, unfinished, cutOff, backup, trash] = await Promise.all([
        work.damage(),
        work.unfinished(),
        work.unfinishedImport(),
        work.backupStatus(),
        work.trash(1),
      ])
      const task = unfinished?.task
      setUpkeep({ damage, unfinished: task, cutOff, backup, trashed: trash.total })
    } catch (error) {
      fail(errorText(error))
    }
  }, [work, fail])
  useEffect(() => void refresh(), [refresh])
  useLibraryChange(() => void refresh())
  useEffect(() => work.onBackup(() => void refresh()), [work, refresh])
  return { ...upkeep, isBlocked, refresh: () => void refresh() }
}
