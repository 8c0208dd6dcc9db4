import { isObject } from '../item/parse-value.ts'
import type { Change } from './change.ts'
import { identifiersIn } from './document.ts'
import { type Holders, holdersIn, tellingIdentifiers } from './holders.ts'
import { isHighlightId, isRecordId } from './identity.ts'
import { mergeTwins } from './merge.ts'
import type { StoredHighlight } from './schema.ts'
import { mergeParts } from './search/merge-parts.ts'
import { newDevice, type Store } from './store.ts'
import { canonical, entriesOf, mergeVersions, type StampedDocument } from './versions.ts'
import { type ReadWire, readWire, writeWire } from './wire.ts'

/** Documents that are written in one transaction, most of a second's work; they become one part of the search index. */
const inChunk = 2048

/** Reasons that are kept; the number of broken documents goes on being counted. */
const mostReasons = 200

/** Another device's clock may be this much ahead, in ms, and ours follow it. */
const clockSkew = 24 * 60 * 60 * 1000

/** How an import went, or is going. */
export interface ImportResult {
  /** Documents that were not here before. */
  added: number
  /** Documents that were here and changed. */
  merged: number
  unchanged: number
  broken: number
  /** Why documents were broken, by their place in the file (from 0); the first 200. */
  reasons: { at: number; id?: string; reason: string }[]
  /** True where the signal stopped the import; the chunks before are written, and a second import goes on from there. */
  stopped: boolean
}

/** How to watch and stop an import. */
export interface ImportOptions {
  /** Told after each chunk. */
  onProgress?: (soFar: ImportResult) => void
  /** Documents in a chunk; 2,048 where absent. */
  chunk?: number
  signal?: AbortSignal
}

type Incoming = Extract<ReadWire, { document: StampedDocument }>

/**
 * Brings the documents of a backup in (records, and highlights after them). Each is checked by itself; a broken
 * one is counted with its reason and the others go on. What is here already is merged by stamps, so the same
 * file twice changes nothing the second time. Written in chunks, each whole or not at all, the last one strict.
 */
export async function importDocuments(
  store: Store,
  documents: Iterable<unknown> | AsyncIterable<unknown>,
  now: () => number,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const result: ImportResult = {
    added: 0,
    merged: 0,
    unchanged: 0,
    broken: 0,
    reasons: [],
    stopped: false,
  }
  let waiting: Incoming[] = []
  let writing = Promise.resolve()
  const write = async (part: Incoming[], durability: 'strict' | 'relaxed'): Promise<void> => {
    const counts = await store.write(durability, (change) => importChunk(change, part, now()))
    result.added += counts.added
    result.merged += counts.merged
    result.unchanged += counts.unchanged
    options.onProgress?.({ ...result })
    if (durability === 'relaxed') await mergeParts(store)
  }
  let at = 0
  for await (const value of documents) {
    if (options.signal?.aborted) {
      result.stopped = true
      break
    }
    // Written only when one more comes, so that the last chunk is known to be the last.
    if (waiting.length === (options.chunk ?? inChunk)) {
      await writing
      writing = write(waiting, 'relaxed')
      writing.catch(() => undefined)
      waiting = []
    }
    const read = readWire(value)
    if ('document' in read) waiting.push(read)
    else addBroken(result, at, value, read.broken)
    at += 1
    // While one chunk is written the next is read, and the page stays alive.
    if (at % breath === 0) await breathe()
  }
  await writing
  await write(waiting, 'strict')
  return result
}

/** Documents that are read in one go. */
const breath = 64

