import { isObject } from '../item/parse-value.ts'
import type { LibraryRecord } from '../item/record.ts'
import { breathe } from './breathe.ts'
import type { Change } from './change.ts'
import { isHighlightId, isRecordId } from './identity.ts'
import { type FateCounts, type ImportedChunk, noFates } from './import-chunk.ts'
import { noteImport, unfinishedImport } from './import-job.ts'
import { KnownRecords } from './known.ts'
import type { PlanOptions } from './plan-import.ts'
import { LaterIndex } from './search/later-index.ts'
import type { Store } from './store.ts'
import { type LargeAction, resumeAction } from './undo-log.ts'

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

/** What stands in a file, one after the other. */
export type Documents<V = unknown> = Iterable<V> | AsyncIterable<V>

/** Something of a file with its place there, from 0. */
export type Placed<P> = P & Pick<PlanOptions, 'at'>

/** What is brought in: how it is read, and how a chunk of it is written in one transaction. */
export interface ImportKind<P, V = unknown> {
  /** Checks one; the reason where it is broken. */
  read(value: V): P | { broken: string } | Promise<P | { broken: string }>
  write(
    change: Change,
    part: readonly Placed<P>[],
    known: KnownRecords,
    options: Omit<PlanOptions, 'at'>,
  ): Promise<ImportedChunk>
}

/**
 * Brings in what stands in a file, as one action that can be taken back. Each is checked by itself; a broken one is counted
 * with its reason and the others go on. Written in chunks, each whole or not at all, the last one strict.
 * One that is cut off is known to `unfinishedImport`; the same file again goes on with its action, so that one undo takes all back.
 */
export async function importInChunks<P extends object, V>(
  store: Store,
  kind: ImportKind<P, V>,
  documents: Documents<V>,
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
  const write = async (part: readonly Placed<P>[], isLast: boolean) => {
    let written: [n: number, record: LibraryRecord][] = []
    const done = await store.write(
      isLast ? 'strict' : 'relaxed',
      async (change) => {
        // It may be the second try.
        written = []
        change.partOf = { ...action }
        since ??= (await change.state).actions
        const chunk = await kind.write(change, part, known, { now: now(), bringBack })
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
  const read = chunksOf(kind.read, documents, result, options, (n) => index.work(n))
  for await (const { part, isLast } of read) {
    await writing
    writing = write(part, isLast)
    writing.catch(() => undefined)
  }
  await writing
  await index.write(true)
  return result
}

/** An import that has not begun. */
export function nothingYet(): ImportResult {
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
export async function* chunksOf<P extends object, V>(
  read: ImportKind<P, V>['read'],
  documents: Documents<V>,
  result: ImportResult,
  { chunk = inChunk, signal }: ImportOptions,
  meanwhile: (documents: number) => void = () => undefined,
): AsyncGenerator<{ part: Placed<P>[]; isLast: boolean }> {
  let part: Placed<P>[] = []
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
    const reading = read(value)
    const one = reading instanceof Promise ? await reading : reading
    if ('broken' in one) addBroken(result, at, value, one.broken)
    else part.push({ ...one, at })
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
