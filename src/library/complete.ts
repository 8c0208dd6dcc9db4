import { identifiersOf } from '../item/identifier.ts'
import type { NewRecord, Source } from '../item/record.ts'
import { fieldsOf, identifiersIn, sameField, samePrefix } from './document.ts'
import { checkField, readField } from './field.ts'
import { entriesOf, type StampedDocument } from './versions.ts'

/** Every identifier that a paper has, those of its address and item included. */
export function identifiersOfNew(paper: NewRecord): string[] {
  return [...paper.identifiers, ...identifiersOf(paper.item, paper.source.url)]
}

/** What a paper's new capture has and its record never had: fields, identifiers, and where they came from. */
export function missingFields(
  known: StampedDocument,
  paper: NewRecord,
): { [field: string]: unknown } {
  const knownIdentifiers = new Set(identifiersIn(known))
  const missing = Object.entries(validFields(fieldsOf(paper))).filter(([field, value]) => {
    if (field === 'source' || field === 'type' || field.startsWith(samePrefix)) return false
    return value !== null && entriesOf(known, field).length === 0
  })
  const fields = Object.fromEntries(missing)
  for (const identifier of identifiersOfNew(paper)) {
    const field = sameField(identifier)
    const isNews = !knownIdentifiers.has(identifier) && entriesOf(known, field).length === 0
    if (isNews) fields[field] = true
  }
  const source = readField(known, 'source')
  if (source && missing.length > 0) {
    fields.source = completedSource(source, paper.source, Object.keys(fields))
  }
  return fields
}

/** The source of a record that gained fields from another capture: each field's own source, and only the doubts that are left. */
function completedSource(known: Source, added: Source, fields: readonly string[]): Source {
  const gained = fields.map((field) => (field === 'sections' ? 'abstract' : field))
  const sources = Object.entries(added.fields).filter(([field]) => gained.includes(field))
  const hasAbstract = gained.includes('abstract')
  const settled = new Set<string>([
    ...(hasAbstract ? ['no-abstract', 'saved-from-link'] : []),
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
