import { isObject } from '../item/parse-value.ts'
import type { LibraryRecord } from '../item/record.ts'
import { breathe } from './breathe.ts'
import { isHighlightId, isRecordId } from './identity.ts'
import { type FateCounts, importChunk, noFates } from './import-chunk.ts'
import { noteImport, unfinishedImport } from './import-job.ts'
import { KnownRecords } from './known.ts'
import { type Incoming, planImport } from './plan-import.ts'
import { getMany } from './requests.ts'
import { LaterIndex } from './search/later-index.ts'
import type { Store } from './store.ts'
import { type LargeAction, resumeAction } from './undo-log.ts'
import { readWire } from './wire.ts'

/** Documents that are written in one transaction: half a second's work. */
const inChunk = 1024

/** Reasons that are kept; the number of broken documents goes on being counted. */
const mostReasons = 200

/** How an import went, or is going. */
export interface ImportResult extends FateCounts {
  broken: number
  /** Why documents were broken, by their place in the file (from 0); the first 200. */
  reasons: { at: number; id?: string; reason: string }[]
  /** True where the signal stopped the import; the chunks before are written, and a second import goes on from there. */
  stopped: boolean
  /** The action's number in the undo log; absent where nothing has changed. */
  action?: number
}

/** How to watch and stop an import. */
export interface ImportOptions {
  /** The file's name, under which the import is known where it is cut off; it is not known where absent. */
  name?: string
  /** Told after each chunk. */
  onProgress?: (soFar: ImportResult) => void
  /** Documents in a chunk; 1,024 where absent. */
  chunk?: number
  /** True where papers that were deleted here since come back. */
  bringBack?: boolean
  signal?: AbortSignal
}

/** Documents of a file, one after the other. */
export type Documents = Iterable<unknown> | AsyncIterable<unknown>
type Placed = Incoming & { at: number }

/**
 * Brings the documents of a backup in (records, and highlights after them), as one action that can be taken back. Each is
 * checked by itself; a broken one is counted with its reason and the others go on. What is here already is merged by stamps,
 * so the same file twice changes nothing the second time. Written in chunks, each whole or not at all, the last one strict.
 * One that is cut off is known to `unfinishedImport`; the same file again goes on with its action, so that one undo takes all back.
 */
export async function importDocuments(
  store: Store,
  documents: Documents,
  now: () => number,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const { bringBack = false, onProgress } = options
  const result = nothingYet()
  const index = new LaterIndex(store)
  const known = new KnownRecords()
  const { name } = options
  const cutOff = name === undefined ? undefined : await unfinishedImport(store)
  const own = cutOff?.name === name ? cutOff?.action : undefined
  let action: LargeAction =
    own === undefined
      ? { action: 'import' }
      : await store.read((transaction) => resumeAction(transaction, 'import', own))
  let since: number | undefined
  let writing = Promise.resolve()
  const write = async (part: readonly Placed[], isLast: boolean) => {
    let written: [n: number, record: LibraryRecord][] = []
    const done = await store.write(
      isLast ? 'strict' : 'relaxed',
      async (change) => {
        // It may be the second try.
        written = []
        change.partOf = { ...action }
        since ??= (await change.state).actions
        const chunk = await importChunk(change, part, known, { now: now(), bringBack })
        if (name !== undefined) {
          const done = handled(result) + handled(chunk.counts)
          const began = action.n === undefined ? since : action.n - 1
          // One that was stopped is noted until somebody has decided about what it brought.
          const isDone = isLast && !result.stopped
          noteImport(change, isDone ? undefined : { name, done, since: began })
        }
        return { ...chunk, action: change.partOf }
      },
      (n, record) => written.push([n, record]),
    )
    action = done.action
    if (action.n !== undefined) result.action = action.n
    index.take(written)
    if (done.wasKnown) known.add(done.written, done.counter)
    else await known.prepare(store, part.length)
    add(result, done.counts)
    onProgress?.({ ...result })
    await index.write()
  }
  const read = chunksOf(documents, result, options, (n) => index.work(n))
  for await (const { part, isLast } of read) {
    await writing
    writing = write(part, isLast)
    writing.catch(() => undefined)
  }
  await writing
  await index.write(true)
  return result
}

/** What `importDocuments` would do, without doing it; papers that would turn out to be one with another are counted as added. */
export async function previewImport(
  store: Store,
  documents: Documents,
  now: () => number,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const result = nothingYet()
  for await (const { part } of chunksOf(documents, result, options, () => undefined)) {
    const ids = part.map(({ document }) => document.id)
    const [records, highlights] = await store.read(
      (transaction) =>
        Promise.all([
          getMany(transaction, 'records', ids.filter(isRecordId)),
          getMany(transaction, 'highlights', ids.filter(isHighlightId)),
        ]),
      ['records', 'highlights'],
    )
    const known = new Map(
      [...records, ...highlights].flatMap((each) => (each ? [[each.id, each]] : [])),
    )
    for (const incoming of part) {
      const { bringBack = false } = options
      const how = { bringBack, now: now(), at: incoming.at }
      const { id } = incoming.document
      const { fate } = planImport(known.get(id), incoming, how)
      result[isRecordId(id) ? fate : 'highlights'] += 1
    }
    options.onProgress?.({ ...result })
  }
  return result
}

function nothingYet(): ImportResult {
  return { ...noFates(), broken: 0, reasons: [], stopped: false }
}

function add(result: ImportResult, counts: FateCounts): void {
  for (const fate of ['added', 'merged', 'unchanged', 'deleted', 'highlights'] as const)
    result[fate] += counts[fate]
}

/** How many documents met a fate. */
function handled({ added, merged, unchanged, deleted, highlights }: FateCounts): number {
  return added + merged + unchanged + deleted + highlights
}

/** Documents that are read in one go. */
const breath = 64

/** The documents that are not broken, in chunks, of which the last may be empty; the broken ones go into the result. */
async function* chunksOf(
  documents: Documents,
  result: ImportResult,
  { chunk = inChunk, signal }: ImportOptions,
  meanwhile: (documents: number) => void,
): AsyncGenerator<{ part: Placed[]; isLast: boolean }> {
  let part: Placed[] = []
  let at = 0
  for await (const value of documents) {
    if (signal?.aborted) {
      result.stopped = true
      part = []
      break
    }
    // Given away only when one more comes, so that the last chunk is known to be the last.
    if (part.length === chunk) {
      yield { part, isLast: false }
      part = []
    }
    const read = readWire(value)
    if ('document' in read) part.push({ ...read, at })
    else addBroken(result, at, value, read.broken)
    at += 1
    // While one chunk is written the next is read, the one before is put into the index, and the page stays alive.
    if (at % breath === 0) {
      meanwhile(breath)
      await breathe()
    }
  }
  yield { part, isLast: true }
}

function addBroken(result: ImportResult, at: number, value: unknown, reason: string): void {
  result.broken += 1
  if (result.reasons.length >= mostReasons) return
  const id = isObject(value) ? value.id : undefined
  const known = isRecordId(id) || isHighlightId(id)
  result.reasons.push(known ? { at, id, reason } : { at, reason })
}
