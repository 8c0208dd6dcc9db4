import type { Change } from './change.ts'
import { identifiersIn } from './document.ts'
import { type Holders, holdersIn, tellingIdentifiers } from './holders.ts'
import { isRecordId } from './identity.ts'
import type { KnownRecords } from './known.ts'
import { carryOn, mergeTwins } from './merge.ts'
import { placeMarked } from './place-marked.ts'
import { type Fate, type Incoming, type PlanOptions, planImport } from './plan-import.ts'
import type { State, StoredRecord } from './schema.ts'
import { newDevice } from './state.ts'
import type { StampedDocument } from './versions.ts'

/** Another device's clock may be this much ahead, in ms, and ours follow it. */
const clockSkew = 24 * 60 * 60 * 1000

/** How many records met which fate, and how many highlights there were beside them. */
export type FateCounts = { [F in Fate | 'highlights']: number }

/** No document has met its fate yet. */
export function noFates(): FateCounts {
  return { added: 0, merged: 0, unchanged: 0, deleted: 0, highlights: 0 }
}

/** What a transaction of an import did. */
export interface ImportedChunk {
  counts: FateCounts
  /** The records that were written, and the counter that the transaction leaves. */
  written: StoredRecord[]
  counter: number
  /** True where nothing had to be looked up. */
  wasKnown: boolean
}

/** Brings documents in, in one transaction; `known` may spare it looking them up. */
export async function importChunk(
  change: Change,
  part: readonly (Incoming & Pick<PlanOptions, 'at'>)[],
  known: KnownRecords,
  options: Omit<PlanOptions, 'at'>,
): Promise<ImportedChunk> {
  const counts = noFates()
  const state = await change.state
  const wasKnown = known.holdsAt(state.counter)
  const holders = holdersIn(
    change.transaction,
    wasKnown ? (identifier) => known.holders(identifier) : undefined,
  )
  const records = part.filter(({ document }) => isRecordId(document.id))
  const ids = records.map(({ document }) => document.id)
  const isAbsent = (id: string): boolean => wasKnown && !known.has(id)
  await Promise.all([
    change.prefetch(
      ids.filter((id) => !isAbsent(id)),
      ids.filter(isAbsent),
    ),
    wasKnown
      ? undefined
      : holders.prefetch(
          records.flatMap(({ document }) => tellingIdentifiers(identifiersIn(document))),
        ),
  ])
  for (const incoming of part) {
    followClocks(state, incoming.document, options.now)
    const how = { ...options, at: incoming.at }
    if (isRecordId(incoming.document.id))
      counts[await importRecord(change, incoming, holders, how)] += 1
    else {
      await importHighlight(change, incoming, how)
      counts.highlights += 1
    }
  }
  const written: StoredRecord[] = []
  for (const id of change.written) {
    const document = await change.get(id)
    if (document) written.push(document)
  }
  const counter = state.counter + (written.length > 0 ? 1 : 0)
  return { counts, written, counter, wasKnown }
}

async function importRecord(
  change: Change,
  incoming: Incoming,
  holders: Holders,
  options: PlanOptions,
): Promise<Fate> {
  const known = await change.get(incoming.document.id)
  const { fate, merged, fields } = planImport(known, incoming, options)
  if (fate === 'unchanged' || fate === 'deleted') return fate
  const hasFields = Object.keys(fields).length > 0
  const stored = hasFields ? await change.patch(merged, fields) : await change.put(merged)
  holders.add(stored)
  const live = isPart(stored) ? await carried(change, stored, known, incoming.document) : stored
  if (live && live.del !== true) holders.add(await mergeTwins(change, live, holders))
  return fate
}

function isPart(document: StampedDocument | undefined): document is StampedDocument {
  return typeof document?.mergedInto === 'string'
}

/** Where it became part of another record in one of two copies alone, the survivor gains what the other copy did to it meanwhile. */
async function carried(
  change: Change,
  stored: StoredRecord,
  known: StoredRecord | undefined,
  came: StampedDocument,
): Promise<StoredRecord | undefined> {
  if (!known || isPart(known) === isPart(came)) return undefined
  return carryOn(change, stored, isPart(known) ? known : came)
}

async function importHighlight(
  change: Change,
  incoming: Incoming,
  options: PlanOptions,
): Promise<void> {
  const known = await change.transaction.objectStore('highlights').get(incoming.document.id)
  const { fate, merged } = planImport(known, incoming, options)
  if (fate === 'unchanged' || fate === 'deleted') return
  await change.putHighlight(merged)
  await placeMarked(change, merged)
}

/**
 * Keeps this device's stamps apart from all others and behind what it has seen. A document that knows more of
 * this device's patches than it has made comes from another life of this profile (a copy, an older state): its
 * numbers are taken, and a number used twice is an edit lost, so the device gets a new name.
 */
function followClocks(state: State, document: StampedDocument, now: number): void {
  const seen = Object.entries(document.m.c).find(([device]) => device === state.device)?.[1] ?? 0
  if (seen > state.n) {
    state.device = newDevice()
    state.n = 0
  }
  const newest = Math.max(0, ...Object.values(document.m.t).map(([, time]) => time))
  state.time = Math.max(state.time, Math.min(newest, now + clockSkew))
}
