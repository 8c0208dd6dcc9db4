import { beginLog } from './begin-log.ts'
import { LibraryError } from './library-error.ts'

/** The disk under the browser's database. */
export interface Disk {
  /** Bytes that the library could still have of it. */
  room(): Promise<number>
  /** Whether the database's log was begun anew since the browser started, and since a write last failed. */
  isLogFresh(): Promise<boolean>
  /** For everybody in the profile, until the browser ends. */
  setLogFresh(fresh: boolean): Promise<void>
}

/** What has to be free for a write to begin: a new log takes 10 MB for a moment. */
const reserve = 16_000_000

/** How long the disk is taken to be as it was, in ms. */
const lasts = 2_000

/** What keeps writes from being lost behind one that failed. */
export interface SafeWriting {
  /** Resolves once it is safe to write; a `LibraryError` where there is no room. */
  ready(): Promise<void>
  /** The browser failed to read or write: what it wrote last may be half there. */
  doubt(): Promise<void>
}

/** Without a disk, always safe. */
export function safeWriting(disk: Disk | undefined, factory: () => IDBFactory): SafeWriting {
  let checked = Number.NEGATIVE_INFINITY
  let log: Promise<void> | undefined

  async function begin(on: Disk): Promise<void> {
    if (await on.isLogFresh()) return
    await beginLog(factory())
    await on.setLogFresh(true)
  }

  return {
    async ready() {
      if (!disk) return
      if (performance.now() - checked > lasts) {
        if ((await disk.room()) < reserve) {
          throw new LibraryError(
            'full',
            'There is no room left for the library. Nothing of this change was written; everything saved before is safe. Free some disk space and try again.',
          )
        }
        checked = performance.now()
      }
      log ??= begin(disk)
      try {
        await log
      } catch (error) {
        log = undefined
        throw error
      }
    },
    async doubt() {
      checked = Number.NEGATIVE_INFINITY
      log = undefined
      await disk?.setLogFresh(false)
    },
  }
}
