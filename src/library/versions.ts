/** One patch on one device: the device's id and its patch's number there, which rises and is never used again. */
export type Dot = [device: string, n: number]

/** When a field got its value: the patch, and a hybrid logical clock in ms that orders for display only. */
export type Stamp = [dot: Dot, time: number]

/** One value of a field, with its stamp; a cleared field has the value null. */
export type Entry = [dot: Dot, value: unknown, time: number]

/** What a document knows of its own history. */
export interface Versions {
  /** For each device, the highest patch that this copy has seen. */
  c: { [device: string]: number }
  /** The stamp of each field that ever had a value. */
  t: { [field: string]: Stamp }
}

/** A document whose fields stand flat beside their stamps, so that two copies of it can become one. */
export interface StampedDocument {
  id: string
  /** The number of the schema that it was written in. */
  s: number
  m: Versions
  /** Every value of a field that was changed in two places at once, newest first; the first is also the field's. */
  alt?: { [field: string]: Entry[] }
  [field: string]: unknown
}

/**
 * Names at a document's top level that are no fields: its fixed parts, what is derived (`abstract` from the
 * sections, `tags` from the `tag:` fields), and names that mean something to every object.
 */
const reserved = new Set(
  'id s m alt dirty ids key row tags abstract __proto__ constructor prototype'.split(' '),
)

/** True for a name that can be a document's field: not reserved here, and not by CouchDB (`_id`). */
export function isFieldName(name: string): boolean {
  return name.length > 0 && name.length <= 3000 && !name.startsWith('_') && !reserved.has(name)
}

/** The names of a document's stamped fields. */
export function fieldNames(document: StampedDocument): string[] {
  return Object.keys(document.m.t)
}

/** Every value that a field has at present, newest first: one, or several where it was changed in two places at once. */
export function entriesOf(document: StampedDocument, field: string): Entry[] {
  const alt = document.alt && Object.hasOwn(document.alt, field) ? document.alt[field] : undefined
  if (alt) return alt
  const stamp = Object.hasOwn(document.m.t, field) ? document.m.t[field] : undefined
  return stamp ? [[stamp[0], document[field] ?? null, stamp[1]]] : []
}

/** A new document without fields. */
export function emptyDocument(id: string, schema: number): StampedDocument {
  return { id, s: schema, m: { c: {}, t: {} } }
}

/**
 * The document after one patch: the fields have their new values under one dot, and what they were in any
 * other place is settled. `undefined` and null clear a field.
 */
export function stampFields<T extends StampedDocument>(
  document: T,
  fields: { readonly [field: string]: unknown },
  dot: Dot,
  time: number,
): T {
  const names = Object.keys(fields)
  const wrong = names.find((name) => !isFieldName(name))
  if (wrong !== undefined) throw new TypeError(`not a field: ${wrong}`)
  const { alt, ...rest } = document
  const unsettled = Object.entries(alt ?? {}).filter(([field]) => !Object.hasOwn(fields, field))
  const stamped = {
    ...rest,
    ...Object.fromEntries(names.map((name) => [name, fields[name] ?? null])),
    m: {
      c: { ...document.m.c, [dot[0]]: Math.max(dot[1], document.m.c[dot[0]] ?? 0) },
      t: { ...document.m.t, ...Object.fromEntries(names.map((name) => [name, [dot, time]])) },
    },
    ...(unsettled.length > 0 ? { alt: Object.fromEntries(unsettled) } : {}),
  }
  // The spread of a generic type is known to hold T's other members, but not to the compiler.
  return stamped as unknown as T
}

/**
 * Two copies of one document as one. An entry stays if both copies have it, or if the other copy has not
 * seen its patch; so what one copy replaced goes, and what both did not know of each other stays twice.
 * Commutative, associative and idempotent; clocks decide only which of two values is shown.
 */
export function mergeVersions(a: StampedDocument, b: StampedDocument): StampedDocument {
  if (a.id !== b.id) throw new TypeError('two copies of one document have one id')
  const merged: StampedDocument = {
    id: a.id,
    s: Math.max(a.s, b.s),
    m: { c: mergeClocks(a.m.c, b.m.c), t: {} },
  }
  const stamps: [string, Stamp][] = []
  const alternatives: [string, Entry[]][] = []
  const values: [string, unknown][] = []
  for (const field of [...new Set([...fieldNames(a), ...fieldNames(b)])].sort()) {
    const entries = mergeEntries(a, b, field)
    const shown = entries[0]
    if (!shown) continue
    stamps.push([field, [shown[0], shown[2]]])
    values.push([field, shown[1]])
    if (entries.length > 1) alternatives.push([field, entries])
  }
  merged.m.t = Object.fromEntries(stamps)
  if (alternatives.length > 0) merged.alt = Object.fromEntries(alternatives)
  return Object.assign(merged, Object.fromEntries(values))
}

function mergeClocks(a: Versions['c'], b: Versions['c']): Versions['c'] {
  const devices = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return Object.fromEntries(
    devices.map((device) => [device, Math.max(seen(a, device), seen(b, device))]),
  )
}

function seen(clock: Versions['c'], device: string): number {
  return Object.hasOwn(clock, device) ? (clock[device] ?? 0) : 0
}

function mergeEntries(a: StampedDocument, b: StampedDocument, field: string): Entry[] {
  const ours = entriesOf(a, field)
  const theirs = entriesOf(b, field)
  const kept = [
    ...ours.filter((entry) => stays(entry, theirs, b)),
    ...theirs.filter((entry) => stays(entry, ours, a)),
  ]
  // No honest history takes a field's last value away without a new one, so such a copy is not believed.
  return newestFirst(kept.length > 0 ? kept : [...ours, ...theirs])
}

function stays(entry: Entry, others: readonly Entry[], other: StampedDocument): boolean {
  const [device, n] = entry[0]
  return others.some((one) => sameDot(one[0], entry[0])) || n > seen(other.m.c, device)
}

/** One entry a dot, newest first; a dot that two copies fill differently shows the same one of them everywhere. */
function newestFirst(entries: readonly Entry[]): Entry[] {
  const byDot = new Map<string, Entry>()
  for (const entry of entries) {
    const name = `${entry[0][0]} ${entry[0][1]}`
    const known = byDot.get(name)
    if (!known || (entry !== known && later(entry, known))) byDot.set(name, entry)
  }
  return [...byDot.values()].sort((x, y) => (later(x, y) ? -1 : 1))
}

/** Of two entries the one that is shown. */
function later(a: Entry, b: Entry): boolean {
  if (a[2] !== b[2]) return a[2] > b[2]
  if (a[0][0] !== b[0][0]) return a[0][0] > b[0][0]
  if (a[0][1] !== b[0][1]) return a[0][1] > b[0][1]
  return a[1] !== b[1] && canonical(a[1]) > canonical(b[1])
}

/** The sum of all that a document's clock has seen: it rises with each patch, wherever that was made. */
export function clockSum(document: StampedDocument): number {
  return Object.values(document.m.c).reduce((sum, n) => sum + n, 0)
}

/** True for the same patch on the same device. */
export function sameDot(a: Dot, b: Dot): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** True where two JSON values are equal whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || canonical(a ?? null) === canonical(b ?? null)
}

/** A JSON value as text with its keys in order: equal for equal values, whoever wrote them (stores reorder keys). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}