/** Lets the browser do what waits: a timer would wait for 4 ms longer. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}

function addBroken(result: ImportResult, at: number, value: unknown, reason: string): void {
  result.broken += 1
  if (result.reasons.length >= mostReasons) return
  const id = isObject(value) ? value.id : undefined
  const known = isRecordId(id) || isHighlightId(id)
  result.reasons.push(known ? { at, id, reason } : { at, reason })
}

async function importChunk(
  change: Change,
  part: readonly Incoming[],
  now: number,
): Promise<{ added: number; merged: number; unchanged: number }> {
  const counts = { added: 0, merged: 0, unchanged: 0 }
  const holders = holdersIn(change.transaction)
  const records = part.filter(({ document }) => isRecordId(document.id))
  await Promise.all([
    change.prefetch(records.map(({ document }) => document.id)),
    holders.prefetch(
      records.flatMap(({ document }) => tellingIdentifiers(identifiersIn(document))),
    ),
  ])
  for (const incoming of part) {
    followClocks(change, incoming.document, now)
    const fate = isRecordId(incoming.document.id)
      ? await importRecord(change, incoming, holders, now)
      : await importHighlight(change, incoming)
    counts[fate] += 1
  }
  return counts
}

async function importRecord(
  change: Change,
  { document, loose }: Incoming,
  holders: Holders,
  now: number,
): Promise<'added' | 'merged' | 'unchanged'> {
  const known = await change.get(document.id)
  const merged = known ? mergeVersions(known, document) : document
  const fields = looseFields(merged, loose, known !== undefined)
  if (entriesOf(merged, 'savedAt').length === 0) fields.savedAt ??= new Date(now).toISOString()
  const isNews = !known || canonical(writeWire(known)) !== canonical(writeWire(merged))
  const hasLoose = Object.keys(fields).length > 0
  if (!isNews && !hasLoose) return 'unchanged'
  const stored = hasLoose ? await change.patch(merged, fields) : await change.put(merged)
  holders.add(stored)
  if (stored.del !== true && typeof stored.mergedInto !== 'string')
    holders.add(await mergeTwins(change, stored, holders))
  return known ? 'merged' : 'added'
}

async function importHighlight(
  change: Change,
  { document }: Incoming,
): Promise<'added' | 'merged' | 'unchanged'> {
  const highlights = change.transaction.objectStore('highlights')
  const known = await highlights.get(document.id)
  const merged = known ? mergeVersions(known, document) : document
  if (known && canonical(writeWire(known)) === canonical(writeWire(merged))) return 'unchanged'
  const stored: StoredHighlight = { ...merged, dirty: 1, id: merged.id, s: merged.s, m: merged.m }
  await highlights.put(stored)
  // An undone record that turns out to be highlighted shows in the trash from now on.
  const marked = typeof merged.ref === 'string' ? await change.get(merged.ref) : undefined
  if (marked?.undone === true) await change.put(marked)
  return known ? 'merged' : 'added'
}

/** The fields without a stamp that may be taken: tags, and what the record never had. Nothing is deleted by them. */
function looseFields(
  merged: StampedDocument,
  loose: { readonly [field: string]: unknown },
  isKnown: boolean,
): { [field: string]: unknown } {
  const taken = Object.entries(loose).filter(([field, value]) => {
    if (field.startsWith('tag:')) return value === true && merged[field] !== true
    if (isKnown && ['del', 'undone', 'mergedInto'].includes(field)) return false
    return entriesOf(merged, field).length === 0
  })
  return Object.fromEntries(taken)
}

/**
 * Keeps this device's stamps apart from all others and behind what it has seen. A document that knows more of
 * this device's patches than it has made comes from another life of this profile (a copy, an older state): its
 * numbers are taken, and a number used twice is an edit lost, so the device gets a new name.
 */
function followClocks(change: Change, document: StampedDocument, now: number): void {
  const { state } = change
  const seen = Object.entries(document.m.c).find(([device]) => device === state.device)?.[1] ?? 0
  if (seen > state.n) {
    state.device = newDevice()
    state.n = 0
  }
  const newest = Math.max(0, ...Object.values(document.m.t).map(([, time]) => time))
  state.time = Math.max(state.time, Math.min(newest, now + clockSkew))
}
