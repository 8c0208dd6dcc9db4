import { isCitationKey } from '../item/citation-key.ts'
import {
  dateVariables,
  type Item,
  itemTypes,
  nameVariables,
  textVariables,
  type Variable,
} from '../item/item.ts'
import { caps, parseItem, parseSections, parseSource } from '../item/parse.ts'
import { arrayOf, textOf } from '../item/parse-value.ts'
import type { Decision, LibraryRecord, Section, Source } from '../item/record.ts'
import { isRecordId, kindOf } from './identity.ts'
import { inertCopy } from './inert.ts'
import { normaliseTag, tagOfField } from './tags.ts'
import type { StampedDocument } from './versions.ts'

/** A record's fields with a meaning of their own; `tag:…`, `same:…`, `merged:…` and `distinct:…` (true or false) come beside them. */
export interface RecordFields extends Omit<Item, 'abstract'> {
  /** The abstract; CSL's `abstract` is derived from it. */
  sections: Section[]
  publicationTypes: string[]
  source: Source
  savedAt: string
  citationKey: string
  note: string
  decision: Decision
  reason: string
  /** True where the decision was made on the full text. */
  assessed: boolean
  /** True for what was deleted, and for what was saved and undone. */
  del: boolean
  /** True where `del` comes from undoing the save: then the trash shows it only if the reader had added something. */
  undone: boolean
  mergedInto: LibraryRecord['id']
}

/** What the names of the set-fields begin with that name the records which became part of this one. */
export const mergedPrefix = 'merged:'

/** What the names of the set-fields begin with that name records of which a person said that they are another paper. */
export const distinctPrefix = 'distinct:'

/** Every CSL variable that is a field by itself: all but the type and the derived abstract. */
export const variables = [
  ...textVariables.filter((variable) => variable !== 'abstract'),
  ...nameVariables,
  ...dateVariables,
] as const satisfies readonly Variable[]

const decisions = ['include', 'maybe', 'exclude'] as const satisfies readonly Decision[]

/**
 * The reader's own words are never cut: what is longer than this is refused. No person writes so much, but many notes may
 * become one by merging, which must lose none and has nobody to tell; what a person writes at once has a lower limit
 * (`longestOwn` in edit.ts).
 */
export const longestWords = 16_000_000
const longestKey = 200

/** A field's value in a stored document; undefined where it has none or was cleared. */
export function readField<F extends keyof RecordFields>(
  document: StampedDocument,
  field: F,
): RecordFields[F] | undefined {
  const value: unknown = Object.hasOwn(document, field) ? document[field] : undefined
  // Whatever is written passed `checkField`; checking again at each reading would cost more than the reading.
  return value === null ? undefined : (value as RecordFields[F] | undefined)
}

/**
 * A field's value as it is stored, out of anything: null for what clears it (null, empty text, an empty
 * list), undefined for what is not of the field's kind. A field that is not known here is copied without
 * being understood. What comes out comes out again unchanged, so that a backup is read as it was written.
 */
export function checkField(field: string, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (!isKnown(field)) return inertCopy(value)
  if (lists.has(field) ? Array.isArray(value) && value.length === 0 : value === '') return null
  const tag = tagOfField(field)
  if (tag !== undefined) return normaliseTag(tag) === tag ? booleanOf(value) : undefined
  if (field.startsWith(mergedPrefix) || field.startsWith(distinctPrefix))
    return isRecordId(field.slice(field.indexOf(':') + 1)) ? booleanOf(value) : undefined
  if (field.startsWith('same:')) {
    const identifier = field.slice('same:'.length)
    return kindOf(identifier) !== undefined && !/\s/.test(identifier) ? booleanOf(value) : undefined
  }
  const variable = variables.find((one) => one === field)
  if (variable !== undefined) return parseItem({ [variable]: value })?.[variable]
  switch (field) {
    case 'type':
      return itemTypes.find((type) => type === value)
    case 'sections':
      return Array.isArray(value) ? (filled(parseSections(value)) ?? null) : undefined
    case 'publicationTypes':
      return filled(
        arrayOf(value, caps.publicationTypes).flatMap((one) => textOf(one, caps.text) ?? []),
      )
    case 'source':
      return parseSource(value)
    case 'savedAt':
      return isoOf(value)
    case 'citationKey':
      return typeof value === 'string' && value.length <= longestKey && isCitationKey(value)
        ? value
        : undefined
    case 'note':
    case 'reason':
      return wordsOf(value)
    case 'decision':
      return decisions.find((decision) => decision === value)
    case 'assessed':
    case 'del':
    case 'undone':
      return booleanOf(value)
    default:
      return isRecordId(value) ? value : undefined
  }
}

const lists: ReadonlySet<string> = new Set([...nameVariables, 'sections', 'publicationTypes'])

const ownFields: ReadonlySet<string> = new Set(
  'type sections publicationTypes source savedAt citationKey note reason decision assessed del undone mergedInto'.split(
    ' ',
  ),
)

function isKnown(field: string): boolean {
  return (
    ownFields.has(field) ||
    variables.some((variable) => variable === field) ||
    field.startsWith('same:') ||
    field.startsWith(mergedPrefix) ||
    field.startsWith(distinctPrefix) ||
    tagOfField(field) !== undefined
  )
}

function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

function filled<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined
}

/** Words whole, or undefined; null where they are blank. */
function wordsOf(value: unknown): string | null | undefined {
  if (typeof value !== 'string') return undefined
  let isCut = false
  const words = textOf(value, longestWords, () => {
    isCut = true
  })
  return isCut ? undefined : (words ?? null)
}

/** The moment in the one form that sorts as text. */
function isoOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return undefined
  const time = Date.parse(value)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
