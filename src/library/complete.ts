import { isOwn, sourcesBeside } from '../item/field-source.ts'
import { identifiersOf } from '../item/identifier.ts'
import type { NewRecord, Source } from '../item/record.ts'
import { fieldsOf, identifiersIn, sameField, samePrefix, toRecord } from './document.ts'
import { checkField, readField } from './field.ts'
import { isAtOdds } from './identity.ts'
import { typedIdentifiers } from './typed.ts'
import { entriesOf, type StampedDocument } from './versions.ts'

/** The identifiers that a paper has by the word of its page, or of a file: the id of a record is made of these alone. */
export function identifiersSaid(paper: NewRecord): string[] {
  const typed = typedIdentifiers(paper)
  return identifiersOfNew(paper).filter((identifier) => !typed.has(identifier))
}

/** Every identifier that a paper has, those of its address and item included. */
export function identifiersOfNew(paper: NewRecord): string[] {
  return [...paper.identifiers, ...identifiersOf(paper.item, paper.source.url)]
}

/**
 * What a paper's new capture has and its record lacks: fields that it never had, fields that a link's words only
 * stand in for, what the reader has just written or selected, further identifiers, and where they came from. A
 * capture that contradicts the record's identifiers brings only the reader's own words, unless a person says that they are
 * of one paper (`isOne`).
 */
export function missingFields(
  known: StampedDocument,
  paper: NewRecord,
  isOne = false,
): { [field: string]: unknown } {
  const knownIdentifiers = new Set(identifiersIn(known))
  const isOther = !isOne && isAtOdds([...knownIdentifiers], identifiersOfNew(paper))
  const missing = Object.entries(validFields(fieldsOf(paper))).filter(([field, value]) => {
    if (field === 'source' || field.startsWith(samePrefix) || value === null) return false
    if (isReaders(paper.source, field)) return true
    // An address that stands for a title may do so only where a page can take its place.
    if (isOther || (field === 'title' && paper.source.doubts.includes('no-title'))) return false
    return field === 'type'
      ? isFromLink(known)
      : isFromLink(known, field) || entriesOf(known, field).length === 0
  })
  const fields = Object.fromEntries(missing)
  // These the record has by the field that they were typed into, and only as long as that says so.
  const typed = typedIdentifiers(paper)
  for (const identifier of isOther ? [] : identifiersOfNew(paper)) {
    if (typed.has(identifier)) continue
    const field = sameField(identifier)
    const isNews = !knownIdentifiers.has(identifier) && entriesOf(known, field).length === 0
    if (isNews) fields[field] = true
  }
  const source = readField(known, 'source')
  if (source && missing.length > 0) {
    const added = { ...paper.source, fields: sourcesBeside(toRecord(known), paper) }
    fields.source = completedSource(source, added, Object.keys(fields))
  }
  return fields
}

/** True for a field that the reader has written or selected in this capture. */
export function isReaders(source: Source, field: string): boolean {
  const name = field === 'sections' ? 'abstract' : field
  const from = Object.entries(source.fields).find(([variable]) => variable === name)?.[1]?.source
  return isOwn(from)
}

/** True for a record, or a field of it, that has only what a link to its paper said. */
function isFromLink(known: StampedDocument, field?: string): boolean {
  const source = readField(known, 'source')
  if (!source?.doubts.includes('saved-from-link')) return false
  return field === undefined || (field === 'title' && source.fields.title?.source === 'link')
}

/** The source of a record that gained fields from another capture: each field's own source, and only the doubts that are left. */
function completedSource(known: Source, added: Source, fields: readonly string[]): Source {
  const gained = fields.map((field) => (field === 'sections' ? 'abstract' : field))
  const sources = Object.entries(added.fields).filter(([field]) => gained.includes(field))
  const hasAbstract = gained.includes('abstract')
  const settled = new Set<string>([
    ...(hasAbstract ? ['no-abstract'] : []),
    ...(hasAbstract || gained.includes('title') ? ['saved-from-link'] : []),
    ...(gained.includes('title') ? ['no-title'] : []),
    ...(gained.includes('author') ? ['no-authors'] : []),
  ])
  const ofAbstract = added.doubts.filter((doubt) => doubt.startsWith('abstract-'))
  return {
    ...known,
    fields: { ...known.fields, ...Object.fromEntries(sources) },
    removed: hasAbstract ? added.removed : known.removed,
    doubts: [
      ...known.doubts.filter((doubt) => !settled.has(doubt)),
      ...(hasAbstract ? ofAbstract.filter((doubt) => !known.doubts.includes(doubt)) : []),
    ],
  }
}

/** Fields as far as they are valid: one wrong value is one missing field. */
export function validFields(fields: { readonly [field: string]: unknown }): {
  [field: string]: unknown
} {
  const checked = Object.entries(fields).map(
    ([field, value]) => [field, checkField(field, value)] as const,
  )
  return Object.fromEntries(checked.filter(([, value]) => value !== undefined && value !== null))
}
