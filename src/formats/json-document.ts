import { abstractText } from '../item/abstract-text.ts'
import { identifiersOf } from '../item/identifier.ts'
import { parseItem, parseSections, parseSource } from '../item/parse.ts'
import { arrayOf, fieldOf, textOf, type UnknownObject } from '../item/parse-value.ts'
import type { LibraryRecord } from '../item/record.ts'
import type { EntryRecord, WriteOptions } from './entry.ts'
import { decisionOf, keyOf, tagsOf, timeOf, wordsOf } from './own-fields.ts'

/** What the names of fields begin with that say of one tag, or of one identifier more, that it is there. */
const tagIs = 'tag:'
const sameIs = 'same:'

/**
 * A record as a document of a backup, flat: CSL's variables, `sections`, `tags`, and all that is ours. It has no stamps;
 * a library that takes it in makes them, as for one that a person wrote by hand.
 */
export function documentOf(record: LibraryRecord, options: WriteOptions = {}): object {
  // One value that a library would not take makes it refuse the whole document.
  const { abstract: _, ...item } = parseItem(record.item) ?? { type: 'document' }
  const { id, savedAt, source, publicationTypes } = record
  const citationKey = keyOf(record.citationKey)
  const known = new Set(identifiersOf(record.item, source.url))
  const further = record.identifiers.filter((one) => !known.has(one))
  const sections = options.abstracts === false ? [] : sectionsOf(record)
  return {
    id,
    ...item,
    ...(sections.length > 0 && { sections }),
    ...(publicationTypes.length > 0 && { publicationTypes }),
    ...(citationKey !== undefined && { citationKey }),
    ...(options.notes !== false && record.note !== undefined && { note: record.note }),
    ...(options.decisions !== false && decided(record)),
    ...(record.deleted && { del: true }),
    ...(record.mergedInto !== undefined && { mergedInto: record.mergedInto }),
    ...Object.fromEntries(further.map((one) => [`${sameIs}${one}`, true])),
    savedAt,
    source,
    tags: options.tags === false ? [] : record.tags,
  }
}

function sectionsOf({ sections, item }: LibraryRecord): LibraryRecord['sections'] {
  if (sections.length > 0) return sections
  return item.abstract === undefined ? [] : [{ text: item.abstract }]
}

function decided({ decision, reason, assessed }: LibraryRecord): object {
  return {
    ...(decision !== undefined && { decision }),
    ...(reason !== undefined && { reason }),
    ...(assessed && { assessed }),
  }
}

/** What a document of a backup says of a paper, its stamps left aside; undefined where the paper was deleted. */
export function recordOfDocument(value: UnknownObject): EntryRecord | undefined {
  if (fieldOf(value, 'del') === true) return undefined
  const sections = parseSections(fieldOf(value, 'sections'))
  const item = parseItem({ ...value, abstract: abstractText(sections) }) ?? { type: 'document' }
  const id = textOf(fieldOf(value, 'id'), 100)
  const citationKey = keyOf(fieldOf(value, 'citationKey'))
  const note = wordsOf(fieldOf(value, 'note'))
  const decision = decisionOf(fieldOf(value, 'decision'))
  const reason = wordsOf(fieldOf(value, 'reason'))
  const savedAt = timeOf(fieldOf(value, 'savedAt'))
  const source = parseSource(fieldOf(value, 'source'))
  const types = arrayOf(fieldOf(value, 'publicationTypes'), 50)
  const set = Object.keys(value).filter((field) => value[field] === true)
  const listed = arrayOf(fieldOf(value, 'tags'), 10_000)
  const same = set.filter((field) => field.startsWith(sameIs))
  return {
    item,
    sections,
    tags: tagsOf([
      ...set.filter((field) => field.startsWith(tagIs)).map((field) => field.slice(tagIs.length)),
      ...listed,
    ]),
    publicationTypes: types.flatMap((one) => textOf(one, 2_000) ?? []),
    identifiers: [
      ...identifiersOf(item, source?.url),
      ...same.map((field) => field.slice(sameIs.length)),
    ],
    ...(id !== undefined && { id }),
    ...(citationKey !== undefined && { citationKey }),
    ...(note !== undefined && { note }),
    ...(decision !== undefined && { decision }),
    ...(reason !== undefined && { reason }),
    ...(fieldOf(value, 'assessed') === true && { assessed: true as const }),
    ...(savedAt !== undefined && { savedAt }),
    ...(source !== undefined && { source }),
  }
}
