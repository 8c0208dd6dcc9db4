import { abstractText } from './abstract-text.ts'
import { dateVariables, nameVariables, textVariables } from './item.ts'
import { parseSections } from './parse-sections.ts'
import { arrayOf, fieldOf, isObject, textOf, webAddressOf } from './parse-value.ts'
import {
  doubts,
  type FieldCandidate,
  type FieldSource,
  type Removed,
  type Source,
  type Translation,
} from './record.ts'

const sourcedFields = [
  'type',
  ...textVariables,
  ...nameVariables,
  ...dateVariables,
  'publicationTypes',
] as const satisfies readonly (keyof Source['fields'])[]

/** Candidates and removed lines are there to be read and put back, so they may be as long as an abstract. */
const longestText = 20_000
const mostRemoved = 500
const mostCandidates = 20
const mostTranslations = 10
const shortText = 300

/** How a record was captured, out of anything; undefined without a portal and a time. A page that is no web page has the url ''. */
export function parseSource(value: unknown): Source | undefined {
  if (!isObject(value)) return undefined
  const portal = textOf(fieldOf(value, 'portal'), shortText)
  const capturedAt = textOf(fieldOf(value, 'capturedAt'), shortText)
  if (portal === undefined || capturedAt === undefined || !isUtc(capturedAt)) return undefined
  const said = arrayOf(fieldOf(value, 'doubts'), 100)
  const translations = arrayOf(fieldOf(value, 'translations'), mostTranslations).flatMap(
    (entry) => parseTranslation(entry) ?? [],
  )
  const address = webAddressOf(textOf(fieldOf(value, 'url'), 2_000))
  const licence = webAddressOf(textOf(fieldOf(value, 'licence'), 2_000))
  const pdf = webAddressOf(textOf(fieldOf(value, 'pdf'), 2_000))
  return {
    url: address?.replace(/#.*$/, '') ?? '',
    portal,
    capturedAt,
    fields: parseFields(fieldOf(value, 'fields')),
    removed: arrayOf(fieldOf(value, 'removed'), mostRemoved).flatMap(
      (entry) => parseRemoved(entry) ?? [],
    ),
    doubts: doubts.filter((doubt) => said.includes(doubt)),
    ...(translations.length > 0 && { translations }),
    ...(licence !== undefined && { licence }),
    ...(pdf !== undefined && { pdf }),
  }
}

function parseTranslation(value: unknown): Translation | undefined {
  if (!isObject(value)) return undefined
  const language = textOf(fieldOf(value, 'language'), shortText)
  const sections = parseSections(fieldOf(value, 'sections'))
  return language === undefined || sections.length === 0 ? undefined : { language, sections }
}

function isUtc(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  )
}

function parseFields(value: unknown): Source['fields'] {
  const fields: Source['fields'] = {}
  if (!isObject(value)) return fields
  for (const field of sourcedFields) {
    const parsed = parseFieldSource(fieldOf(value, field))
    if (parsed) fields[field] = parsed
  }
  return fields
}

function parseFieldSource(value: unknown): FieldSource | undefined {
  if (!isObject(value)) return undefined
  const source = textOf(fieldOf(value, 'source'), shortText)
  if (source === undefined) return undefined
  const others = arrayOf(fieldOf(value, 'others'), mostCandidates).flatMap(
    (entry) => parseCandidate(entry) ?? [],
  )
  return { source, others }
}

function parseCandidate(value: unknown): FieldCandidate | undefined {
  if (!isObject(value)) return undefined
  const source = textOf(fieldOf(value, 'source'), shortText)
  const sections = parseSections(fieldOf(value, 'sections'))
  // What is shown to choose from is what is taken.
  const text = textOf(abstractText(sections) ?? fieldOf(value, 'value'), longestText)
  if (source === undefined || text === undefined) return undefined
  return { value: text, source, ...(sections.length > 0 && { sections }) }
}

function parseRemoved(value: unknown): Removed | undefined {
  if (!isObject(value)) return undefined
  const rule = textOf(fieldOf(value, 'rule'), shortText)
  const text = textOf(fieldOf(value, 'text'), longestText)
  return rule === undefined || text === undefined ? undefined : { rule, text }
}
