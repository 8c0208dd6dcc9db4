import type { Item } from '../item/item.ts'
import type { LibraryRecord, NewRecord } from '../item/record.ts'
import { exportDocuments, exportHighlights, exportRecords, type Selection } from './backup.ts'
import type { Change } from './change.ts'
import { assignKeys } from './citation-keys.ts'
import { identifiersOfNew } from './complete.ts'
import { toRecord } from './document.ts'
import { type Drafts, draftsOn, type Settled, settleDraft } from './drafts.ts'
import { type Edit, fieldsOfEdit } from './edit.ts'
import { findAlike, findDocument, getDocument } from './find.ts'
import { identifiedId, recordId } from './identity.ts'
import { LibraryError } from './library-error.ts'
import { connect, type OpenOptions } from './open.ts'
import { type Found, type Query, queryLibrary } from './query.ts'
import { type ImportOptions, type ImportResult, importDocuments } from './restore.ts'
import { type Saved, savePaper } from './save.ts'
import type { State, StoredRecord } from './schema.ts'
import { catchUp, type IndexOptions } from './search/catch-up.ts'
import { mergeParts } from './search/merge-parts.ts'
import { IndexReader } from './search/reader.ts'
import { type Changed, readState, storeOn } from './store.ts'
import { foldTag } from './tags.ts'
import { type UndoneAction, type UndoOf, undoAction } from './undo.ts'
import type { WireDocument } from './wire.ts'

/** What a library needs from outside. */
export interface LibraryOptions extends OpenOptions {
  /** The clock, in ms since 1970. */
  now: () => number
  /** Told after each commit that wrote a record. */
  onChange?: (changed: Changed) => void
}

/** How a person's change is written. */
export interface ChangeOptions {
  /** The action's name for Undo; `edit` where absent. */
  action?: string
  /** The draft that held the change; it is settled in the same transaction. */
  settles?: Settled
}

/** The counters, kept in the transactions of what they count. */
export type Counts = Pick<
  State,
  'database' | 'counter' | 'time' | 'visible' | 'trashed' | 'documents'
>

/** A tag and how many records of the library have it. */
export interface TagCount {
  tag: string
  records: number
}

/** The library: every method is one action, complete when its promise is. Errors that a person can be told are `LibraryError`s. */
export interface Library {
  /** Saves a paper; one that is there gains only what it never had. */
  save(paper: NewRecord, options?: Pick<ChangeOptions, 'settles'>): Promise<Saved>
  /** The record in the library (not in the trash) that has one of these identifiers. */
  find(identifiers: readonly string[]): Promise<LibraryRecord | undefined>
  /** A record in the library that is probably the same paper: same title, year and first author. */
  findProbable(item: Item): Promise<LibraryRecord | undefined>
  /** A record by its id, deleted or not; the survivor's where it was merged. */
  get(id: string): Promise<LibraryRecord | undefined>
  /** Gives a record's fields new values; null clears. */
  patch(
    id: string,
    fields: { [field: string]: unknown },
    options?: ChangeOptions,
  ): Promise<LibraryRecord>
  /** Makes a reader's edit. */
  edit(id: string, edit: Edit, options?: ChangeOptions): Promise<LibraryRecord>
  /** Puts records into the trash as one action; how many were put there. */
  remove(ids: readonly string[]): Promise<number>
  /** Brings records back from the trash as one action; how many came back. */
  restore(ids: readonly string[]): Promise<number>
  /** Takes the newest action back, or the newest that concerned `id` or has this name; undefined where there is none. */
  undo(of?: UndoOf): Promise<UndoneAction | undefined>
  query(query: Query): Promise<Found>
  counts(): Promise<Counts>
  /** The tags in use, in alphabetical order. */
  tags(): Promise<TagCount[]>
  drafts: Drafts
  /** Gives each record without a citation key its key, for good; every one's by its id. */
  assignCitationKeys(ids: readonly string[]): Promise<{ [id: string]: string }>
  exportDocuments(selection?: Selection): AsyncGenerator<WireDocument, void>
  exportHighlights(selection?: Selection): AsyncGenerator<WireDocument, void>
  exportRecords(selection?: Selection): AsyncGenerator<LibraryRecord, void>
  importDocuments(
    documents: Iterable<unknown> | AsyncIterable<unknown>,
    options?: ImportOptions,
  ): Promise<ImportResult>
  /** Puts what is not in the search index yet into it, and the index in order; made anew where it must be. */
  index(options?: IndexOptions): Promise<void>
  /** Closes the database; nothing can be asked afterwards. */
  close(): void
}

