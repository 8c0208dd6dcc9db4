import { BackupError, type BackupSummary, readBackup } from '../../src/formats/json.ts'
import type { ImportResult } from '../../src/library/import-in-chunks.ts'
import type { Library } from '../../src/library/library.ts'
import { noteBackup } from '../backup-state.ts'
import { t } from '../i18n.ts'
import type { CheckedImport, ImportPreview } from '../ui/transfer.ts'

/** Bulk work in the library is done by one page at a time, under this Web Lock. */
export const bulkLock = 'offprint-bulk'

/** Reads a backup file to its end and compares it with the library, writing nothing; rejects in plain words where it is no backup. */
export async function checkImport(library: Library, file: File): Promise<CheckedImport> {
  const preview = await previewOf(library, file)
  return {
    preview,
    run: (signal, onProgress, { bringBack, restores }) =>
      navigator.locks.request(bulkLock, { ifAvailable: true }, async (lock) => {
        if (!lock) throw new Error(t('bulkBusy'))
        const of = preview.documents
        const [before, damage] = [await library.counts(), await library.damage()]
        const result = await library.importDocuments(documentsIn(file), {
          name: file.name,
          signal,
          bringBack,
          onProgress: (soFar) => onProgress({ done: Math.min(of, done(soFar)), of }),
        })
        const { added, merged, stopped, action } = result
        // What an empty library has got from a backup is in that backup.
        if (before.documents === 0 && !stopped && preview.broken === 0) {
          const at = preview.writtenAt ?? new Date().toISOString()
          await noteBackup(await library.counts(), { at, name: file.name })
        }
        if (restores && damage && !stopped) {
          const { documents } = await library.counts()
          await library.acceptDamage(Math.max(0, damage.documents - documents))
        }
        // A part of a file is nobody's wish: what is here already of a stopped import goes again.
        if (stopped) {
          if (action !== undefined) await library.run({ kind: 'undo', action })
          await library.leaveImport()
        }
        return { added, merged, finished: !stopped, action }
      }),
  }
}

async function previewOf(library: Library, file: Blob): Promise<ImportPreview> {
  let summary: BackupSummary | undefined
  try {
    const documents = documentsIn(file, (found) => {
      summary = found
    })
    const result = await library.previewImport(documents)
    const { added, merged, unchanged, deleted, highlights, broken, reasons } = result
    const { counts = { records: 0, highlights: 0 }, doubts = [], writtenAt } = summary ?? {}
    return {
      added,
      merged,
      unchanged,
      deleted,
      highlights,
      broken,
      reasons: reasons.map(({ at, reason }) => ({
        name: placeOf(at, counts.records),
        why: reason,
      })),
      documents: done(result),
      doubts,
      ...(writtenAt === undefined ? {} : { writtenAt }),
    }
  } catch (error) {
    if (error instanceof BackupError) throw new Error(`${error.message} ${t('nothingChanged')}`)
    throw error
  }
}

/** The documents of a file one after the other: records, and highlights after what they are in. */
async function* documentsIn(
  file: Blob,
  onEnd: (summary: BackupSummary) => void = () => undefined,
): AsyncGenerator<unknown> {
  for await (const part of readBackup(bytesOf(file))) {
    if ('summary' in part) onEnd(part.summary)
    else yield part.document
  }
}

/** A file's bytes in pieces; Chromium's streams can be iterated only since 124, and Firefox's typings not at all. */
async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  for (;;) {
    const { done: isDone, value } = await reader.read()
    if (isDone) return
    yield value
  }
}

function placeOf(at: number, records: number): string {
  return at < records ? t('importPlace', at + 1) : t('importPlaceHighlight', at - records + 1)
}

function done({ added, merged, unchanged, deleted, highlights, broken }: ImportResult): number {
  return added + merged + unchanged + deleted + highlights + broken
}
