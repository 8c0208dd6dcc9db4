import { isObject } from '../item/parse-value.ts'
import { brokenEntry, type Entry, type Pieces, type Records, type WriteOptions } from './entry.ts'
import { BackupError, type BackupHead, readBackup, writeBackup } from './json.ts'
import { documentOf, recordOfDocument } from './json-document.ts'

/** Records as a full-backup file without stamps and highlights, as `writeBackup` has it. */
export async function* writeJson(
  records: Records,
  options: WriteOptions & { head?: BackupHead } = {},
): AsyncGenerator<string, void> {
  yield* writeBackup(options.head ?? {}, documentsOf(records, options), [])
}

async function* documentsOf(records: Records, options: WriteOptions): AsyncGenerator<object> {
  for await (const record of records) yield documentOf(record, options)
}

/**
 * The papers of a full backup, one after the other, those that were deleted or became part of others left out. A file that
 * is no backup, or breaks off, gives what was read up to there and one broken entry with the reason.
 */
export async function* readJson(pieces: Pieces): AsyncGenerator<Entry, void> {
  try {
    for await (const part of readBackup(bytesOf(pieces))) {
      if (!('document' in part) || part.where !== 'records') continue
      const { document, line } = part
      if (!isObject(document)) {
        const isText = typeof document === 'string'
        const text = isText ? document : (JSON.stringify(document) ?? '')
        yield brokenEntry(line, isText ? 'not-json' : 'no-object', text)
        continue
      }
      const record = recordOfDocument(document)
      if (record) yield { record, line }
    }
  } catch (error) {
    if (!(error instanceof BackupError)) throw error
    yield brokenEntry(error.line, 'no-backup', error.message)
  }
}

async function* bytesOf(pieces: Pieces): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
}
