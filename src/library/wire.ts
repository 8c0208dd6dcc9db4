import { isObject } from '../item/parse-value.ts'
import { checkField } from './field.ts'
import { isHighlightId, isRecordId } from './identity.ts'
import { inertCopy } from './inert.ts'
import { documentSchema } from './schema.ts'
import { foldTag, normaliseTag, tagField, tagsOf } from './tags.ts'
import {
  type Dot,
  type Entry,
  isFieldName,
  mergeVersions,
  type Stamp,
  type StampedDocument,
} from './versions.ts'

/** A document as a backup holds it: with its stamps, without what one device alone needs, and its tags as a plain list beside. */
export interface WireDocument extends StampedDocument {
  tags?: string[]
}

/** A document that was read, or why it cannot be. */
export type ReadWire =
  | {
      document: StampedDocument
      /** Fields that stand in it without a stamp: written by hand, or by another program. */
      loose: { [field: string]: unknown }
    }
  | { broken: string }

/** No device ever makes more patches; a higher number is forged, and would hide all patches to come. */
const mostPatches = 2 ** 40

/** The last moment that a time stamp can show, in ms: the end of the year 9999. */
const latest = 253_402_300_799_999

/** Each is something that a person did, or was told of a paper; so many are forged. What a library has written it must be able to read. */
const mostFields = 1_000_000

/** A record's stored document as it goes into a backup. */
export function writeWire(document: StampedDocument): WireDocument {
  const { dirty: _dirty, ids: _ids, key: _key, row: _row, ...wire } = document
  const written = { ...wire, id: document.id, s: document.s, m: document.m }
  return isRecordId(document.id) ? { ...written, tags: tagsOf(document) } : written
}

/** A document of a backup out of anything. Every value is checked; the first that is wrong breaks the document, and only it. */
export function readWire(value: unknown): ReadWire {
  if (!isObject(value)) return { broken: 'not an object' }
  const names = Object.keys(value)
  if (names.length > mostFields) return { broken: 'too many fields' }
  const id = value.id
  const isRecord = isRecordId(id)
  if (!isRecord && !isHighlightId(id)) return { broken: 'no valid id' }
  const schema = value.s ?? documentSchema
  if (!isCount(schema, documentSchema)) {
    return {
      broken: isCount(schema, mostPatches)
        ? 'written by a newer version'
        : 'no valid schema number',
    }
  }
  const clock = readClock(value.m)
  if (!clock) return { broken: 'no valid stamps' }
  const stamps = readStamps(value.m, clock)
  if (!stamps) return { broken: 'no valid stamps' }
  const document: StampedDocument = {
    id,
    s: schema,
    m: { c: clock, t: Object.fromEntries(stamps) },
  }
  const values: [string, unknown][] = []
  const loose: [string, unknown][] = []
  for (const name of names) {
    if (name === '__proto__' || name.startsWith('_'))
      return { broken: `a field cannot be named ${name.slice(0, 40)}` }
    if (!isFieldName(name)) continue
    const checked = isRecord ? checkField(name, value[name]) : inertCopy(value[name])
    if (checked === undefined) return { broken: `${name.slice(0, 40)}: not a valid value` }
    if (name === 'mergedInto' && checked !== null && !(String(checked) < id)) {
      return { broken: 'mergedInto: only leads to a smaller id' }
    }
    if (stamps.has(name)) values.push([name, checked])
    else if (checked !== null) loose.push([name, checked])
  }
  if (values.length !== stamps.size) return { broken: 'a stamped field has no value' }
  Object.assign(document, Object.fromEntries(values))
  const alternatives = readAlternatives(value.alt, document, isRecord)
  if (!alternatives) return { broken: 'alt: not valid' }
  if (alternatives.length > 0) document.alt = Object.fromEntries(alternatives)
  // Merged with itself a document comes out in order: the newest value on top, no entry twice.
  const ordered = document.alt ? mergeVersions(document, document) : document
  const tags = isRecord ? looseTags(value.tags, ordered) : []
  return { document: ordered, loose: Object.fromEntries([...loose, ...tags]) }
}

function readClock(versions: unknown): { [device: string]: number } | undefined {
  if (versions === undefined) return {}
  if (!isObject(versions) || !isObject(versions.c)) return undefined
  const devices = Object.entries(versions.c)
  const isValid = devices.every(([device, n]) => isDevice(device) && isCount(n, mostPatches))
  return isValid ? Object.fromEntries(devices.map(([device, n]) => [device, Number(n)])) : undefined
}

function readStamps(
  versions: unknown,
  clock: { [device: string]: number },
): Map<string, Stamp> | undefined {
  const stamps = new Map<string, Stamp>()
  if (versions === undefined) return stamps
  if (!isObject(versions) || !isObject(versions.t)) return undefined
  for (const [field, stamp] of Object.entries(versions.t)) {
    if (!isFieldName(field) || !Array.isArray(stamp) || stamp.length !== 2) return undefined
    const dot = readDot(stamp[0], clock)
    if (!dot || !isTime(stamp[1])) return undefined
    stamps.set(field, [dot, stamp[1]])
  }
  return stamps
}

function readAlternatives(
  alt: unknown,
  document: StampedDocument,
  isRecord: boolean,
): [string, Entry[]][] | undefined {
  if (alt === undefined) return []
  if (!isObject(alt)) return undefined
  const read: [string, Entry[]][] = []
  for (const [field, entries] of Object.entries(alt)) {
    if (!Object.hasOwn(document.m.t, field) || !Array.isArray(entries)) return undefined
    const checked = entries.map((entry) => readEntry(entry, field, document, isRecord))
    const valid = checked.filter((entry) => entry !== undefined)
    if (valid.length === 0 || valid.length < checked.length) return undefined
    read.push([field, valid])
  }
  return read
}

function readEntry(
  entry: unknown,
  field: string,
  document: StampedDocument,
  isRecord: boolean,
): Entry | undefined {
  if (!Array.isArray(entry) || entry.length !== 3 || !isTime(entry[2])) return undefined
  const dot = readDot(entry[0], document.m.c)
  const value = isRecord ? checkField(field, entry[1]) : inertCopy(entry[1])
  if (!dot || value === undefined) return undefined
  if (field === 'mergedInto' && value !== null && !(String(value) < document.id)) return undefined
  return [dot, value, entry[2]]
}

/** A patch that the document's own clock has seen; any other would be taken away by the next merge, or never. */
function readDot(dot: unknown, clock: { [device: string]: number }): Dot | undefined {
  if (!Array.isArray(dot) || dot.length !== 2) return undefined
  const [device, n] = dot
  if (!isDevice(device) || !Object.hasOwn(clock, device)) return undefined
  return isCount(n, clock[device] ?? 0) ? [device, n] : undefined
}

/** Tags of the plain list that the document's own fields do not have: someone wrote them into the file. */
function looseTags(list: unknown, document: StampedDocument): [string, true][] {
  if (!Array.isArray(list)) return []
  const own = new Set(tagsOf(document).map(foldTag))
  return list.slice(0, mostFields).flatMap((entry): [string, true][] => {
    const tag = typeof entry === 'string' ? normaliseTag(entry) : undefined
    return tag === undefined || own.has(foldTag(tag)) ? [] : [[tagField(tag), true]]
  })
}

function isDevice(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)
}

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= latest
}
