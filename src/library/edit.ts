import { doubtsAfterEdit } from '../item/doubts-after-edit.ts'
import { sourcesAfterEdit } from '../item/field-source.ts'
import type { Item, Variable } from '../item/item.ts'
import { parseItem, parseSections } from '../item/parse.ts'
import type { Decision, Section, Source } from '../item/record.ts'
import type { Change } from './change.ts'
import { holdersOfKey } from './citation-keys.ts'
import { toRecord } from './document.ts'
import { checkField, readField } from './field.ts'
import { LibraryError } from './library-error.ts'
import type { StoredRecord } from './schema.ts'
import { foldTag, normaliseTag, tagField, tagOfField } from './tags.ts'
import { sameValue } from './versions.ts'

/** What a reader changes on a record; an absent field stays as it is, null clears it. */
export interface Edit {
  /** CSL variables; `abstract` is read as one section, unless `sections` are given. */
  item?: { [V in keyof Item]?: Item[V] | null }
  sections?: Section[]
  note?: string | null
  /** Tags to set and to take off; others stay. A tag that is in use in other letters' case is spelled as it is there. */
  addTags?: string[]
  removeTags?: string[]
  decision?: Decision | null
  /** Why it was excluded; another decision takes it off. */
  reason?: string | null
  /** Whether the decision is one on the full text; with a decision that is taken back it is not. */
  assessed?: boolean | null
  citationKey?: string
}

/** The longest note that a person can write, in UTF-16 units: some five hundred pages. */
const longestOwn = 1_000_000

/** The fields that an edit gives a record; a citation key that another record has is a `LibraryError`. */
export async function fieldsOfEdit(
  change: Change,
  document: StoredRecord,
  edit: Edit,
): Promise<{ [field: string]: unknown }> {
  const { abstract, type, ...item } = edit.item ?? {}
  const fields: { [field: string]: unknown } = { ...item }
  if (type) fields.type = type
  if (abstract !== undefined) fields.sections = abstract ? [{ text: abstract }] : null
  if (edit.sections !== undefined) fields.sections = edit.sections
  for (const name of ['note', 'decision', 'reason', 'assessed'] as const) {
    if (edit[name] !== undefined) fields[name] = edit[name]
  }
  if (edit.decision === null && edit.assessed === undefined) fields.assessed = null
  // A reason is why a paper was excluded: left on another decision it would go out with it (RIS, CSV).
  if (edit.decision !== undefined && edit.decision !== 'exclude' && edit.reason === undefined)
    fields.reason = null
  refuseTooLong(document, edit)
  if (edit.citationKey !== undefined) {
    await refuseTakenKey(change, document, edit.citationKey)
    fields.citationKey = edit.citationKey
  }
  return {
    ...fields,
    ...sourceField(document, fields),
    ...(await tagFields(change, document, edit)),
  }
}

/** The record's source with what the edit changes, so that a person sees which words are the reader's own, and no doubt that was put right. */
function sourceField(
  document: StoredRecord,
  fields: { readonly [field: string]: unknown },
): { source?: Source } {
  const source = readField(document, 'source')
  if (!source) return {}
  const edited = { ...document }
  for (const [name, value] of Object.entries(fields)) edited[name] = checkField(name, value)
  const [former, now] = [toRecord(document), toRecord(edited).item]
  const sources = sourcesAfterEdit(former, now)
  const doubts = doubtsAfterEdit(source.doubts, former.item, now, sources)
  const after = { ...source, fields: sources, doubts }
  return sameValue(after, source) ? {} : { source: after }
}

async function tagFields(
  change: Change,
  document: StoredRecord,
  edit: Edit,
): Promise<{ [field: string]: boolean }> {
  const has = new Map<string, string[]>()
  for (const field of Object.keys(document)) {
    const tag = tagOfField(field)
    if (tag === undefined || document[field] !== true) continue
    has.set(foldTag(tag), [...(has.get(foldTag(tag)) ?? []), field])
  }
  const fields: { [field: string]: boolean } = {}
  for (const tag of edit.removeTags ?? []) {
    for (const field of has.get(foldTag(normaliseTag(tag) ?? '')) ?? []) fields[field] = false
  }
  for (const text of edit.addTags ?? []) {
    const tag = normaliseTag(text)
    if (tag === undefined) continue
    const spelled = has.get(foldTag(tag)) ?? [tagField(await change.spelling(tag))]
    for (const field of spelled) fields[field] = true
  }
  return fields
}

/** What is too long is refused and not cut, so that a draft of it stays where it can be copied from. */
function refuseTooLong(document: StoredRecord, edit: Edit): void {
  const cut = new Set<Variable>()
  parseItem(edit.item ?? {}, cut)
  if (edit.sections) parseSections(edit.sections, () => cut.add('abstract'))
  if (cut.size > 0) {
    const names = [...cut].map((name) => `“${name}”`).join(', ')
    throw new LibraryError(
      'too-long',
      `What was written for ${names} is longer than can be kept. Nothing was changed. Shorten it, or keep a part of it in the note.`,
    )
  }
  for (const name of ['note', 'reason'] as const) {
    const length = edit[name]?.length ?? 0
    // A note that became so long by merging may be worked on.
    if (length <= Math.max(longestOwn, readField(document, name)?.length ?? 0)) continue
    const most = longestOwn.toLocaleString('en')
    throw new LibraryError(
      'too-long',
      `This ${name} is longer than ${most} characters. Nothing was changed. Shorten it, or keep a part of it elsewhere.`,
      { fill: [longestOwn] },
    )
  }
}

async function refuseTakenKey(change: Change, document: StoredRecord, key: string): Promise<void> {
  const holders = await holdersOfKey(change, key)
  if (holders.some((id) => id !== document.id)) {
    throw new LibraryError(
      'key-taken',
      `Another paper has the citation key “${key}”. Nothing was changed.`,
      { fill: [key] },
    )
  }
}
