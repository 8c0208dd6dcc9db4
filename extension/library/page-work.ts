import type { LibraryRecord } from '../../src/item/record.ts'
import type { Library } from '../../src/library/library.ts'
import { backupStatus, noteBackup, onBackupMark } from '../backup-state.ts'
import { everySite } from '../every-site.ts'
import { t } from '../i18n.ts'
import { isScheduled, schedule } from '../schedule.ts'
import { download } from '../ui/download.ts'
import { writeExport } from '../ui/write-export.ts'
import type { Blocked } from './blocked.ts'
import { bulkLock } from './bring-in.ts'
import { checkImport } from './check-import.ts'
import type { DuplicatePair, LibraryWork } from './work.ts'

/** Pairs that are shown; a library has more only after an import that went wrong. */
const mostPairs = 500

/** The library page's work, on the library in this profile's database. */
export function pageWork(library: Library, isBlocked: Blocked): LibraryWork {
  return {
    onBlocked: isBlocked.listen,
    check: (files, signal) => checkImport(library, files, signal),
    run: (task, signal, told) =>
      alone(() =>
        library.run(task, { signal, onProgress: ({ done, of }) => told(Math.min(done, of), of) }),
      ),
    unfinished: async () =>
      // While another page is at it, it is not unfinished.
      (await isBusy()) ? undefined : library.unfinished(),
    abandon: () => library.abandon(),
    unfinishedImport: async () => ((await isBusy()) ? undefined : library.unfinishedImport()),
    leaveImport: () => library.leaveImport(),
    async duplicates(signal, told) {
      const found = await library.duplicates({ signal, onProgress: told })
      const pairs: DuplicatePair[] = []
      for (const { ids, likeness } of found.slice(0, mostPairs)) {
        const records = await Promise.all(ids.map((id) => library.get(id)))
        const [a, b] = records.filter((record): record is LibraryRecord => record !== undefined)
        if (a && b && a.id !== b.id) pairs.push({ records: [a, b], likeness })
      }
      return pairs
    },
    duplicateCount: async (signal) => (await library.duplicates({ signal })).length,
    flow: (signal, told) => library.flow(signal, told),
    statistics: (signal, told) => library.statistics(signal, told),
    trash: (first) => library.trash(first),
    damage: () => library.damage(),
    acceptDamage: () => library.acceptDamage(),
    backupStatus: async () => backupStatus(await library.counts(), Date.now()),
    onBackup: onBackupMark,
    async backUp(told) {
      const counts = await library.counts()
      const file = await writeExport(library, 'json', undefined, undefined, told)
      const at = new Date().toISOString()
      const name = `offprint-${at.slice(0, 10)}.${file.ending}`
      download(file, name)
      await noteBackup(counts, { at, name })
      return name
    },
    isScheduled,
    schedule,
    everySite,
    index: (told) => library.index({ onProgress: told, wait: true }),
  }
}

/** Does work on many records while no other page does. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(bulkLock, { ifAvailable: true }, (lock) => {
    if (!lock) throw new Error(t('bulkBusy'))
    return work()
  })
}

async function isBusy(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query()
  return held.some(({ name }) => name === bulkLock)
}
