import { isRecordId } from './identity.ts'
import type { StoredHighlight, StoredRecord } from './schema.ts'
import { canonical, entriesOf, mergeVersions, type StampedDocument } from './versions.ts'
import { type ReadWire, writeWire } from './wire.ts'

/** A document of a file, as it was read. */
export type Incoming = Extract<ReadWire, { document: StampedDocument }>

/** What becomes of a document of a file. `deleted`: here it was deleted since, and stays so. */
export type Fate = 'added' | 'merged' | 'unchanged' | 'deleted'

/** What an import would do with one document. */
export interface Plan {
  fate: Fate
  /** The two copies as one; what is to be written, unless nothing changes. */
  merged: StampedDocument
  /** Fields that are then written as an edit of this device. */
  fields: { [field: string]: unknown }
}

/** How an import treats what was deleted here. */
export interface PlanOptions {
  /** True where papers that were deleted here since come back, with what the file says of them. */
  bringBack?: boolean
  /** Milliseconds since 1970. */
  now: number
  /** The document's place in the file, from 0. */
  at: number
}

/** What a document of a file and the one that is here become. */
export function planImport(
  known: StoredRecord | StoredHighlight | undefined,
  { document, loose }: Incoming,
  { bringBack = false, now, at }: PlanOptions,
): Plan {
  const merged = known ? mergeVersions(known, document) : document
  const isNews = !known || canonical(writeWire(known)) !== canonical(writeWire(merged))
  if (!isRecordId(document.id)) return { fate: fateOf(known, isNews, false), merged, fields: {} }
  const isGone = known !== undefined && merged.del === true && document.del !== true
  if (isGone && !bringBack) return { fate: isNews ? 'merged' : 'deleted', merged, fields: {} }
  const fields = looseFields(merged, loose, known !== undefined)
  if (isGone) Object.assign(fields, returningFields(merged, document))
  // Entries of one file, of which none says when it was saved, keep their order.
  if (entriesOf(merged, 'savedAt').length === 0) fields.savedAt ??= new Date(now + at).toISOString()
  return { fate: fateOf(known, isNews, Object.keys(fields).length > 0), merged, fields }
}

function fateOf(known: object | undefined, isNews: boolean, hasFields: boolean): Fate {
  if (!known) return 'added'
  return isNews || hasFields ? 'merged' : 'unchanged'
}

/** The fields without a stamp that may be taken: tags, and what the record never had. Nothing is deleted by them. */
function looseFields(
  merged: StampedDocument,
  loose: { readonly [field: string]: unknown },
  isKnown: boolean,
): { [field: string]: unknown } {
  const taken = Object.entries(loose).filter(([field, value]) => {
    if (field.startsWith('tag:')) return value === true && merged[field] !== true
    if (isKnown && ['del', 'undone', 'mergedInto'].includes(field)) return false
    return entriesOf(merged, field).length === 0
  })
  return Object.fromEntries(taken)
}

/** What brings a deleted record back: that it is none, and what the file has and it has lost. */
function returningFields(
  merged: StampedDocument,
  document: StampedDocument,
): { [field: string]: unknown } {
  const lost = Object.keys(document.m.t).filter(
    (field) => (entriesOf(merged, field)[0]?.[1] ?? null) === null && document[field] !== null,
  )
  return {
    ...Object.fromEntries(lost.map((field) => [field, document[field]])),
    del: false,
    undone: null,
  }
}
