import type { Change } from './change.ts'
import { missingFields } from './complete.ts'
import { toRecord } from './document.ts'
import { distinctPrefix, longestWords, mergedPrefix } from './field.ts'
import { follow, getDocument } from './find.ts'
import { type Holders, holdersIn, tellingIdentifiers } from './holders.ts'
import { isAtOdds } from './identity.ts'
import type { StoredRecord } from './schema.ts'
import { tagField } from './tags.ts'
import { areTwo, typedIn, wordsIn } from './typed.ts'
import { canonical, entriesOf, fieldNames, type StampedDocument } from './versions.ts'

/**
 * Makes two records that are one paper one record. The smaller id in code-unit order survives, on every
 * device; it gains what only the other had (fields, identifiers, tags, note, decision), and the other stays as
 * a redirect. Where one of them is in the library, the survivor is: of whoever sees a paper there none is taken.
 */
export async function mergeRecords(
  change: Change,
  a: StoredRecord,
  b: StoredRecord,
): Promise<StoredRecord> {
  if (a.id === b.id) throw new TypeError('a record is not merged with itself')
  const [survivor, other] = a.id < b.id ? [a, b] : [b, a]
  const gained = await change.patch(survivor, {
    ...gainedFields(survivor, other),
    ...mergedFields(survivor, other),
    ...(survivor.del === true && other.del !== true ? { del: false, undone: null } : {}),
  })
  await change.patch(other, { mergedInto: survivor.id })
  return gained
}

/**
 * Merges a record that came from elsewhere with the ones here that have one of its identifiers (an address is
 * not enough) and none that speaks against it. What a reader typed is not enough either where the words are another paper's:
 * such two are possible duplicates, and a person says what they are.
 */
export async function mergeTwins(
  change: Change,
  document: StoredRecord,
  holders: Holders = holdersIn(change.transaction),
): Promise<StoredRecord> {
  const sharing = await Promise.all(tellingIdentifiers(document.ids).map(holders.of))
  let current = document
  for (const id of new Set(sharing.flatMap((ids) => [...ids]))) {
    if (id === document.id) continue
    const holder = await change.transaction.objectStore('records').get(id)
    const twin = holder && (await follow(change.transaction, holder))
    if (!twin || twin.id === current.id || twin.del === true) continue
    if (isAtOdds(twin.ids, current.ids) || isDistinct(twin, current)) continue
    if (isTypedAlone(document, holder) && areTwo(wordsIn(twin), wordsIn(current))) continue
    // Forged, and would be one broken document too many for the others that come with it.
    if (lengthOf(notesOf(twin)) + lengthOf(notesOf(current)) > longestWords) continue
    current = await mergeRecords(change, current, twin)
  }
  return current
}

/**
 * What one copy did to a record that became part of another one in the other copy, without either knowing of the other:
 * `known` is the copy that became part, `document` both as one. Nobody looks at it any more, so the survivor gains what is
 * new in it. The survivor, where there is one.
 */
export async function carryOn(
  change: Change,
  document: StoredRecord,
  known: StampedDocument,
): Promise<StoredRecord | undefined> {
  const survivor = await getDocument(change.transaction, document.id)
  return survivor && change.patch(survivor, gainedFields(survivor, newsOf(document, known)))
}

/**
 * A record that went for good, and is there again (saved, or out of a backup), gains what it had. Not as two copies of a
 * document do, by their stamps: the new one was begun by the device that wrote the old one, so that its clock seems to
 * know whatever the old one had, and would let it go.
 */
export async function regain(
  change: Change,
  known: StoredRecord,
  former: StoredRecord,
): Promise<void> {
  const living = (await getDocument(change.transaction, known.id)) ?? known
  const unknown = fieldNames(former).filter(
    (field) => !itself.has(field) && entriesOf(living, field).length === 0,
  )
  await change.patch(living, {
    ...Object.fromEntries(unknown.map((field) => [field, former[field]])),
    ...gainedFields(living, former),
    ...(living.id === former.id ? {} : mergedFields(living, former)),
  })
}

/** Where a document is, which the one that is there says by itself. */
const itself: ReadonlySet<string> = new Set(['del', 'undone', 'mergedInto'])

