import type { BrokenEntry, Loss } from '../../src/formats/entry.ts'
import { formats } from '../../src/formats/index.ts'
import type { Library } from '../../src/library/library.ts'
import { t } from '../i18n.ts'
import type { CheckedImport } from '../ui/transfer.ts'
import { bringIn, handled } from './bring-in.ts'
import { papersIn, type ReferenceFile, type Told } from './read-file.ts'

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
  const losses: { name: string; why: string }[] = []
  let lost = 0
  const placeOf = (line: number, file: File): string =>
    files.length > 1 ? t('importLineIn', file.name, line) : t('importLine', line)
  const told: Told = {
    onBroken(entry, file) {
      broken += 1
      if (reasons.length === mostReasons) return
      reasons.push({ name: placeOf(entry.line, file), why: reasonText(entry) })
    },
    onLoss(loss, line, file) {
      lost += 1
      if (losses.length === mostReasons) return
      losses.push({ name: placeOf(line, file), why: lossText(loss) })
    },
  }
  const how = signal ? { signal } : {}
  const preview = await library.previewPapers(papersIn(files, told), how)
  const { added, merged, unchanged, deleted, repeated, gains } = preview
  const documents = handled(preview) + repeated
  const found = new Set(files.map(({ format }) => format))
  return {
    preview: {
      ...{ added, merged, unchanged, deleted, repeated, gains, broken, reasons, lost, losses },
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

/** What of a paper stays behind, for a person. */
function lossText({ reason, text }: Loss): string {
  return t(`loss_${reason.replaceAll('-', '_')}`, text)
}
