import { toRecord, toStored } from './document.ts'
import { checkField } from './field.ts'
import { LibraryError } from './library-error.ts'
import type { Transaction } from './open.ts'
import { rowFor } from './row.ts'
import {
  documentSchema,
  type Inverse,
  type State,
  type StoredRecord,
  type StoredRow,
} from './schema.ts'
import { changeIndex, type IndexChange } from './search/update.ts'
import { foldTag } from './tags.ts'
import {
  emptyDocument,
  entriesOf,
  type StampedDocument,
  sameValue,
  stampFields,
} from './versions.ts'

/**
 * What is being written in one read-write transaction. Rows, tag counts and counters are kept in step with
 * each document that is put. Between its calls nothing but IndexedDB may be awaited.
 */
export interface Change {
  readonly transaction: Transaction<'readwrite'>
  /** The counters, as they will stand when the transaction is complete. */
  readonly state: State
  /** The action's name, set by the work where a person can take it back. */
  action?: string
  /** What would take this change back, in the order of its patches. */
  readonly inverses: Inverse[]
  /** The ids of the documents that were written. */
  readonly written: Set<string>
  /** What of it search has to know. */
  readonly search: IndexChange
  /** A record's document, or undefined. */
  get(id: string): Promise<StoredRecord | undefined>
  /**
   * Gives fields of a document their values under one new stamp, and writes it. Fields that have the value
   * already are left alone; where all have, nothing is written. A wrong value is a `LibraryError`.
   */
  patch(
    document: StampedDocument,
    fields: { readonly [field: string]: unknown },
  ): Promise<StoredRecord>
  /** Makes a record with these fields. Its inverse takes the record away again. */
  create(id: string, fields: { readonly [field: string]: unknown }): Promise<StoredRecord>
  /** Writes a document as it is: a copy that was merged. It has no inverse. */
  put(document: StampedDocument): Promise<StoredRecord>
  /** The spelling under which a tag is in use already, else the tag itself. */
  spelling(tag: string): Promise<string>
}

/** A change in a transaction; `now` is the clock in ms. */
export function beginChange(
  transaction: Transaction<'readwrite'>,
  state: State,
  now: number,
): Change {
  const records = transaction.objectStore('records')
  const rows = transaction.objectStore('rows')
  const inverses: Inverse[] = []
  const written = new Set<string>()
  const search = changeIndex(transaction)

  async function put(document: StampedDocument, touches = true): Promise<StoredRecord> {
    const stored = toStored(document)
    const [known, before] = await Promise.all([records.getKey(stored.id), rows.get(stored.id)])
    if (known === undefined) state.documents += 1
    const highlighted =
      stored.undone === true &&
      (await transaction.objectStore('highlights').index('ref').getKey(stored.id)) !== undefined
    const record = toRecord(stored)
    const after = rowFor(stored, record, highlighted)
    count(state, before, -1)
    count(state, after, 1)
    if (touches) {
      if (before?.order !== undefined) search.remove(stored.id)
      if (after?.order !== undefined) search.add(record)
    }
    // Asked for together: each answer that is waited for by itself costs as much as the writing.
    await Promise.all([
      records.put(stored),
      after ? rows.put(after) : before && rows.delete(stored.id),
      countTags(transaction, before, after),
    ])
    written.add(stored.id)
    return stored
  }

  function stamp(
    document: StampedDocument,
    fields: { readonly [field: string]: unknown },
  ): StampedDocument {
    state.n += 1
    state.time = Math.max(now, state.time + 1)
    return stampFields(document, fields, [state.device, state.n], state.time)
  }

  return {
    transaction,
    state,
    inverses,
    written,
    search,
    put: (document) => put(document),
    get: (id) => records.get(id),
    async patch(document, fields) {
      const changed = changedFields(document, fields)
      const names = Object.keys(changed)
      if (names.length === 0) return toStored(document)
      const former = names.map((name) => [name, entriesOf(document, name)[0]?.[1] ?? null])
      inverses.push({ id: document.id, was: Object.fromEntries(former), became: changed })
      return put(stamp(document, changed), names.some(isSearched))
    },
    async create(id, fields) {
      const empty = emptyDocument(id, documentSchema)
      inverses.push({ id, was: {}, became: {}, created: true })
      return put(stamp(empty, changedFields(empty, fields)))
    },
    async spelling(tag) {
      return (await transaction.objectStore('tags').get(foldTag(tag)))?.name ?? tag
    },
  }
}

/** True for a field that search looks into, sorts or filters by, or that takes the record out of the library. */
function isSearched(field: string): boolean {
  return field.startsWith('tag:') || searched.has(field)
}

const searched: ReadonlySet<string> = new Set(
  'title author editor container-title container-title-short issued sections note decision savedAt del undone mergedInto'.split(
    ' ',
  ),
)

/** The fields whose value is another than the document's, checked; also those that are settled by writing them again. */
function changedFields(
  document: StampedDocument,
  fields: { readonly [field: string]: unknown },
): { [field: string]: unknown } {
  const changed: [string, unknown][] = []
  for (const [name, value] of Object.entries(fields)) {
    const checked = checkField(name, value)
    if (checked === undefined) {
      throw new LibraryError(
        'wrong-value',
        `“${name}” cannot have this value. Nothing was changed.`,
      )
    }
    const entries = entriesOf(document, name)
    if (entries.length > 1 || !sameValue(entries[0]?.[1], checked)) changed.push([name, checked])
  }
  return Object.fromEntries(changed)
}

function count(state: State, row: StoredRow | undefined, step: 1 | -1): void {
  if (row?.order !== undefined) state.visible += step
  if (row?.trash !== undefined) state.trashed += step
}

async function countTags(
  transaction: Transaction<'readwrite'>,
  before: StoredRow | undefined,
  after: StoredRow | undefined,
): Promise<void> {
  const tags = transaction.objectStore('tags')
  const had = countedTags(before)
  const has = countedTags(after)
  for (const [key, name] of has) {
    if (had.has(key)) continue
    const known = await tags.get(key)
    await tags.put({ key, name: known?.name ?? name, records: (known?.records ?? 0) + 1 })
  }
  for (const key of had.keys()) {
    if (has.has(key)) continue
    const known = await tags.get(key)
    if (known && known.records > 1) await tags.put({ ...known, records: known.records - 1 })
    else await tags.delete(key)
  }
}

function countedTags(row: StoredRow | undefined): Map<string, string> {
  return new Map(row?.order === undefined ? [] : row.tags.map((tag) => [foldTag(tag), tag]))
}
