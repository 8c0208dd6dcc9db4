import { BackupError, type BackupSummary, readBackup } from '../../src/formats/json.ts'
import type { Library } from '../../src/library/library.ts'
import type { Damage } from '../../src/library/sentinel.ts'
import { noteBackup } from '../backup-state.ts'
import { t } from '../i18n.ts'
import type { CheckedImport, ImportPreview } from '../ui/transfer.ts'
import { bringIn, handled } from './bring-in.ts'
import { bytesOf } from './file-bytes.ts'

/** Reads a backup file to its end and compares it with the library, writing nothing; rejects in plain words where it is no backup. */
export async function checkBackup(
  library: Library,
  file: File,
  signal?: AbortSignal,
): Promise<CheckedImport> {
  const preview = await previewOf(library, file, signal)
  let before: number | undefined
  let damage: Damage | undefined
  return {
    preview,
    run: bringIn(library, {
      name: file.name,
      of: preview.documents,
      async work(options) {
        before = (await library.counts()).documents
        damage = await library.damage()
        return library.importDocuments(documentsIn(file), options)
      },
      async after({ restores }) {
        // What an empty library has got from a backup is in that backup.
        if (before === 0 && preview.broken === 0) {
          const at = preview.writtenAt ?? new Date().toISOString()
          await noteBackup(await library.counts(), { at, name: file.name })
        }
        if (!restores || !damage) return
        const { documents } = await library.counts()
        await library.acceptDamage(Math.max(0, damage.documents - documents))
      },
    }),
  }
}

async function previewOf(
  library: Library,
  file: Blob,
  signal?: AbortSignal,
): Promise<ImportPreview> {
  let summary: BackupSummary | undefined
  try {
    const documents = documentsIn(file, (found) => {
      summary = found
    })
    const result = await library.previewImport(documents, { ...(signal && { signal }) })
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
      repeated: 0,
      gains: [],
      documents: handled(result),
      doubts,
      ...(writtenAt === undefined ? {} : { writtenAt }),
    }
  } catch (error) {
    if (error instanceof BackupError) throw new Error(`${sentenceOf(error)} ${t('nothingChanged')}`)
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

function sentenceOf({ trouble, numbers }: BackupError): string {
  return t(`backup_${trouble.replaceAll('-', '_')}`, ...numbers)
}

function placeOf(at: number, records: number): string {
  return at < records ? t('importPlace', at + 1) : t('importPlaceHighlight', at - records + 1)
}
