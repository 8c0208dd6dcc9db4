import browser from 'webextension-polyfill'
import type { Counts } from '../src/library/store.ts'

/** The last full backup, or since when there is something that is in none. */
interface BackupMark {
  /** When the last backup was written, ISO 8601, and as what file; absent where there is none yet. */
  at?: string
  name?: string
  /** The library that it was of, and `Counts.changes` then. */
  database: string
  changes: number
  /** When something that is in no backup was first seen, where there is no backup yet. */
  since?: string
  failed?: { at: string; error: string }
}

/** How the library stands to its backups. */
export interface BackupStatus {
  /** Changes that are in no backup. */
  changes: number
  /** True where it is time to say so: after 50 changes, or 14 days. */
  isDue: boolean
  /** When the last backup was written, and as what file. */
  last?: { at: string; name: string }
  /** When the last daily backup failed, if no other was written since, and why, in a sentence. */
  failed?: { at: string; error: string }
}

const key = 'backup'
const mostChanges = 50
const mostDays = 14

/** How the library with these counters stands to its backups; `now` in ms since 1970. */
export async function backupStatus(counts: Counts, now: number): Promise<BackupStatus> {
  const mark = await readMark()
  const isOfThis = mark?.database === counts.database
  const changes = Math.max(0, counts.changes - (isOfThis ? mark.changes : 0))
  const from = mark?.at ?? mark?.since
  if (changes > 0 && from === undefined) {
    await writeMark({ database: counts.database, changes: 0, since: new Date(now).toISOString() })
  }
  const days = from === undefined ? 0 : (now - Date.parse(from)) / 86_400_000
  return {
    changes,
    isDue: changes >= mostChanges || (changes > 0 && days >= mostDays),
    ...(mark?.at === undefined ? {} : { last: { at: mark.at, name: mark.name ?? '' } }),
    ...(mark?.failed ? { failed: mark.failed } : {}),
  }
}

/** Notes that a full backup was written: of the library as it was with these counters. */
export async function noteBackup(
  { database, changes }: Counts,
  file: { at: string; name: string },
): Promise<void> {
  await writeMark({ database, changes, ...file })
}

/** Notes that a backup that nobody was waiting for could not be written, and why, in a sentence. */
export async function noteFailure({ database }: Counts, error: string): Promise<void> {
  const failed = { at: new Date().toISOString(), error }
  await writeMark({ database, changes: 0, ...(await readMark()), failed })
}

/** Calls back when a backup was noted, or a failure, until the returned function is called. */
export function onBackupMark(listener: () => void): () => void {
  const listen = (changes: { [key: string]: unknown }, area: string) => {
    if (area === 'local' && key in changes) listener()
  }
  browser.storage.onChanged.addListener(listen)
  return () => browser.storage.onChanged.removeListener(listen)
}

async function readMark(): Promise<BackupMark | undefined> {
  const value: unknown = (await browser.storage.local.get(key))[key]
  return isMark(value) ? value : undefined
}

async function writeMark(mark: BackupMark): Promise<void> {
  await browser.storage.local.set({ [key]: mark })
}

function isMark(value: unknown): value is BackupMark {
  return (
    typeof value === 'object' &&
    value !== null &&
    'database' in value &&
    typeof value.database === 'string' &&
    'changes' in value &&
    typeof value.changes === 'number'
  )
}
