import { changedFields } from './changed-fields.ts'
import { identifiersOfNew, missingFields, validFields } from './complete.ts'
import { fieldsOf, identifiersIn, samePrefix } from './document.ts'
import { readField } from './field.ts'
import type { FilePaper } from './file-paper.ts'
import { isAtOdds } from './identity.ts'
import type { Fate, PlanOptions } from './plan-import.ts'
import type { StoredRecord } from './schema.ts'
import { foldTag, normaliseTag, tagField, tagOfField, tagsOf } from './tags.ts'
import { entriesOf, type StampedDocument } from './versions.ts'

/** What becomes of a paper of a file: its fate, and the fields that its record gets. */
export interface PaperPlan {
  fate: Fate
  fields: { [field: string]: unknown }
}

/**
 * What a paper of a file brings to the record that has it, or to a new one where there is none. What is there stays: only
 * fields that hold nothing are filled, tags come to tags, and a note stands below the reader's own.
 */
export function planPaper(
  known: StoredRecord | undefined,
  paper: FilePaper,
  { bringBack = false, now, at }: PlanOptions,
): PaperPlan {
  // Papers of one file, of which none says when it was saved, keep their order.
  const savedAt = paper.savedAt ?? new Date(now + at).toISOString()
  // What was undone at once, or thrown away for good, is in no trash that it could come back from.
  if (!known || (known.del === true && known.row === undefined)) {
    const fields = { ...fieldsOf(paper), savedAt, ...readersFields(undefined, paper) }
    const back = known ? { del: false, undone: null } : {}
    return { fate: 'added', fields: { ...validFields(fields), ...back } }
  }
  if (known.del === true && !bringBack) return { fate: 'deleted', fields: {} }
  const back = known.del === true ? { del: false, undone: null } : {}
  const wanted = { ...paperFields(known, paper), ...validFields(readersFields(known, paper)) }
  const fields = changedFields(known, { ...wanted, ...back })
  return { fate: Object.keys(fields).length > 0 ? 'merged' : 'unchanged', fields }
}

/** What a record gains by fields, as a person is told it: one name for all tags, and one for all identifiers. */
export function gainsOf(fields: { readonly [field: string]: unknown }): Set<string> {
  const names = Object.keys(fields).map((field) => {
    if (tagOfField(field) !== undefined) return 'tags'
    return field.startsWith(samePrefix) ? 'identifiers' : field
  })
  return new Set(names.filter((name) => !['source', 'del', 'undone', 'savedAt'].includes(name)))
}

/** What a save would add, and what was there once and is not there any more: it may be this very import that was taken back. */
function paperFields(known: StoredRecord, paper: FilePaper): { [field: string]: unknown } {
  const missing = missingFields(known, paper)
  if (isAtOdds(identifiersIn(known), identifiersOfNew(paper))) return missing
  const empty = Object.entries(validFields(fieldsOf(paper))).filter(
    ([field]) => field !== 'source' && isEmpty(known, field),
  )
  return { ...Object.fromEntries(empty), ...missing }
}

/** What the file's reader added, as far as the library's own reader has not said something else. */
function readersFields(
  known: StampedDocument | undefined,
  paper: FilePaper,
): { [field: string]: unknown } {
  const { note, decision, reason, assessed, citationKey } = paper
  const fields: { [field: string]: unknown } = {}
  const has = new Set(known ? tagsOf(known).map(foldTag) : [])
  for (const text of paper.tags) {
    const tag = normaliseTag(text)
    if (tag === undefined || has.has(foldTag(tag))) continue
    has.add(foldTag(tag))
    fields[tagField(tag)] = true
  }
  if (note !== undefined) fields.note = withNote(known && readField(known, 'note'), note)
  const decided = known && readField(known, 'decision')
  if (decided === undefined) Object.assign(fields, { decision, assessed })
  const isSame = decided === undefined || decided === decision
  if (isSame && (!known || isEmpty(known, 'reason'))) fields.reason = reason
  if (!known || isEmpty(known, 'citationKey')) fields.citationKey = citationKey
  return fields
}

function isEmpty(document: StampedDocument, field: string): boolean {
  return (entriesOf(document, field)[0]?.[1] ?? null) === null
}

/** Two notes below each other, unless one is in the other already in lines of its own. */
function withNote(ours: string | undefined, theirs: string): string {
  if (ours === undefined || ours === '') return theirs
  return `\n${ours}\n`.includes(`\n${theirs}\n`) ? ours : `${ours}\n\n${theirs}`
}
