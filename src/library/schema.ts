import type { RecordRow } from '../item/record.ts'
import type { StampedDocument } from './versions.ts'

/** The database's name. */
export const databaseName = 'offprint'

/** The database's version; each rise has its step in `upgrade`. */
export const databaseVersion = 2

/** The number that each document carries in `s`: which fields it may have, and what they mean. */
export const documentSchema = 1

/** A record as it lies in the database: a stamped document and what this device alone needs. */
export interface StoredRecord extends StampedDocument {
  /** 1 while a sync target has not got its last change. */
  dirty: 0 | 1
  /** Every identifier, for the multi-entry index; derived from the fields. */
  ids: string[]
  /** The citation key in lower case, for the index that keeps keys unique; derived. */
  key?: string
}

/** A highlight as it lies in the database: `a:` + ULID, with the record's id in the field `ref`. */
export interface StoredHighlight extends StampedDocument {
  dirty: 0 | 1
}

/** What lists and counters need of a record; there is none for a record that neither the library nor the trash shows. */
export interface StoredRow extends RecordRow {
  /** Sorts the library, newest last: when it was saved, then its id. Absent in the trash. */
  order?: string
  /** Sorts the trash, newest last: when it was deleted, then its id. Absent in the library. */
  trash?: string
  /** Title, year and first author as compared for "probably the same". Absent in the trash, and where one is missing. */
  alike?: string
}

/** A tag in use: how it is spelled and how many records in the library (not in the trash) have it. */
export interface StoredTag {
  /** The tag as compared: folded. */
  key: string
  name: string
  records: number
}

/** What was typed and is not yet in a record; the same shape as the message that brought it. */
export interface StoredDraft {
  /** A record's id or, before saving, a page's canonical URL. */
  key: string
  /** One popup's life; within it `n` rises. */
  session: string
  n: number
  fields: { [field: string]: string }
  /** ISO 8601, UTC. */
  at: string
  /** True for what was committed or given up: kept for a while so that a late message does not bring it back. */
  settled?: boolean
}

/** One record's part in an action: what its fields were before, and what the action made them. */
export interface Inverse {
  id: string
  /** Former values; null where there was none. Empty where the action made the record. */
  was: { [field: string]: unknown }
  /**
   * The values that the action wrote; a field that has another by now was changed since. Values and not stamps,
   * since taking back a later action writes the earlier one's value under a new stamp.
   */
  became: { [field: string]: unknown }
  /** True where the action made the record, so that taking it back takes the record away. */
  created?: boolean
}

/** An action that can be taken back. */
export interface StoredAction {
  /** Rises with each action. */
  n?: number
  /** `save`, `edit`, `delete`, `tags` … */
  action: string
  /** The records concerned, for finding the newest action of one. */
  ids: string[]
  inverses: Inverse[]
}

/** The database's one row of counters; written in the transaction of what it counts. */
export interface State {
  /** This copy of the library, so that a database emptied by a fault is known from a new one. */
  database: string
  /** This device in stamps: 16 hex digits. New where its numbers may have been used elsewhere. */
  device: string
  /** The device's last patch. */
  n: number
  /** The hybrid logical clock: the last stamp's time in ms. */
  time: number
  /** Rises with each transaction that changes a record. */
  counter: number
  /** The number of the last action that was noted for undo; absent in a library of version 1. */
  actions?: number
  /** Records in the library, in the trash, and all documents (merged and undone ones too). */
  visible: number
  trashed: number
  documents: number
}

/** What a page keeps in memory of a part of the search index while it searches; less than 64 KB, see segment.ts. */
export interface StoredSegment {
  /** The part's number; rises. */
  segment: number
  /** How many records it has, dead ones too. */
  count: number
  /** The first word of each of its blocks. */
  first: string[]
  /** When its first record was saved, in whole seconds since 1970, and each record how many seconds later, by place. */
  base: number
  saved: Uint32Array
  /** By place; 0 where none is known. */
  years: Uint16Array
  /** By place: `standingNumbers`. */
  standings: Uint8Array
  /** A small part's blocks and ids, which have no rows of their own then. */
  inline?: { blocks: Uint8Array[]; ids: string }
}

/** What the search index as a whole is; one row. */
export interface SearchState {
  /** The version of `wordsOf` by which it was made; another than the code's, and it is made anew. */
  words: number
  /** The number of the next part. */
  next: number
  /** Rises with each change of the index, so that a page knows what it keeps in memory is old. */
  changes: number
  /** The parts there are, with how many records each has and how many of them are dead. */
  parts: { segment: number; count: number; dead: number }[]
}

/** The stores and their indexes, in idb's form. A type, since an interface has no index signature for idb's constraint. */
export type Schema = {
  records: { key: string; value: StoredRecord; indexes: { ids: string; key: string } }
  rows: {
    key: string
    value: StoredRow
    indexes: { order: string; trash: string; alike: string }
  }
  highlights: { key: string; value: StoredHighlight; indexes: { ref: string } }
  tags: { key: string; value: StoredTag }
  undo: { key: number; value: StoredAction; indexes: { ids: string } }
  drafts: { key: string; value: StoredDraft }
  meta: { key: string; value: State }
  segments: { key: number; value: StoredSegment }
  /** A part's words, cut into blocks. */
  blocks: { key: [segment: number, block: number]; value: Uint8Array }
  /** A part's ids, 64 a row, parted by spaces. */
  segmentIds: { key: [segment: number, from: number]; value: string }
  /** A part's records that were changed or went since, a bit each. */
  dead: { key: number; value: Uint8Array }
  /** Where each record stands in the index: part * 8192 + place. */
  places: { key: string; value: number }
  /** Records that are not in the index yet, with the counter of the transaction that wrote them. */
  unindexed: { key: string; value: number }
  searchState: { key: string; value: SearchState }
}

/** One step for each version: `steps[0]` makes version 1 out of nothing. */
const steps: readonly ((database: IDBDatabase, from: number) => void)[] = [
  (database) => {
    const records = database.createObjectStore('records', { keyPath: 'id' })
    records.createIndex('ids', 'ids', { multiEntry: true })
    records.createIndex('key', 'key')
    const rows = database.createObjectStore('rows', { keyPath: 'id' })
    for (const name of ['order', 'trash', 'alike']) rows.createIndex(name, name)
    database.createObjectStore('highlights', { keyPath: 'id' }).createIndex('ref', 'ref')
    database.createObjectStore('tags', { keyPath: 'key' })
    database
      .createObjectStore('undo', { keyPath: 'n', autoIncrement: true })
      .createIndex('ids', 'ids', { multiEntry: true })
    database.createObjectStore('drafts', { keyPath: 'key' })
    database.createObjectStore('meta')
  },
  (database, from) => {
    for (const name of ['segments', 'blocks', 'segmentIds', 'dead', 'places', 'unindexed'])
      database.createObjectStore(name)
    const state: SearchState = { words: 0, next: 1, changes: 0, parts: [] }
    const store = database.createObjectStore('searchState')
    // What is there already is not in the index: it is to be made.
    if (from > 0) store.put(state, 'state')
  },
]

/** Brings a database from an older version (0: a new one) to a newer one, this if none is named, in the transaction of the upgrade. */
export function upgrade(database: IDBDatabase, from: number, to = databaseVersion): void {
  for (const step of steps.slice(from, to)) step(database, from)
}
