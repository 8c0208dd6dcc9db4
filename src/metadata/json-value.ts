import type { Name } from '../item/item.ts'
import { parseName, parseNameList } from '../item/name.ts'
import { isObject } from '../item/parse-value.ts'
import { textOfMarkup } from '../text/markup.ts'

/** A JSON object whose members are not known. */
export type JsonNode = { readonly [key: string]: unknown }

/** JSON as pages write it; undefined for what is none. */
export function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    try {
      // Line breaks inside strings are the commonest fault.
      return JSON.parse(source.replace(/[\u0000-\u001f]+/g, ' '))
    } catch {
      return undefined
    }
  }
}

/** The object in a value: itself, or the first of a list. */
export function object(value: unknown): JsonNode | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return isObject(one) ? one : undefined
}

/** The text in a value: itself, its first member, its `@value` or name; nothing honest is nested deeper. */
export function text(value: unknown, depth = 5): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (depth === 0) return undefined
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 20)) {
      const found = text(one, depth - 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  const node = object(value)
  return node ? text(node['@value'] ?? node.value ?? node.name, depth - 1) : undefined
}

/** The texts in a value: each member of a list, two hundred at most. */
export function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value.slice(0, 200) : [value]).flatMap((one) => text(one) ?? [])
}

/** The names in a value: a text, an object with a name or its parts, or a list of these. */
export function names(value: unknown): Name[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 1000) : [value]
  return list.flatMap((one) => {
    if (typeof one === 'string') return parseNameList(one)
    const node = object(one)
    return node ? nameOf(node) : []
  })
}

const familyKeys = ['familyName', 'family', 'lastName', 'surname', 'last_name']
const givenKeys = ['givenName', 'given', 'firstName', 'given_name', 'first_name']
const wholeKeys = ['name', 'fullName', 'full_name', 'displayName', 'authorName', 'preferredName']

/** Schema.org's Person and Organization, and what sites' own data call the same. */
function nameOf(node: JsonNode): Name[] {
  const first = (keys: readonly string[]): string | undefined => {
    const found = keys.map((key) => text(node[key])?.trim()).find((each) => each)
    return found === undefined ? undefined : textOfMarkup(found)
  }
  const family = first(familyKeys)
  const given = first(givenKeys)
  if (family !== undefined) {
    const written = given === undefined ? family : `${family}, ${given}`
    return [parseName(written) ?? { family }]
  }
  const name = first(wholeKeys)
  if (name === undefined) return []
  if (texts(node['@type']).includes('Organization')) return [{ literal: name }]
  const person = parseName(name)
  return person ? [person] : []
}
