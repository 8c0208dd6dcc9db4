import type { Change } from './change.ts'
import { mergedPrefix } from './field.ts'
import { getDocument } from './find.ts'
import { isHighlightId } from './identity.ts'
import { mergedIds, regain } from './merge.ts'
import { placeMarked } from './place-marked.ts'
import type { Inverse, StoredHighlight, StoredRecord, UndoPart } from './schema.ts'
import { clockSum, entriesOf, mergeVersions, type StampedDocument, sameValue } from './versions.ts'

/**
 * Takes patches back, the last first; how many fields were left because they had been changed since, and which records
 * because they had become one with another.
 */
export async function takeBack(
  change: Change,
  inverses: readonly Inverse[],
): Promise<{ kept: number; merged: string[] }> {
  let kept = 0
  const merged: string[] = []
  for (const inverse of inverses.toReversed()) {
    if (isHighlightId(inverse.id)) {
      const highlight = await change.transaction.objectStore('highlights').get(inverse.id)
      if (!highlight) continue
      const { former, left } = formerFields(highlight, inverse)
      kept += left
      await change.patchHighlight(highlight, former)
      continue
    }
    const document = await change.get(inverse.id)
    if (!document) continue
    // Two papers would go from the library, of which the action concerned one.
    const stays = doesHide(inverse) && (await isOneSince(change, document, inverse))
    if (stays) merged.push(document.id)
    const { former, left } = formerFields(document, inverse, stays ? placing : undefined)
    kept += left
    await change.patch(document, former)
  }
  return { kept, merged }
}

/** The fields by which a record goes from the library, and comes back. */
const placing: ReadonlySet<string> = new Set(['del', 'undone', 'savedAt'])

/** What an inverse gives a document back, and how many fields are left as they are: these `staying` ones, and what was changed since. */
function formerFields(
  document: StampedDocument,
  inverse: Inverse,
  staying: ReadonlySet<string> = new Set(),
): { former: { [field: string]: unknown }; left: number } {
  if (inverse.created)
    return staying.has('del')
      ? { former: {}, left: 1 }
      : { former: { del: true, undone: true }, left: 0 }
  const fields = Object.entries(inverse.was)
  const unchanged = fields.filter(
    ([field]) => !staying.has(field) && isStill(document, field, inverse),
  )
  return { former: Object.fromEntries(unchanged), left: fields.length - unchanged.length }
}

/** True for the inverse of what brought a record into the library. */
function doesHide({ created, was }: Inverse): boolean {
  return created === true || was.del === true
}

/** True for a record that has become one with another after the action that brought it into the library, and is it still. */
async function isOneSince(
  change: Change,
  document: StoredRecord,
  { created, became }: Pick<Inverse, 'created' | 'became'>,
): Promise<boolean> {
  if (typeof document.mergedInto === 'string') return true
  const since = created ? 0 : (document.m.t.del?.[1] ?? 0)
  for (const id of mergedIds(document)) {
    const field = `${mergedPrefix}${id}`
    if (became[field] === true || (document.m.t[field]?.[1] ?? 0) <= since) continue
    if ((await getDocument(change.transaction, id))?.id === document.id) return true
  }
  return false
}

/**
 * Takes one transaction of an action on many records back; how much was left because it had been changed since, and the
 * clocks of those records that an earlier one has made and nobody else has changed.
 */
export async function takePartBack(
  change: Change,
  { inverses, created, again = [], removed, respelled = [] }: UndoPart,
): Promise<{ kept: number; clocks: Map<string, number> }> {
  await change.prefetch([...inverses, ...removed].map(({ id }) => id))
  const own: string[] = []
  for (const [id, clock] of again) if ((await clockOf(change, id)) === clock) own.push(id)
  const { kept } = await takeBack(change, inverses)
  for (const document of removed) await putBack(change, document)
  for (const [was, became] of respelled)
    if ((await change.spelling(became)) === became) change.respell(was)
  const worked: string[] = []
  for (const [id, clock] of created)
    if (await removeUnlessWorked(change, id, clock)) worked.push(id)
  const left = await putAway(change, worked)
  const clocks = new Map<string, number>()
  for (const id of own) {
    const clock = await clockOf(change, id)
    if (clock !== undefined) clocks.set(id, clock)
  }
  return { kept: kept + left, clocks }
}

/** Removes what an action made, unless somebody has changed it since: true then. */
async function removeUnlessWorked(change: Change, id: string, clock: number): Promise<boolean> {
  const document = await documentOf(change, id)
  if (!document) return false
  if (clockSum(document) !== clock) return true
  await change.remove(id)
  if (isHighlightId(id)) await placeMarked(change, document)
  return false
}

async function documentOf(
  change: Change,
  id: string,
): Promise<StoredRecord | StoredHighlight | undefined> {
  return isHighlightId(id)
    ? change.transaction.objectStore('highlights').get(id)
    : await change.get(id)
}

async function clockOf(change: Change, id: string): Promise<number | undefined> {
  const document = await documentOf(change, id)
  return document && clockSum(document)
}

/** A document that went for good comes back. What has come by itself meanwhile stays, and gains what this one had. */
async function putBack(change: Change, document: StoredRecord | StoredHighlight): Promise<void> {
  if (!isRecord(document)) {
    const known = await change.transaction.objectStore('highlights').get(document.id)
    await change.putHighlight(known ? mergeVersions(known, document) : document)
    await placeMarked(change, document)
    return
  }
  const known = await change.get(document.id)
  if (known) await regain(change, known, document)
  else await change.put(document)
}

function isRecord(document: StoredRecord | StoredHighlight): document is StoredRecord {
  return !isHighlightId(document.id)
}

/** Records that the action made, and somebody has worked on since, go where they can be found; how many there are. */
async function putAway(change: Change, ids: readonly string[]): Promise<number> {
  let kept = 0
  for (const id of ids) {
    const document = id.startsWith('a:') ? undefined : await change.get(id)
    // Nobody has worked on a part of what has just gone: it would have been seen there.
    const isPart = document && !(await getDocument(change.transaction, id))
    if (isPart) await change.remove(id)
    else if (document && !(await hasOthers(change, document)))
      await change.patch(document, { del: true, undone: null })
    if (!isPart) kept += 1
  }
  return kept
}

/** True for a record that others have become part of: they would go along. */
async function hasOthers(change: Change, document: StoredRecord): Promise<boolean> {
  const isPart = typeof document.mergedInto === 'string'
  return !isPart && (await isOneSince(change, document, { created: true, became: {} }))
}

/** True while a field still has the value that the action gave it, and no other beside it; two devices may have given it the same. */
function isStill(document: StampedDocument, field: string, inverse: Inverse): boolean {
  const entries = entriesOf(document, field)
  const became = inverse.became[field]
  return entries.length > 0 && entries.every(([, value]) => sameValue(value, became))
}
