import { identifiersOf } from '../item/identifier.ts'
import type { LibraryRecord, NewRecord, Source } from '../item/record.ts'
import type { Change } from './change.ts'
import { fieldsOf, identifiersIn, sameField, toRecord } from './document.ts'
import { checkField, readField } from './field.ts'
import { findDocument } from './find.ts'
import { entriesOf, fieldNames, type StampedDocument } from './versions.ts'

/** A saved paper, and whether it was new (`now`), came back from the trash (`again`) or was there (`before`). */
export interface Saved {
  record: LibraryRecord
  when: 'now' | 'again' | 'before'
}

/** Every identifier that a paper to be saved has, those of its address and item included. */
export function identifiersOfNew(paper: NewRecord): string[] {
  return [...paper.identifiers, ...identifiersOf(paper.item, paper.source.url)]
}

/**
 * Saves a paper: looks whether it is there and writes it, in one transaction, so that two pages that save one
 * paper at once make one record. `id` is the one it gets if it is new. A paper that is there gains the
 * identifiers and fields that it never had; nothing that a reader wrote or cleared is touched.
 */
export async function savePaper(
  change: Change,
  paper: NewRecord,
  id: string,
  savedAt: string,
): Promise<Saved> {
  const identifiers = identifiersOfNew(paper)
  const known = await findDocument(change.transaction, identifiers, id)
  if (!known) {
    const fields = valid({ ...fieldsOf(paper), savedAt })
    return { record: toRecord(await change.create(id, fields)), when: 'now' }
  }
  const missing = missingFields(known, paper)
  if (known.del !== true) {
    return { record: toRecord(await change.patch(known, missing)), when: 'before' }
  }
  const back = await change.patch(known, { ...missing, del: false, undone: null, savedAt })
  return { record: toRecord(back), when: 'again' }
}

/** What a paper's new capture has and its record never had: fields, identifiers, and where they came from. */
export function missingFields(
  known: StampedDocument,
  paper: NewRecord,
): { [field: string]: unknown } {
  const knownIdentifiers = new Set(identifiersIn(known))
  const missing = Object.entries(valid(fieldsOf(paper))).filter(([field, value]) => {
    if (field === 'source' || field === 'type') return false
    return value !== null && entriesOf(known, field).length === 0
  })
  const fields = Object.fromEntries(missing)
  for (const identifier of identifiersOfNew(paper)) {
    const field = sameField(identifier)
    if (!knownIdentifiers.has(identifier) && !fieldNames(known).includes(field)) fields[field] = true
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

/** A capture is taken as far as it is valid: one wrong value is one missing field. */
function valid(fields: { readonly [field: string]: unknown }): { [field: string]: unknown } {
  const checked = Object.entries(fields).map(
    ([field, value]) => [field, checkField(field, value)] as const,
  )
  return Object.fromEntries(
    checked.filter(([, value]) => value !== undefined && value !== null),
  )
}
