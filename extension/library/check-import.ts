import { type Backup, readBackup } from '../../src/formats/json.ts'
import type { ImportResult } from '../../src/library/import-documents.ts'
import type { Library } from '../../src/library/library.ts'
import { canonical, mergeVersions } from '../../src/library/versions.ts'
import { readWire, type WireDocument, writeWire } from '../../src/library/wire.ts'
import { t } from '../i18n.ts'
import type { CheckedImport, ImportPreview } from '../ui/transfer.ts'

/** Bulk work in the library is done by one page at a time, under this Web Lock. */
export const bulkLock = 'offprint-bulk'

type Incoming = Exclude<ReturnType<typeof readWire>, { broken: string }>

/** Documents that are compared at a time. */
const chunk = 200

/** Reads a backup file and compares it with the library, writing nothing; rejects in plain words where it is no backup. */
export async function checkImport(library: Library, file: Blob): Promise<CheckedImport> {
  const reading = readBackup(await file.text())
  if (!reading.ok) throw new Error(`${reading.error} ${t('nothingChanged')}`)
  const backup = reading.value
  const preview = await previewOf(library, backup)
  return {
    preview,
    run: (signal, onProgress) =>
      navigator.locks.request(bulkLock, { ifAvailable: true }, async (lock) => {
        if (!lock) throw new Error(t('bulkBusy'))
        const of = backup.records.length
        const told = ({ added, merged, unchanged, broken }: ImportResult) =>
          onProgress({ done: Math.min(of, added + merged + unchanged + broken), of })
        const records = await library.importDocuments(backup.records, { signal, onProgress: told })
        // Highlights come after what they are in; they are not papers, so they are not in the counts.
        if (!records.stopped) await library.importDocuments(backup.highlights, { signal })
        return { added: records.added, merged: records.merged, finished: !records.stopped }
      }),
  }
}

async function previewOf(library: Library, backup: Backup): Promise<ImportPreview> {
  const counts = { added: 0, merged: 0, unchanged: 0 }
  const broken = backup.refused.map(({ where, place, why }) => ({
    name: t(where === 'records' ? 'importPlace' : 'importPlaceHighlight', place),
    why,
  }))
  const places = placesOf(backup)
  /** Documents whose ids led to another document: the library has them, as part of that one. */
  const joined = new Map<string, Incoming>()
  for (let from = 0; from < backup.records.length; from += chunk) {
    const part = backup.records.slice(from, from + chunk)
    const known = await knownDocuments(
      library,
      part.map(({ id }) => id),
    )
    const missing = new Set(part.map(({ id }) => id).filter((id) => !known.has(id)))
    const redirects = missing.size > 0 && (await knownDocuments(library, [...missing])).size > 0
    part.forEach((incoming, at) => {
      const read = readWire(incoming)
      const place = places[from + at] ?? from + at + 1
      if ('broken' in read) broken.push({ name: t('importPlace', place), why: read.broken })
      else if (redirects && missing.has(incoming.id)) joined.set(incoming.id, read)
      else counts[fateOf(read, known.get(incoming.id))] += 1
    })
  }
  // Asked for by its id, a document that became part of another is never given itself; among all it is.
  if (joined.size > 0) {
    for await (const document of library.exportDocuments()) {
      const incoming = joined.get(document.id)
      if (!incoming) continue
      joined.delete(document.id)
      counts[fateOf(incoming, document)] += 1
    }
    counts.added += joined.size
  }
  return { ...counts, broken }
}

/** The place in the file, from 1, of each record that was not refused. */
function placesOf({ records, refused }: Backup): number[] {
  const taken = new Set(refused.flatMap(({ where, place }) => (where === 'records' ? [place] : [])))
  const places: number[] = []
  for (let place = 1; places.length < records.length; place++) {
    if (!taken.has(place)) places.push(place)
  }
  return places
}

/** The documents that these ids lead to, by their own ids: of one that became part of another, the other. */
async function knownDocuments(
  library: Library,
  ids: readonly string[],
): Promise<Map<string, WireDocument>> {
  const known = new Map<string, WireDocument>()
  for await (const document of library.exportDocuments({ ids })) known.set(document.id, document)
  return known
}

function fateOf(
  incoming: Incoming,
  known: WireDocument | undefined,
): 'added' | 'merged' | 'unchanged' {
  if (!known) return 'added'
  const mine = readWire(known)
  if ('broken' in mine) return 'merged'
  const merged = mergeVersions(mine.document, incoming.document)
  return canonical(writeWire(merged)) === canonical(writeWire(mine.document))
    ? 'unchanged'
    : 'merged'
}