/** Without these a record's other fields cannot be weighed. */
const always: ReadonlySet<string> = new Set(['type', 'source', 'savedAt'])

/** A document without the fields that another copy of it has just so. */
function newsOf(document: StampedDocument, known: StampedDocument): StampedDocument {
  const { id, s, m, alt = {} } = document
  const old = new Set(
    fieldNames(document).filter(
      (field) =>
        !always.has(field) &&
        canonical(entriesOf(document, field)) === canonical(entriesOf(known, field)),
    ),
  )
  const news = <T>(fields: { [field: string]: T }): { [field: string]: T } =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => !old.has(field)))
  return { ...news(document), id, s, m: { c: m.c, t: news(m.t) }, alt: news(alt) }
}

/** True for two records that have no identifier in common but what a reader typed on one of them. */
function isTypedAlone(a: StoredRecord, b: StoredRecord): boolean {
  const typed = new Set([...typedIn(a), ...typedIn(b)])
  if (typed.size === 0) return false
  const shared = tellingIdentifiers(a.ids).filter((identifier) => b.ids.includes(identifier))
  return shared.every((identifier) => typed.has(identifier))
}

/** True where a person said of two records that they are two papers. */
export function isDistinct(a: StoredRecord, b: StoredRecord): boolean {
  return a[`${distinctPrefix}${b.id}`] === true || b[`${distinctPrefix}${a.id}`] === true
}

/** Who has become part of the survivor: by these its highlights are found, which go on naming the record that they were made in. */
function mergedFields(survivor: StoredRecord, other: StoredRecord): { [field: string]: true } {
  const ids = [other.id, ...mergedIds(other)].filter((id) => id !== survivor.id)
  return Object.fromEntries(ids.map((id) => [`${mergedPrefix}${id}`, true]))
}

/** The records that have become part of this one. */
export function mergedIds(document: StoredRecord): string[] {
  return Object.keys(document)
    .filter((field) => field.startsWith(mergedPrefix) && document[field] === true)
    .map((field) => field.slice(mergedPrefix.length))
}

/** What the survivor takes over. Of two notes both stay; of two decisions the later one. */
function gainedFields(
  survivor: StoredRecord,
  other: StampedDocument,
): { [field: string]: unknown } {
  const ours = toRecord(survivor)
  const theirs = toRecord(other)
  const fields: { [field: string]: unknown } = missingFields(survivor, theirs, true)
  for (const tag of theirs.tags) {
    if (!ours.tags.includes(tag)) fields[tagField(tag)] = true
  }
  const notes = notesOf(other)
  if (!notes.every((note) => ours.note !== undefined && isPartOf(note, ours.note)))
    fields.note = joined([...notesOf(survivor), ...notes])
  if (theirs.decision !== undefined && isLaterDecision(survivor, other)) {
    fields.decision = theirs.decision
    fields.reason = theirs.reason ?? null
    fields.assessed = theirs.assessed ?? null
  }
  if (ours.citationKey === undefined) fields.citationKey = theirs.citationKey ?? null
  if (theirs.savedAt < ours.savedAt) fields.savedAt = theirs.savedAt
  return fields
}

/** A record's note, and what was written in its place on another device at the same time: nobody has seen that yet. */
function notesOf(document: StampedDocument): string[] {
  return entriesOf(document, 'note').flatMap(([, note]) => (typeof note === 'string' ? [note] : []))
}

function lengthOf(notes: readonly string[]): number {
  return notes.reduce((sum, note) => sum + note.length + '\n\n'.length, 0)
}

/** Notes as one, none of them twice. */
function joined(notes: readonly string[]): string {
  return notes.reduce((text, note) => {
    if (isPartOf(note, text)) return text
    return isPartOf(text, note) ? note : `${text}\n\n${note}`
  })
}

/** True where a note stands in a text in lines of its own: “relevant” is no part of “not relevant”. */
function isPartOf(note: string, text: string): boolean {
  return `\n${text}\n`.includes(`\n${note}\n`)
}

function isLaterDecision(survivor: StoredRecord, other: StampedDocument): boolean {
  const [ours] = entriesOf(survivor, 'decision')
  const [theirs] = entriesOf(other, 'decision')
  return !ours || ours[1] === null || (theirs !== undefined && theirs[2] > ours[2])
}
