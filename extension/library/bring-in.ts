import type { ImportOptions, ImportResult } from '../../src/library/import-in-chunks.ts'
import type { Library } from '../../src/library/library.ts'
import { t } from '../i18n.ts'
import type { CheckedImport } from '../ui/transfer.ts'

/** Bulk work in the library is done by one page at a time, under this Web Lock. */
export const bulkLock = 'offprint-bulk'

/** What an import of a certain kind does of its own. */
export interface BringIn {
  name: string
  /** How much there is in the file. */
  of: number
  /** Brings it in. */
  work(options: ImportOptions): Promise<ImportResult>
  /** Afterwards, where it was not stopped. */
  after?(how: { restores: boolean }): Promise<void>
}

/** The run of an import: while no other page is at it, and taken back again where it is stopped. */
export function bringIn(library: Library, kind: BringIn): CheckedImport['run'] {
  const { name, of, work, after } = kind
  return (signal, onProgress, { bringBack, restores }) =>
    navigator.locks.request(bulkLock, { ifAvailable: true }, async (lock) => {
      if (!lock) throw new Error(t('bulkBusy'))
      const result = await work({
        name,
        signal,
        bringBack,
        onProgress: (soFar) => onProgress({ done: Math.min(of, handled(soFar)), of }),
      })
      const { added, merged, stopped, action } = result
      if (!stopped) await after?.({ restores })
      // A part of a file is nobody's wish: what is here already of a stopped import goes again.
      if (stopped) {
        if (action !== undefined) await library.run({ kind: 'undo', action })
        await library.leaveImport()
      }
      return { added, merged, finished: !stopped, action }
    })
}

/** How much of a file an import has come through. */
export function handled(soFar: ImportResult): number {
  const { added, merged, unchanged, deleted, highlights, broken } = soFar
  return added + merged + unchanged + deleted + highlights + broken
}
