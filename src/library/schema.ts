import type { RecordRow } from '../item/record.ts'
import type { ImportJob, Progress, Task } from './task.ts'
import type { StampedDocument } from './versions.ts'

/** The database's name. */
export const databaseName = 'offprint'

/** The database's version; each rise has its step in upgrade.ts. */
export const databaseVersion = 2

/** The number that each document carries in `s`: which fields it may have, and what they mean. */
export const documentSchema = 1

/** A record as it lies in the database: a stamped document and what this device alone needs. */
export interface StoredRecord extends StampedDocument {
  /** 1 while a sync target has not got its last change. */
  dirty: 0 | 1
  /** Every identifier, and once more as `typed:…` those that a reader typed, for the multi-entry index; derived from the fields. */
  ids: string[]
  /** The citation key in lower case, for the index that keeps keys unique; derived. */
  key?: string
  /** The number of its row; absent where no list shows it. */
  row?: number
}

/** A highlight as it lies in the database: `a:` + ULID, with the record's id in the field `ref`. */
export interface StoredHighlight extends StampedDocument {
  dirty: 0 | 1
}

/** What lists and counters need of a record; there is none for a record that neither the library nor the trash shows. */
export interface StoredRow extends RecordRow {
  /** The row's number: rises, and is a new one after each change that a search sees. */
  n: number
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

/** What takes back one transaction of an action on many records. */
export interface UndoPart {
  inverses: Inverse[]
  /** Records that it made, each with the sum of its clock then: where that has risen, somebody has changed it since. */
  created: [id: string, clock: number][]
  /** Records that an earlier transaction of the action made and this one changed: their clocks, as the action left them. */
  again?: [id: string, clock: number][]
  /** Documents that it removed for good, with their highlights. */
  removed: (StoredRecord | StoredHighlight)[]
  /** Tags in use that got another spelling in the list of tags. */
  respelled?: [was: string, became: string][]
}

/** An action that can be taken back. */
export interface StoredAction {
  /** Rises with each action. */
  n?: number
  /** `save`, `edit`, `delete`, `tags` … */
  action: string
  /** The records concerned, for finding the newest action of one; none of an action on many, whose inverses are `parts`. */
  ids: string[]
  inverses: Inverse[]
  /** How many parts of inverses there are in `undoParts`, and of how many records. */
  parts?: number
  records?: number
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
  /** The number of the last action that was noted for undo, and of the last row. */
  actions: number
  rows: number
  /** How often a document was written: how much a backup lacks is told by it. */
  changes: number
  /** What the search index is. */
  search: SearchState
  /** Records in the library, in the trash, and all documents (merged and undone ones too). */
  visible: number
  trashed: number
  documents: number
  /** The sentinel whose damage gave the device a new name, as text, so that one damage does it once. */
  renewedFor?: string
}

/** A part of the search index, as a page keeps it in memory while it searches; the rest are rows of their own. */
export interface StoredSegment {
  /** The segment's number; rises. */
  segment: number
  /** How many records it has, dead ones too. */
  count: number
  /** The first word of each of its blocks. */
  first: string[]
  /** The beginnings of words that are entries by themselves. */
  prefixes: string[]
  /** The rest of a small segment, which has no rows of its own then. */
  inline?: {
    order: Uint8Array
    filters: StoredFilters
    words: Uint8Array[]
    positions: Uint8Array[]
  }
  /** The checksums of a large segment's rows: search/checksum.ts. */
  sums?: {
    order: number
    filters: number
    /** By the number of the block. */
    blocks: Uint32Array
    positions: Uint32Array
  }
  /** The checksum of all this. */
  sum: number
}

/** What a segment's records are filtered by, and their titles' hashes: search/columns.ts. */
export interface StoredFilters {
  years: Uint16Array
  standings: Uint8Array
  titles: Uint32Array
}

/** What the search index as a whole is. */
export interface SearchState {
  /** The version of `wordsOf` by which it was made; another than the code's, and it is made anew. */
  words: number
  /** The number of the next segment. */
  next: number
  /** Rises with each change of the index, so that a page knows what it keeps in memory is old. */
  changes: number
  /** The segments there are, and how many records each has. */
  segments: { segment: number; count: number }[]
  /** How many records of them are dead: changed or gone since. */
  dead: number
  /** Rows that are not in the index yet, by their numbers: from where to where. */
  waiting: [from: number, to: number][]
  /** Segments that are being written and do not count yet; what an end of the browser left of them is to be removed. */
  unfinished: number[]
}

/** The stores and their indexes, in idb's form. A type, since an interface has no index signature for idb's constraint. */
export type Schema = {
  records: { key: string; value: StoredRecord; indexes: { ids: string; key: string } }
  rows: {
    key: number
    value: StoredRow
    indexes: { order: string; trash: string; alike: string }
  }
  highlights: { key: string; value: StoredHighlight; indexes: { ref: string } }
  tags: { key: string; value: StoredTag }
  undo: { key: number; value: StoredAction; indexes: { ids: string } }
  /** The inverses of an action on many records, a part for each of its transactions. */
  undoParts: { key: [action: number, part: number]; value: UndoPart }
  /** The work on many records that is under way, and how far it has come, and the import that is; at most one of each. */
  jobs: { key: 'task' | 'progress' | 'import'; value: Task | Progress | ImportJob }
  drafts: { key: string; value: StoredDraft }
  meta: { key: string; value: State }
  segments: { key: number; value: StoredSegment }
  /** What a segment's records are sorted by: search/columns.ts. */
  orders: { key: number; value: Uint8Array }
  /** What they are filtered by. */
  filters: { key: number; value: StoredFilters }
  /** A segment's words, cut into blocks, and where in the records these stand, which few searches need. */
  blocks: { key: [segment: number, block: number]; value: Uint8Array }
  positions: { key: [segment: number, block: number]; value: Uint8Array }
  /** Numbers of rows that stand in a segment and are no more; each change of the index that has any adds a list. */
  dead: { key: number; value: Uint32Array }
}