/** The library of this profile. The database is opened by the first call that needs it. */
export function openLibrary(options: LibraryOptions): Library {
  const { now } = options
  const connection = connect(options)
  const store = storeOn(connection, now, options.onChange)
  const reader = new IndexReader()

  /** One change of one record that is there, by a person. */
  function changeOne(
    id: string,
    how: ChangeOptions,
    fieldsFor: (change: Change, document: StoredRecord) => Promise<{ [field: string]: unknown }>,
  ): Promise<LibraryRecord> {
    return store.write('strict', async (change) => {
      const document = await getDocument(change.transaction, id)
      if (!document)
        throw new LibraryError('no-record', 'This paper is not in the library any more.')
      change.action = how.action ?? 'edit'
      const patched = await change.patch(document, await fieldsFor(change, document))
      if (how.settles) await settleDraft(change.transaction, how.settles)
      return toRecord(patched)
    })
  }

  /** How many of the records were moved into the trash or out of it. */
  function setDeleted(ids: readonly string[], deleted: boolean, action: string): Promise<number> {
    return store.write('strict', async (change) => {
      change.action = action
      let moved = 0
      for (const id of new Set(ids)) {
        const document = await getDocument(change.transaction, id)
        if (!document || (document.del === true) === deleted) continue
        await change.patch(document, { del: deleted, undone: null })
        moved += 1
      }
      return moved
    })
  }

  return {
    async save(paper, { settles } = {}) {
      const id = await recordId(identifiersOfNew(paper), now())
      const savedAt = new Date(now()).toISOString()
      return store.write('strict', async (change) => {
        const saved = await savePaper(change, paper, id, savedAt)
        if (settles) await settleDraft(change.transaction, settles)
        return saved
      })
    },
    async find(identifiers) {
      const id = await identifiedId(identifiers)
      const found = await store.read((transaction) => findDocument(transaction, identifiers, id))
      return found && found.del !== true ? toRecord(found) : undefined
    },
    async findProbable(item) {
      const found = await store.read((transaction) => findAlike(transaction, item))
      return found && toRecord(found)
    },
    async get(id) {
      const found = await store.read((transaction) => getDocument(transaction, id))
      return found && toRecord(found)
    },
    patch: (id, fields, how = {}) => changeOne(id, how, async () => fields),
    edit: (id, edit, how = {}) =>
      changeOne(id, how, (change, document) => fieldsOfEdit(change, document, edit)),
    remove: (ids) => setDeleted(ids, true, 'delete'),
    restore: (ids) => setDeleted(ids, false, 'restore'),
    undo: (of) => store.write('strict', (change) => undoAction(change, of)),
    query: (query) => queryLibrary(store, reader, query),
    counts: () =>
      store.read(async (transaction) => {
        const {
          device: _device,
          n: _n,
          actions: _actions,
          ...counts
        } = await readState(transaction)
        return counts
      }),
    tags: () =>
      store.read(async (transaction) => {
        const tags = await transaction.objectStore('tags').getAll()
        return tags
          .map(({ name, records }) => ({ tag: name, records }))
          .sort((a, b) => (foldTag(a.tag) < foldTag(b.tag) ? -1 : 1))
      }),
    drafts: draftsOn(connection),
    assignCitationKeys: (ids) => store.write('strict', (change) => assignKeys(change, ids)),
    exportDocuments: (selection) => exportDocuments(store, selection),
    exportHighlights: (selection) => exportHighlights(store, selection),
    exportRecords: (selection) => exportRecords(store, selection),
    importDocuments: (documents, how) => importDocuments(store, documents, now, how),
    async index(how = {}) {
      await catchUp(store, how)
      await mergeParts(store, how.signal)
    },
    close: () => connection.close(),
  }
}
