import { abstractText } from '../item/abstract-text.ts'
import { identifiersOf } from '../item/identifier.ts'
import type { Item, Variable } from '../item/item.ts'
import type { LibraryRecord, NewRecord } from '../item/record.ts'
import { type RecordFields, readField, variables } from './field.ts'
import { strongestFirst } from './identity.ts'
import type { StoredRecord } from './schema.ts'
import { tagsOf } from './tags.ts'
import { typedIn, typedPrefix } from './typed.ts'
import type { StampedDocument } from './versions.ts'

/** What the names of the set-fields for further identifiers begin with. */
export const samePrefix = 'same:'

/** The name of the set-field that says a record is also known by an identifier. */
export function sameField(identifier: string): string {
  return `${samePrefix}${identifier}`
}

/** A stored document as everything outside the store sees it; `identifiers` where they have been read from it already. */
export function toRecord(
  document: StampedDocument,
  identifiers: readonly string[] = identifiersIn(document),
): LibraryRecord {
  const sections = readField(document, 'sections') ?? []
  const source = readField(document, 'source') ?? unknownSource(document)
  const record: LibraryRecord = {
    id: document.id,
    item: itemOf(document),
    sections,
    publicationTypes: readField(document, 'publicationTypes') ?? [],
    identifiers: identifiers.filter((one) => !one.startsWith(typedPrefix)),
    savedAt: readField(document, 'savedAt') ?? source.capturedAt,
    source,
    deleted: document.del === true,
    tags: tagsOf(document),
  }
  const citationKey = readField(document, 'citationKey')
  if (citationKey !== undefined) record.citationKey = citationKey
  const note = readField(document, 'note')
  if (note !== undefined) record.note = note
  const decision = readField(document, 'decision')
  if (decision !== undefined) record.decision = decision
  const reason = readField(document, 'reason')
  if (reason !== undefined) record.reason = reason
  if (readField(document, 'assessed') === true) record.assessed = true
  const mergedInto = readField(document, 'mergedInto')
  if (mergedInto !== undefined) record.mergedInto = mergedInto
  return record
}

/** The fields of a paper that is saved: each CSL variable by itself, the abstract as its sections. */
export function fieldsOf(paper: NewRecord): Partial<RecordFields> & { [field: string]: unknown } {
  const { abstract, ...item } = paper.item
  const sections =
    paper.sections.length > 0 ? paper.sections : abstract === undefined ? [] : [{ text: abstract }]
  const derived = new Set(identifiersOf(paper.item, paper.source.url))
  const further = strongestFirst(paper.identifiers).filter((one) => !derived.has(one))
  return {
    ...item,
    ...(sections.length > 0 ? { sections } : {}),
    ...(paper.publicationTypes.length > 0 ? { publicationTypes: paper.publicationTypes } : {}),
    source: paper.source,
    ...Object.fromEntries(further.map((identifier) => [sameField(identifier), true])),
  }
}

/** Every identifier that a paper is known by, the strongest first. */
export function identifiersIn(document: StampedDocument): string[] {
  const same = Object.keys(document)
    .filter((field) => field.startsWith(samePrefix) && document[field] === true)
    .map((field) => field.slice(samePrefix.length))
  const url = readField(document, 'source')?.url
  return strongestFirst([...identifiersOf(itemOf(document), url), ...same])
}

/** A document with what this device's indexes need beside it, marked as changed. */
export function toStored(document: StampedDocument): StoredRecord {
  const { key: _, ...rest } = document
  const citationKey = readField(document, 'citationKey')
  return {
    ...rest,
    id: document.id,
    s: document.s,
    m: document.m,
    dirty: 1,
    ids: [
      ...identifiersIn(document),
      ...[...typedIn(document)].map((identifier) => `${typedPrefix}${identifier}`),
    ],
    ...(citationKey === undefined ? {} : { key: citationKey.toLowerCase() }),
  }
}

function itemOf(document: StampedDocument): Item {
  const members: [Variable, unknown][] = [['type', readField(document, 'type') ?? 'document']]
  for (const variable of variables) {
    const value = readField(document, variable)
    if (value !== undefined) members.push([variable, value])
  }
  const abstract = abstractText(readField(document, 'sections') ?? [])
  if (abstract !== undefined) members.push(['abstract', abstract])
  // Each variable was read as its own type, which a list of pairs does not carry along.
  return Object.fromEntries(members) as unknown as Item
}

/** A record that came without its source (a hand-made file) still has one to show. */
function unknownSource(document: StampedDocument): LibraryRecord['source'] {
  return {
    url: '',
    portal: 'generic',
    capturedAt: readField(document, 'savedAt') ?? new Date(0).toISOString(),
    fields: {},
    removed: [],
    doubts: [],
  }
}
