import { collapse } from '../text/space.ts'
import { caps } from './caps.ts'
import {
  type CslDate,
  type DateParts,
  dateVariables,
  type Item,
  itemTypes,
  type Name,
  nameVariables,
  textVariables,
  type Variable,
} from './item.ts'
import { parseSections } from './parse-sections.ts'
import { parseSource } from './parse-source.ts'
import { arrayOf, fieldOf, isObject, textOf, webAddressOf } from './parse-value.ts'
import type { NewRecord } from './record.ts'

export { caps } from './caps.ts'
export { parseSections } from './parse-sections.ts'
export { parseSource } from './parse-source.ts'

/**
 * An item out of anything: a message, a file, another device's document. Known variables are copied one by
 * one into a new object, a value of the wrong type is left out, text loses what `tidy` strips, addresses other
 * than http and https are dropped, an unknown type becomes `document`. Undefined for what is no object.
 *
 * Values are cut at `caps`; the variables that lost something are added to `shortened`.
 */
export function parseItem(value: unknown, shortened?: Set<Variable>): Item | undefined {
  if (!isObject(value)) return undefined
  const item: Item = {
    type: itemTypes.find((type) => type === fieldOf(value, 'type')) ?? 'document',
  }
  for (const variable of textVariables) {
    const cap = variable === 'abstract' ? caps.abstract : caps.text
    const text = textOf(fieldOf(value, variable), cap, () => shortened?.add(variable))
    const kept = variable === 'URL' ? webAddressOf(text) : text
    if (kept !== undefined) item[variable] = variable === 'abstract' ? kept : collapse(kept)
  }
  for (const variable of nameVariables) {
    const names = parseNames(fieldOf(value, variable), () => shortened?.add(variable))
    if (names.length > 0) item[variable] = names
  }
  for (const variable of dateVariables) {
    const date = parseCslDate(fieldOf(value, variable))
    if (date) item[variable] = date
  }
  return item
}

/**
 * What a capture or a file gives for a paper, out of anything; undefined where its item or its source is none.
 * Where a value had to be cut, the source says so with the doubt `shortened`.
 */
export function parseNewRecord(value: unknown): NewRecord | undefined {
  if (!isObject(value)) return undefined
  const shortened = new Set<Variable>()
  const abstractCut = (): void => void shortened.add('abstract')
  const item = parseItem(fieldOf(value, 'item'), shortened)
  const source = parseSource(fieldOf(value, 'source'))
  if (!item || !source) return undefined
  const sections = parseSections(fieldOf(value, 'sections'), abstractCut)
  if (shortened.size > 0 && !source.doubts.includes('shortened')) source.doubts.push('shortened')
  return {
    item,
    sections,
    publicationTypes: parseTexts(fieldOf(value, 'publicationTypes'), caps.publicationTypes),
    identifiers: parseTexts(fieldOf(value, 'identifiers'), caps.identifiers).filter((identifier) =>
      /^(?:doi:10\.|pmid:\d|pmcid:PMC\d|arxiv:[a-z\d]|url:https?:\/\/)\S*$/.test(identifier),
    ),
    source,
  }
}

function parseTexts(value: unknown, most: number): string[] {
  return arrayOf(value, most).flatMap((entry) => textOf(entry, caps.text) ?? [])
}

const nameParts = [
  'family',
  'given',
  'dropping-particle',
  'non-dropping-particle',
  'suffix',
  'literal',
] as const satisfies readonly (keyof Name)[]

function parseNames(value: unknown, onCut: () => void): Name[] {
  const names: Name[] = []
  for (const entry of arrayOf(value, caps.names, onCut)) {
    if (!isObject(entry)) continue
    const name: Name = {}
    for (const part of nameParts) {
      const text = textOf(fieldOf(entry, part), caps.name, onCut)
      if (text !== undefined) name[part] = collapse(text)
    }
    if (name.family !== undefined || name.given !== undefined || name.literal !== undefined)
      names.push(name)
  }
  return names
}

function parseCslDate(value: unknown): CslDate | undefined {
  if (!isObject(value)) return undefined
  const date: CslDate = {}
  const parts = arrayOf(fieldOf(value, 'date-parts'), 2).flatMap((entry) => {
    const one = parseDateParts(entry)
    return one ? [one] : []
  })
  if (parts.length > 0) date['date-parts'] = parts
  const literal = textOf(fieldOf(value, 'literal'), caps.text)
  if (literal !== undefined) date.literal = literal
  return parts.length > 0 || literal !== undefined ? date : undefined
}

/** CSL-JSON files often hold the numbers as text. */
function parseDateParts(value: unknown): DateParts | undefined {
  const [year, month, day] = arrayOf(value, 3).map((part) =>
    typeof part === 'number' || (typeof part === 'string' && /^\s*\d{1,4}\s*$/.test(part))
      ? Number(part)
      : undefined,
  )
  if (!isWithin(year, 1, 9999)) return undefined
  if (!isWithin(month, 1, 12)) return [year]
  return isWithin(day, 1, 31) ? [year, month, day] : [year, month]
}

function isWithin(value: number | undefined, low: number, high: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= low && value <= high
}
