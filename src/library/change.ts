import { toRecord, toStored } from './document.ts'
import { checkField } from './field.ts'
import { LibraryError } from './library-error.ts'
import type { Transaction } from './open.ts'
import { bareStore, getMany } from './requests.ts'
import { rowFor } from './row.ts'
import {
  documentSchema,
  type Inverse,
  type SearchState,
  type State,
  type StoredRecord,
  type StoredRow,
} from './schema.ts'
import { changeIndex, type IndexChange } from './search/update.ts'
import { countTags } from './tag-counts.ts'
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
  /** Reads documents at once that will be asked for one by one. */
  prefetch(ids: readonly string[]): Promise<void>
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
  /** Has all that goes with the documents written; the last call, after which only the state is put. */
  finish(): Promise<void>
}

/** A change in a transaction, with the library's counters and the index's as they stand; `now` is the clock in ms. */
export function beginChange(
  transaction: Transaction<'readwrite'>,
  state: State,
  searchState: SearchState,
  now: number,
): Change {
  const records = transaction.objectStore('records')
  const rows = transaction.objectStore('rows')
  const inverses: Inverse[] = []
  const written = new Set<string>()
  const documents = new Map<string, StoredRecord | undefined>()
  const shown = new Map<string, StoredRow | undefined>()
  const search: IndexChange = changeIndex(transaction, searchState)
  const tags = countTags(transaction)

  async function before(id: string): Promise<{ isThere: boolean; row: StoredRow | undefined }> {
    const [isThere, row] = await Promise.all([
      documents.has(id) ? documents.get(id) !== undefined : hasKey(id),
      shown.has(id) ? shown.get(id) : rows.get(id),
    ])
    return { isThere, row }
  }

  async function hasKey(id: string): Promise<boolean> {
    return (await records.getKey(id)) !== undefined
  }

  async function put(document: StampedDocument, touches = true): Promise<StoredRecord> {
    const stored = toStored(document)
    const { isThere, row: was } = await before(stored.id)
    if (!isThere) state.documents += 1
    const highlighted =
      stored.undone === true &&
      (await transaction.objectStore('highlights').index('ref').getKey(stored.id)) !== undefined
    const record = toRecord(stored, stored.ids)
    const is = rowFor(stored, record, highlighted)
    count(state, was, -1)
    count(state, is, 1)
    tags.move(was, is)
    if (touches) {
      if (was?.order !== undefined) search.remove(stored.id)
      if (is?.order !== undefined) search.add(record)
    }
    // Nobody waits for these: they are done in their order, later reads see them, and an error ends the transaction.
    bareStore(transaction, 'records').put(stored)
    if (is) bareStore(transaction, 'rows').put(is)
    else if (was) bareStore(transaction, 'rows').delete(stored.id)
    documents.set(stored.id, stored)
    shown.set(stored.id, is)
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
    async prefetch(ids) {
      const wanted = ids.filter((id) => !documents.has(id))
      const found = await getMany(transaction, 'records', wanted)
      const there = wanted.filter((_, i) => found[i] !== undefined)
      const own = await getMany(transaction, 'rows', there)
      for (const [i, id] of wanted.entries()) documents.set(id, found[i])
      for (const id of wanted) shown.set(id, undefined)
      for (const [i, id] of there.entries()) shown.set(id, own[i])
    },
    put: (document) => put(document),
    async get(id) {
      return documents.has(id) ? documents.get(id) : records.get(id)
    },
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
    spelling: (tag) => tags.spelling(tag),
    async finish() {
      await Promise.all([tags.write(), search.write(state.counter)])
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
