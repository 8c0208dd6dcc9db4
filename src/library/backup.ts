import type { LibraryRecord } from '../item/record.ts'
import { toRecord } from './document.ts'
import { follow } from './find.ts'
import type { Transaction } from './open.ts'
import { newestRows } from './read-rows.ts'
import { getMany } from './requests.ts'
import type { StoredHighlight, StoredRecord } from './schema.ts'
import type { Store } from './store.ts'
import { type WireDocument, writeWire } from './wire.ts'

/** Documents that are read in one transaction. */
const chunk = 200

/** What to take out of the library; without ids everything. */
export interface Selection {
  ids?: readonly string[]
  signal?: AbortSignal
}

/**
 * Every document of the library as a backup holds it, deleted and merged ones too; of a selection only
 * those. Read in chunks: however slowly the caller takes them, no transaction waits for it.
 */
export async function* exportDocuments(
  store: Store,
  selection: Selection = {},
): AsyncGenerator<WireDocument, void> {
  const { ids, signal } = selection
  if (ids) {
    for (let from = 0; from < ids.length; from += chunk) {
      signal?.throwIfAborted()
      const part = ids.slice(from, from + chunk)
      const documents = await store.read((transaction) => documentsOf(transaction, part))
      for (const document of documents) yield writeWire(document)
    }
    return
  }
  yield* everyDocument(store, 'records', signal)
}

/** Every highlight of the library as a backup holds it; of a selection those of its records. */
export async function* exportHighlights(
  store: Store,
  { ids, signal }: Selection = {},
): AsyncGenerator<WireDocument, void> {
  const wanted = ids && new Set(ids)
  for await (const highlight of everyDocument(store, 'highlights', signal)) {
    if (!wanted || (typeof highlight.ref === 'string' && wanted.has(highlight.ref))) yield highlight
  }
}

/** The library's records newest first, without the trash; of a selection those, in its order. */
export async function* exportRecords(
  store: Store,
  { ids, signal }: Selection = {},
): AsyncGenerator<LibraryRecord, void> {
  let after: string | undefined
  for (let from = 0; !ids || from < ids.length; from += chunk) {
    signal?.throwIfAborted()
    const place = after
    const part = await store.read(async (transaction) => {
      if (ids) {
        const documents = await documentsOf(transaction, ids.slice(from, from + chunk))
        return { documents, last: undefined }
      }
      const rows = await newestRows(transaction, place, chunk)
      const documents = await documentsOf(
        transaction,
        rows.map((row) => row.id),
      )
      return { documents, last: rows.at(-1)?.order }
    })
    for (const document of part.documents) if (document.del !== true) yield toRecord(document)
    after = part.last
    if (!ids && after === undefined) return
  }
}

async function documentsOf(
  transaction: Transaction,
  ids: readonly string[],
): Promise<StoredRecord[]> {
  const documents = await getMany(transaction, 'records', ids)
  const found = await Promise.all(
    documents.map((document) => document && follow(transaction, document)),
  )
  const unique = new Map(found.flatMap((document) => (document ? [[document.id, document]] : [])))
  return [...unique.values()]
}

async function* everyDocument(
  store: Store,
  name: 'records' | 'highlights',
  signal: AbortSignal | undefined,
): AsyncGenerator<WireDocument, void> {
  let last: string | undefined
  for (;;) {
    signal?.throwIfAborted()
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true)
    const documents: (StoredRecord | StoredHighlight)[] = await store.read((transaction) =>
      transaction.objectStore(name).getAll(range, chunk),
    )
    for (const document of documents) yield writeWire(document)
    last = documents.at(-1)?.id
    if (documents.length < chunk) return
  }
}
