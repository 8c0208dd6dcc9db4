import { changedFields, isSearched } from './changed-fields.ts'
import { toRecord, toStored } from './document.ts'
import { isHighlightId } from './identity.ts'
import type { Transaction } from './open.ts'
import { rowsByNumber } from './read-rows.ts'
import { bareStore, getMany } from './requests.ts'
import { rowFor } from './row.ts'
import {
  documentSchema,
  type Inverse,
  type State,
  type StoredHighlight,
  type StoredRecord,
  type StoredRow,
} from './schema.ts'
import { type AddLater, changeIndex, type IndexChange } from './search/index-change.ts'
import { countTags } from './tag-counts.ts'
import { appendAction, appendPart, type LargeAction } from './undo-log.ts'
import { Images } from './undo-part.ts'
import { emptyDocument, entriesOf, type StampedDocument, stampFields } from './versions.ts'

/**
 * What is being written in one read-write transaction. Rows, tag counts and counters are kept in step with
 * each document that is put. Between its calls nothing but IndexedDB may be awaited.
 */
export interface Change {
  readonly transaction: Transaction<'readwrite'>
  /** The counters, as they will stand when the transaction is complete; they are read while the work begins. */
  readonly state: Promise<State>
  /** The action's name, set by the work where a person can take it back. */
  action?: string
  /** The action on many records that this is a part of; it gets its number by the first part that changes anything. */
  partOf?: LargeAction
  /** What would take this change back, in the order of its patches. */
  readonly inverses: Inverse[]
  /** The ids of the records that were written, or removed. */
  readonly written: Set<string>
  /** Reads documents at once that will be asked for one by one; those that are known to be `absent` are not read. */
  prefetch(ids: readonly string[], absent?: readonly string[]): Promise<void>
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
  /** Writes a document as it is: a copy that was merged. Only as a part of an action on many records it can be taken back. */
  put(document: StampedDocument): Promise<StoredRecord>
  /** Writes a highlight as it is, or with some fields changed under a new stamp. */
  putHighlight(document: StampedDocument): Promise<StoredHighlight>
  patchHighlight(
    document: StampedDocument,
    fields: { readonly [field: string]: unknown },
  ): Promise<StoredHighlight>
  /** Removes a record for good, with its highlights and its draft, or a highlight alone. */
  remove(id: string): Promise<void>
  /** The spelling under which a tag is in use already, else the tag itself. */
  spelling(tag: string): Promise<string>
  /** Gives a tag that is in use this spelling. */
  respell(tag: string): void
  /** Has all that goes with the documents written, the counters last: the last call. */
  finish(): Promise<{ state: State; ids: string[] }>
}

