import { type Item, itemTypes } from '../../src/item/item.ts'
import type { FieldCandidate, NewRecord, Section } from '../../src/item/record.ts'
import type { RecordEdit } from '../messages.ts'
import { readDateText } from './date-text.ts'
import {
  type FormField,
  formFields,
  isDateField,
  isFormField,
  isNameField,
  textOfField,
} from './form-fields.ts'
import { readNameLines } from './name-lines.ts'
import {
  fieldsOfRows,
  formRows,
  isSectionField,
  rowsOfFields,
  sectionsOfRows,
} from './section-rows.ts'
import { splitTags } from './tag-completion.ts'
import { readTyped, refusedFields } from './typed-text.ts'

/** What text boxes hold, by field: a CSL variable, `note`, `tag`, `remark`, `reason`, `section.0.label` or `section.0.text`. */
export interface DraftFields {
  [field: string]: string
}

/**
 * The edit that a draft amounts to, on the paper as it stands; fields with nothing new are left out, and what cannot be kept
 * (`refusedFields`). The tag box's
 * text becomes tags only once what it was typed in has `closed`: until then it may be half a tag.
 */
export function editOfDraft(
  fields: DraftFields,
  paper: Pick<NewRecord, 'item' | 'sections'>,
  { closed = false }: { closed?: boolean } = {},
): RecordEdit {
  const edit: RecordEdit = {}
  const item: EditedItem = {}
  for (const field of formFields) {
    const text = fields[field]
    if (text === undefined || text === textOfField(paper.item, field)) continue
    Object.assign(item, editOfField(field, text, paper.item))
  }
  // By its number alone a paper is arXiv's for us, and not for other programs.
  if (item.number?.startsWith('arXiv:') && (item.archive ?? paper.item.archive) === undefined)
    item.archive = 'arXiv'
  if (Object.keys(item).length > 0) edit.item = item
  const sections = sectionsOfDraft(fields, paper.sections)
  if (sections) edit.sections = sections
  if (fields.note !== undefined) edit.note = orNull(fields.note.trim())
  const tags = closed ? splitTags(fields.tag ?? '') : []
  if (tags.length > 0) edit.addTags = tags
  return edit
}

/** True for a draft that holds more than the note's and the tags' boxes do: what the form is for. */
export function hasFormFields({ note: _note, tag: _tag, ...fields }: DraftFields): boolean {
  return Object.keys(fields).length > 0
}

/** A draft with what was typed since: sections come as a whole, and an emptied tag box is nothing to keep. */
export function draftWith(fields: DraftFields, typed: DraftFields): DraftFields {
  const replaced = Object.keys(typed).some(isSectionField)
  const kept = Object.entries(fields).filter(([field]) => !(replaced && isSectionField(field)))
  const { tag = '', ...rest } = { ...Object.fromEntries(kept), ...typed }
  return tag === '' ? rest : { ...rest, tag }
}

/** What a draft still is once `committed` is in the record: what differs from that, what cannot be kept, and the tag box's text. */
export function draftSince(fields: DraftFields, committed: DraftFields): DraftFields {
  const differs = (field: string) => fields[field] !== committed[field]
  const sections = Object.keys(fields).some((field) => isSectionField(field) && differs(field))
  const since = Object.entries(fields).filter(
    ([field]) => staysTyped(fields, field) || (isSectionField(field) ? sections : differs(field)),
  )
  return Object.fromEntries(since)
}

/** True for a draft that holds anything which a commit would put into the record. */
export function canCommit(fields: DraftFields): boolean {
  return Object.keys(fields).some((field) => !staysTyped(fields, field))
}

/** True for a field that stays in the draft: half a tag, or what cannot be kept. */
function staysTyped(fields: DraftFields, field: string): boolean {
  return field === 'tag' || refusedFields({ [field]: fields[field] ?? '' }).length > 0
}

/** What a draft holds of an edit that a button made, as if it had been typed; `edited` is the paper with it. */
export function draftOfEdit(
  edit: RecordEdit,
  edited: Pick<NewRecord, 'item' | 'sections'>,
): DraftFields {
  const fields: DraftFields = {}
  for (const field of formFields) {
    if (edit.item?.[field] !== undefined) fields[field] = textOfField(edited.item, field)
  }
  return edit.sections ? { ...fields, ...fieldsOfRows(formRows({}, edited.sections)) } : fields
}

/**
 * A draft from which what a button `made` is taken back: each of its fields is as it was `before`, unless something else was typed
 * there since, and then it counts as kept.
 */
export function draftTakenBack(
  fields: DraftFields,
  made: DraftFields,
  before: DraftFields,
): { fields: DraftFields; kept: number } {
  const isChanged = (field: string) => fields[field] !== made[field]
  const sections = Object.keys(made).filter(isSectionField)
  const others = Object.keys(made).filter((field) => !isSectionField(field))
  const keepsSections =
    sections.length > 0 &&
    [...Object.keys(fields), ...sections].filter(isSectionField).some(isChanged)
  const left = others.filter(isChanged)
  const isTaken = (field: string) =>
    isSectionField(field)
      ? sections.length > 0 && !keepsSections
      : others.includes(field) && !left.includes(field)
  const only = (of: DraftFields, wanted: (field: string) => boolean) =>
    Object.entries(of).filter(([field]) => wanted(field))
  return {
    fields: Object.fromEntries([
      ...only(fields, (field) => !isTaken(field)),
      ...only(before, isTaken),
    ]),
    kept: left.length + (keepsSections ? 1 : 0),
  }
}

/** The edit that takes a candidate for a field of `item`, an abstract's sections as they were; undefined where it cannot be taken. */
export function editOfCandidate(
  field: string,
  { value, sections }: Pick<FieldCandidate, 'value' | 'sections'>,
  item: Item = { type: 'document' },
): RecordEdit | undefined {
  if (field === 'abstract') return { sections: sections ?? [{ text: value }] }
  if (!isFormField(field)) return undefined
  const edit = isNameField(field)
    ? editOfField(field, value.replaceAll('; ', '\n'), item)
    : field === 'type' || isDateField(field)
      ? editOfField(field, value, item)
      : { [field]: value }
  return edit[field] ? { item: edit } : undefined
}

type EditedItem = NonNullable<RecordEdit['item']>

/** What a box's text makes of its field in `item`: null where it is emptied, nothing where it is what the field is, or cannot be kept. */
function editOfField(field: FormField, text: string, item: Item): EditedItem {
  if (field === 'type') {
    const type = itemTypes.find((each) => each === text)
    return type ? { type } : {}
  }
  if (isNameField(field)) {
    const names = readNameLines(text, item[field])
    return { [field]: names.length > 0 ? names : null }
  }
  if (isDateField(field)) return { [field]: readDateText(text) ?? null }
  const read = readTyped(field, text)
  return read === undefined || read === (item[field] ?? '') ? {} : { [field]: orNull(read) }
}

function sectionsOfDraft(fields: DraftFields, sections: readonly Section[]): Section[] | undefined {
  const rows = rowsOfFields(fields)
  const drafted = rows && sectionsOfRows(rows)
  return drafted && !isSame(drafted, sections) ? drafted : undefined
}

function isSame(some: readonly Section[], others: readonly Section[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ label, text }, at) => label === others[at]?.label && text === others[at]?.text)
  )
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
