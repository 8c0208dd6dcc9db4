import type { Format } from '../../src/formats/index.ts'
import type { Library } from '../../src/library/library.ts'
import { t } from '../i18n.ts'
import type { CheckedImport } from '../ui/transfer.ts'
import { checkBackup } from './check-backup.ts'

/**
 * Reads files to their end and compares them with the library, writing nothing: one backup, or files of references. Rejects
 * in plain words where one is neither.
 */
export async function checkImport(
  library: Library,
  files: readonly File[],
  signal?: AbortSignal,
): Promise<CheckedImport> {
  // Reading other people's files is code that a page does without until there is one.
  const [{ formatOf }, { checkReferences }] = await Promise.all([
    import('./read-file.ts'),
    import('./check-references.ts'),
  ])
  const found: { file: File; format: Format['id'] }[] = []
  for (const file of files) {
    const format = await formatOf(file)
    if (format === undefined) throw new Error(t('importUnknown', file.name))
    found.push({ file, format })
  }
  const backup = found.find(({ format }) => format === 'json')
  if (backup && found.length > 1) throw new Error(t('importBackupAlone', backup.file.name))
  if (backup) return checkBackup(library, backup.file, signal)
  const checked = await checkReferences(library, found, signal)
  const [only] = found
  const { documents, broken } = checked.preview
  // A JSON object without a single paper may be a backup that is damaged: that is told better where backups are read.
  if (only?.format !== 'csl-json' || found.length > 1 || documents > broken) return checked
  return (await only.file.slice(0, 1).text()) === '{'
    ? checkBackup(library, only.file, signal)
    : checked
}
