import { writeBibtex } from '../../src/formats/bibtex-write.ts'
import { type Format, formats } from '../../src/formats/index.ts'
import { type BackupHighlight, type BackupRecord, writeBackup } from '../../src/formats/json.ts'
import type { Library } from '../../src/library/library.ts'

/** What an export gives to be downloaded. */
export interface ExportedFile {
  parts: string[]
  /** A MIME type under which browsers keep the file's ending. */
  type: string
  /** The ending without its dot. */
  ending: string
}

/** Papers as a file; without ids all of them, which in JSON is the full backup, trash and merged ones included. */
export async function writeExport(
  library: Library,
  id: Format['id'],
  ids: readonly string[] | undefined,
): Promise<ExportedFile> {
  const selection = ids ? { ids } : {}
  const pieces =
    id === 'bibtex'
      ? writeBibtex(library.exportRecords(selection), { notes: true, tags: true, abstracts: true })
      : writeBackup(
          withTags(library.exportDocuments(selection)),
          asHighlights(library.exportHighlights(selection)),
        )
  const parts: string[] = []
  for await (const piece of pieces) parts.push(piece)
  const { mime, extension } = formats.find((format) => format.id === id) ?? formats[0]
  return { parts, type: mime, ending: extension }
}

async function* withTags(
  documents: ReturnType<Library['exportDocuments']>,
): AsyncGenerator<BackupRecord> {
  for await (const document of documents) yield { ...document, tags: document.tags ?? [] }
}

async function* asHighlights(
  documents: ReturnType<Library['exportHighlights']>,
): AsyncGenerator<BackupHighlight> {
  for await (const document of documents) yield { ...document }
}
