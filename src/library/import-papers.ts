import { citationKey } from '../item/citation-key.ts'
import { fold } from '../text/fold.ts'
import type { Change } from './change.ts'
import { type KeysInUse, keysInUse, keysLike } from './citation-keys.ts'
import { readField } from './field.ts'
import { type FilePaper, type IncomingPaper, readFilePaper } from './file-paper.ts'
import { type Holders, holdersIn } from './holders.ts'
import { isAtOdds, newRecordId, strongerKinds } from './identity.ts'
import { type ImportedChunk, noFates } from './import-chunk.ts'
import {
  type Documents,
  type ImportKind,
  type ImportOptions,
  type ImportResult,
  importInChunks,
  type Placed,
} from './import-in-chunks.ts'
import type { KnownRecords } from './known.ts'
import { mergeTwins } from './merge.ts'
import type { Fate, PlanOptions } from './plan-import.ts'
import { planPaper } from './plan-paper.ts'
import type { StoredRecord } from './schema.ts'
import type { Store } from './store.ts'
import { tagField, tagOfField } from './tags.ts'
import { areTwo, typedIn, wordsIn } from './typed.ts'

/**
 * Brings in papers of somebody's file of references. One that is here is met by its identifiers, as a save meets it, and
 * gains what it lacks; the same file twice brings nothing the second time.
 */
export function importPapers(
  store: Store,
  papers: Documents<FilePaper>,
  now: () => number,
  options: ImportOptions = {},
): Promise<ImportResult> {
  // Where each record was made that this import has made: a transaction may be tried twice.
  const made = new Map<string, number>()
  const kind: ImportKind<IncomingPaper, FilePaper> = {
    read: readFilePaper,
    write: (change, part, known, how) => writeChunk(change, part, { known, made, how }),
  }
  return importInChunks(store, kind, papers, now, options)
}

interface Surroundings {
  known: KnownRecords
  made: Map<string, number>
  how: Omit<PlanOptions, 'at'>
}

async function writeChunk(
  change: Change,
  part: readonly Placed<IncomingPaper>[],
  { known, made, how }: Surroundings,
): Promise<ImportedChunk> {
  const counts = noFates()
  const state = await change.state
  const wasKnown = known.holdsAt(state.counter)
  const holders = holdersIn(
    change.transaction,
    wasKnown ? (identifier) => known.holders(identifier) : undefined,
  )
  const telling = part.flatMap((one) => one.telling)
  const wanted = part.flatMap(({ paper }) => paper.citationKey ?? [])
  const [keys] = await Promise.all([keysInUse(change, wanted), holders.prefetch(telling)])
  const held = await Promise.all(telling.map(holders.of))
  const ids = new Set([...part.flatMap((one) => one.ids), ...held.flatMap((all) => [...all])])
  const isAbsent = (id: string): boolean => wasKnown && !known.has(id)
  await change.prefetch(
    [...ids].filter((id) => !isAbsent(id)),
    [...ids].filter(isAbsent),
  )
  for (const one of part) {
    const { fate, id } = await importPaper(change, one, { holders, keys }, { ...how, at: one.at })
    const before = made.get(id) ?? one.at
    if (fate === 'added') made.set(id, before)
    // That it stands twice in the file is nothing that the library had before.
    counts[fate === 'merged' && before < one.at ? 'unchanged' : fate] += 1
  }
  const documents = await Promise.all([...change.written].map(change.get))
  const written = documents.filter((document) => document !== undefined)
  return {
    counts,
    written,
    counter: state.counter + (change.written.size > 0 ? 1 : 0),
    wasKnown,
  }
}

async function importPaper(
  change: Change,
  incoming: IncomingPaper,
  { holders, keys }: { holders: Holders; keys: KeysInUse },
  options: PlanOptions,
): Promise<{ fate: Fate; id: string }> {
  const known = await findPaper(incoming, holders, change.get)
  const { fate, fields } = planPaper(known, incoming.paper, options)
  if (known && (fate === 'unchanged' || fate === 'deleted')) return { fate, id: known.id }
  const wanted = await settled(change, fields, incoming.paper, { keys, own: known?.id })
  const stored = known
    ? await change.patch(known, wanted)
    : await change.create(await freeId(change, incoming, options.now), wanted)
  holders.add(stored)
  if (stored.key !== undefined) keys.add(stored.key, stored.id)
  const merged = stored.del === true ? stored : await mergeTwins(change, stored, holders)
  holders.add(merged)
  return { fate, id: merged.id }
}

/** The record of a paper of a file, one in the library before a deleted one; undefined where there is none. */
export async function findPaper(
  { paper, telling, ids, isVague }: IncomingPaper,
  holders: Pick<Holders, 'of'>,
  get: (id: string) => Promise<StoredRecord | undefined>,
): Promise<StoredRecord | undefined> {
  let deleted: StoredRecord | undefined
  for (const identifier of telling) {
    for (const id of await holders.of(identifier)) {
      const sharing = await get(id)
      if (!sharing || isAtOdds(telling, sharing.ids, strongerKinds(identifier))) continue
      const found = await survivor(sharing, get)
      if (found && typedIn(sharing).has(identifier) && areTwo(wordsIn(found), paper)) continue
      if (found && found.del !== true) return found
      deleted ??= found
    }
  }
  for (const id of ids) {
    const own = await get(id)
    if (!own || isAtOdds(telling, own.ids)) continue
    if (isVague && titleOf(readField(own, 'title')) !== titleOf(paper.item.title)) continue
    const found = await survivor(own, get)
    if (found && found.del !== true) return found
    deleted ??= found
  }
  return deleted
}

async function survivor(
  document: StoredRecord,
  get: (id: string) => Promise<StoredRecord | undefined>,
): Promise<StoredRecord | undefined> {
  let current: StoredRecord | undefined = document
  // Ids only ever lead to smaller ids, so this comes to an end.
  while (typeof current?.mergedInto === 'string') {
    if (current.mergedInto >= current.id) return undefined
    current = await get(current.mergedInto)
  }
  return current
}

function titleOf(title: string | undefined): string {
  return fold(title ?? '').replace(/[^\p{L}\p{N}]+/gu, '')
}

async function freeId(change: Change, { ids }: IncomingPaper, now: number): Promise<string> {
  for (const id of ids) if (!(await change.get(id))) return id
  return newRecordId(now)
}

/** Fields with their tags spelled as they are in use, and with a citation key that no other paper has. */
async function settled(
  change: Change,
  fields: { readonly [field: string]: unknown },
  { item }: FilePaper,
  { keys, own }: { keys: KeysInUse; own: string | undefined },
): Promise<{ [field: string]: unknown }> {
  const entries = Object.entries(fields).map(async ([field, value]) => {
    const tag = tagOfField(field)
    return [tag === undefined ? field : tagField(await change.spelling(tag)), value] as const
  })
  const result: { [field: string]: unknown } = Object.fromEntries(await Promise.all(entries))
  const { citationKey: key } = result
  if (typeof key !== 'string' || !(await keys.isTaken(key, own))) return result
  const taken = await keysLike(change, key)
  const isTaken = (one: string) => taken.has(one.toLowerCase())
  return { ...result, citationKey: citationKey(item, isTaken, () => key) }
}
