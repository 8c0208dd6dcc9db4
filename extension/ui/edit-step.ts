import type { LibraryRecord } from '../../src/item/record.ts'
import { type DraftFields, editOfDraft } from './draft-fields.ts'
import { type FormField, formFields } from './form-fields.ts'
import { inverseEdit, isSame } from './inverse-edit.ts'

/** What an act made of a record. */
export interface EditStep {
  before: LibraryRecord
  after: LibraryRecord
}

/** What a form changes: the item's fields, the abstract's sections and the note. */
type Part = FormField | 'sections' | 'note'

/** What a draft made of the record that was there when its typing began; what became `after` otherwise since is no part of it. */
export function stepOfDraft(fields: DraftFields, began: LibraryRecord, after: LibraryRecord) {
  const { item = {}, sections, note } = editOfDraft(fields, began)
  const isTyped = (part: Part) =>
    part === 'sections'
      ? sections !== undefined
      : part === 'note'
        ? note !== undefined
        : Object.hasOwn(item, part)
  return { before: withFormer(after, began, isTyped), after }
}

/**
 * Two steps as one, so that both are taken back together. What was changed elsewhere between them is no part of it, and nor is what
 * no form changes: tags and the decision.
 */
export function joinSteps(first: EditStep | undefined, then: EditStep): EditStep {
  const before = withFormer(then.after, then.before, () => true)
  const isUntouched = (part: Part) =>
    first !== undefined && isSame(partOf(first.after, part), partOf(then.before, part))
  return {
    before: first ? withFormer(before, first.before, isUntouched) : before,
    after: then.after,
  }
}

/** True for a step that made no difference. */
export function isIdle({ before, after }: EditStep): boolean {
  return Object.keys(inverseEdit(before, after, after).edit).length === 0
}

/** A record with some of its parts as they were in a former one. */
function withFormer(
  record: LibraryRecord,
  former: LibraryRecord,
  isFormer: (part: Part) => boolean,
): LibraryRecord {
  const made = { ...record, item: { ...record.item } }
  for (const field of formFields) {
    if (!isFormer(field)) continue
    if (field !== 'type' && former.item[field] === undefined) delete made.item[field]
    else Object.assign(made.item, { [field]: former.item[field] })
  }
  if (isFormer('sections')) made.sections = former.sections
  if (!isFormer('note')) return made
  const { note: _note, ...rest } = made
  return former.note === undefined ? rest : { ...rest, note: former.note }
}

function partOf(record: LibraryRecord, part: Part): unknown {
  return part === 'sections' || part === 'note' ? record[part] : record.item[part]
}