/** A change in a transaction, with the library's counters, which are being read; `now` is the clock in ms. With `later` the search index is somebody else's work. */
export function beginChange(
  transaction: Transaction<'readwrite'>,
  reading: Promise<State>,
  now: number,
  later?: AddLater,
): Change {
  // What the state was; whoever changes something has waited for it.
  let before: string | undefined
  const stateOnce = reading.then((state) => {
    before = whatMoves(state)
    return state
  })
  // Where the transaction fails, its work is told; this must not count as unheard meanwhile.
  stateOnce.catch(() => undefined)
  const search: IndexChange = changeIndex(transaction, later)
  const inverses: Inverse[] = []
  const written = new Set<string>()
  const documents = new Map<string, StoredRecord | undefined>()
  const images = new Images()
  const shown = new Map<string, StoredRow | undefined>()
  const tags = countTags(transaction)

  async function get(id: string): Promise<StoredRecord | undefined> {
    if (documents.has(id)) return documents.get(id)
    const [found] = await getMany(transaction, 'records', [id])
    documents.set(id, found)
    return found
  }

  async function rowOf(document: StoredRecord | undefined): Promise<StoredRow | undefined> {
    if (document?.row === undefined) return undefined
    if (shown.has(document.id)) return shown.get(document.id)
    const [row] = await getMany(transaction, 'rows', [document.row])
    return row
  }

  async function put(document: StampedDocument, touches = true): Promise<StoredRecord> {
    const earlier = await get(document.id)
    const was = await rowOf(earlier)
    const state = await stateOnce
    if (!earlier) state.documents += 1
    const stored = toStored(document)
    images.remember(stored.id, earlier, stored)
    const highlighted =
      stored.undone === true &&
      (await transaction.objectStore('highlights').index('ref').getKey(stored.id)) !== undefined
    const record = toRecord(stored, stored.ids)
    const row = rowFor(stored, record, highlighted)
    // A search knows rows by their numbers: what it sees changed gets a new one, and the old one is dead.
    const keeps = was !== undefined && !touches && was.order !== undefined
    const is = row && { ...row, n: keeps ? was.n : nextRow(state) }
    if (is) stored.row = is.n
    else delete stored.row
    count(state, was, -1)
    count(state, is, 1)
    tags.move(was, is)
    if (!keeps) {
      if (was?.order !== undefined) search.remove(was.n)
      if (is?.order !== undefined) search.add(is.n, record)
    }
    // Nobody waits for these: they are done in their order, later reads see them, and an error ends the transaction.
    bareStore(transaction, 'records').put(stored)
    if (was && was.n !== is?.n) bareStore(transaction, 'rows').delete(was.n)
    if (is) bareStore(transaction, 'rows').put(is)
    documents.set(stored.id, stored)
    shown.set(stored.id, is)
    written.add(stored.id)
    state.changes += 1
    return stored
  }

  async function putHighlight(document: StampedDocument): Promise<StoredHighlight> {
    const before = await transaction.objectStore('highlights').get(document.id)
    const { id, s, m } = document
    const stored: StoredHighlight = { ...document, dirty: 1, id, s, m }
    images.remember(id, before, stored)
    bareStore(transaction, 'highlights').put(stored)
    const state = await stateOnce
    state.changes += 1
    return stored
  }

  async function remove(id: string): Promise<void> {
    const highlights = transaction.objectStore('highlights')
    const state = await stateOnce
    if (isHighlightId(id)) {
      images.remember(id, await highlights.get(id), undefined)
      bareStore(transaction, 'highlights').delete(id)
    } else {
      const document = await get(id)
      const row = await rowOf(document)
      if (!document) return
      for (const { id: own } of await highlights.index('ref').getAll(id)) await remove(own)
      images.remember(id, document, undefined)
      count(state, row, -1)
      tags.move(row, undefined)
      if (row?.order !== undefined) search.remove(row.n)
      bareStore(transaction, 'records').delete(id)
      if (row) bareStore(transaction, 'rows').delete(row.n)
      bareStore(transaction, 'drafts').delete(id)
      documents.set(id, undefined)
      shown.delete(id)
      state.documents -= 1
      written.add(id)
    }
    state.changes += 1
  }

  async function stamp(
    document: StampedDocument,
    fields: { readonly [field: string]: unknown },
  ): Promise<StampedDocument> {
    const state = await stateOnce
    state.n += 1
    state.time = Math.max(now, state.time + 1)
    return stampFields(document, fields, [state.device, state.n], state.time)
  }

  return {
    transaction,
    state: stateOnce,
    inverses,
    written,
    async prefetch(ids, absent = []) {
      for (const id of absent) documents.set(id, undefined)
      const wanted = ids.filter((id) => !documents.has(id))
      const found = await getMany(transaction, 'records', wanted)
      const numbers = found.flatMap((document) => document?.row ?? [])
      const rows = await rowsByNumber(transaction, numbers)
      for (const [i, id] of wanted.entries()) documents.set(id, found[i])
      for (const row of rows) if (row) shown.set(row.id, row)
    },
    put: (document) => put(document),
    putHighlight,
    patchHighlight: async (document, fields) => putHighlight(await stamp(document, fields)),
    remove,
    get,
    async patch(document, fields) {
      const changed = changedFields(document, fields)
      const names = Object.keys(changed)
      if (names.length === 0) return toStored(document)
      const former = names.map((name) => [name, entriesOf(document, name)[0]?.[1] ?? null])
      inverses.push({ id: document.id, was: Object.fromEntries(former), became: changed })
      return put(await stamp(document, changed), names.some(isSearched))
    },
    async create(id, fields) {
      const empty = emptyDocument(id, documentSchema)
      inverses.push({ id, was: {}, became: {}, created: true })
      return put(await stamp(empty, changedFields(empty, fields)))
    },
    spelling: (tag) => tags.spelling(tag),
    respell: (tag) => tags.respell(tag),
    async finish() {
      const state = await stateOnce
      const ids = [...written]
      if (ids.length > 0) state.counter += 1
      const respelled = await tags.write()
      search.write(state.search)
      if (this.partOf) await appendPart(transaction, state, this.partOf, images, respelled)
      else await appendAction(transaction, state, this.action, inverses)
      if (whatMoves(state) !== before) bareStore(transaction, 'meta').put(state, 'state')
      return { state, ids }
    },
  }
}

/** What differs between two states where anything does. */
function whatMoves({ device, time, counter, actions, changes, search }: State): string {
  return [device, time, counter, actions, changes, search.changes].join(' ')
}

function nextRow(state: State): number {
  state.rows += 1
  return state.rows
}

function count(state: State, row: StoredRow | undefined, step: 1 | -1): void {
  if (row?.order !== undefined) state.visible += step
  if (row?.trash !== undefined) state.trashed += step
}
