import type { BrokenEntry } from '../../src/formats/entry.ts'
import { formats } from '../../src/formats/index.ts'
import type { Library } from '../../src/library/library.ts'
import { t } from '../i18n.ts'
import type { CheckedImport } from '../ui/transfer.ts'
import { bringIn, handled } from './bring-in.ts'
import { papersIn, type ReferenceFile } from './read-file.ts'

/** Broken entries that are told one by one; the others are counted. */
const mostReasons = 200

/** Reads files of references to their end and compares them with the library, writing nothing and holding no more than a chunk. */
export async function checkReferences(
  library: Library,
  files: readonly ReferenceFile[],
  signal?: AbortSignal,
): Promise<CheckedImport> {
  const reasons: { name: string; why: string }[] = []
  let broken = 0
  const tell = (entry: BrokenEntry, file: File) => {
    broken += 1
    if (reasons.length === mostReasons) return
    const { line } = entry
    const place = files.length > 1 ? t('importLineIn', file.name, line) : t('importLine', line)
    reasons.push({ name: place, why: reasonText(entry) })
  }
  const how = signal ? { signal } : {}
  const preview = await library.previewPapers(papersIn(files, tell), how)
  const { added, merged, unchanged, deleted, repeated, gains } = preview
  const documents = handled(preview) + repeated
  const found = new Set(files.map(({ format }) => format))
  return {
    preview: {
      ...{ added, merged, unchanged, deleted, repeated, gains, broken, reasons },
      formats: formats.filter(({ id }) => found.has(id)).map(({ name }) => name),
      highlights: 0,
      doubts: [],
      documents: documents + broken,
    },
    run: bringIn(library, {
      name: files.map(({ file }) => file.name).join(', '),
      of: documents,
      work: (options) => library.importPapers(papersIn(files), options),
    }),
  }
}

/** Why a part of a file is no entry, for a person. */
function reasonText({ reason }: BrokenEntry): string {
  return t(`broken_${reason.replaceAll('-', '_')}`)
}
