import { isHighlightId, isRecordId } from './identity.ts'
import { importChunk } from './import-chunk.ts'
import {
  chunksOf,
  type Documents,
  type ImportKind,
  type ImportOptions,
  type ImportResult,
  importInChunks,
  nothingYet,
} from './import-in-chunks.ts'
import { type Incoming, planImport } from './plan-import.ts'
import { getMany } from './requests.ts'
import type { Store } from './store.ts'
import { readWire } from './wire.ts'

const documentKind: ImportKind<Incoming> = { read: readWire, write: importChunk }

/**
 * Brings the documents of a backup in (records, and highlights after them). What is here already is merged by stamps, so the
 * same file twice changes nothing the second time.
 */
export function importDocuments(
  store: Store,
  documents: Documents,
  now: () => number,
  options: ImportOptions = {},
): Promise<ImportResult> {
  return importInChunks(store, documentKind, documents, now, options)
}

/** What `importDocuments` would do, without doing it; papers that would turn out to be one with another are counted as added. */
export async function previewImport(
  store: Store,
  documents: Documents,
  now: () => number,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const result = nothingYet()
  for await (const { part } of chunksOf(readWire, documents, result, options)) {
    const ids = part.map(({ document }) => document.id)
    const [records, highlights] = await store.read(
      (transaction) =>
        Promise.all([
          getMany(transaction, 'records', ids.filter(isRecordId)),
          getMany(transaction, 'highlights', ids.filter(isHighlightId)),
        ]),
      ['records', 'highlights'],
    )
    const known = new Map(
      [...records, ...highlights].flatMap((each) => (each ? [[each.id, each]] : [])),
    )
    for (const incoming of part) {
      const { bringBack = false } = options
      const how = { bringBack, now: now(), at: incoming.at }
      const { id } = incoming.document
      const { fate } = planImport(known.get(id), incoming, how)
      result[isRecordId(id) ? fate : 'highlights'] += 1
    }
    options.onProgress?.({ ...result })
  }
  return result
}
