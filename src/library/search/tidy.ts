import type { Transaction } from '../open.ts'
import type { SearchState } from '../schema.ts'
import { readSearchState } from '../state.ts'
import type { Store } from '../store.ts'
import { catchUp } from './catch-up.ts'
import { forgetDead, readDead } from './dead.ts'
import { IndexDamaged } from './index-damaged.ts'
import { joinSegments } from './join-segments.ts'
import { readIndex, spoilIndex } from './read-index.ts'
import { readHead, readSegment } from './read-segment.ts'
import { mostRecords, type Segment } from './segment.ts'
import { wordsVersion } from './words.ts'
import { writeApart } from './write-apart.ts'

type SegmentState = SearchState['segments'][number]

/** So many segments of one size are left beside each other; sizes go by sixteens: 1 to 15 records, 16 to 255 … */
const mostOfOneSize = 8

/** So many dead records are never too many, in all and for each that lives. */
const fewDead = 500
const deadShare = 0.1

/**
 * Makes larger segments of many small ones, and leaves out what is dead, until no step is due; how many steps it took. A
 * save makes a segment of one record, and a hundred of these would cost each search a hundred looks. One at a time in a
 * profile; `pause` lets whoever runs it answer meanwhile.
 */
export async function tidyIndex(
  store: Store,
  pause: () => Promise<void>,
  signal?: AbortSignal,
): Promise<number> {
  let isRenewed = false
  for (let steps = 0; ; steps++) {
    signal?.throwIfAborted()
    if (await tidyOnce(store, pause)) continue
    // That the index is damaged may be known only now; a disk that loses what was just written is no index's matter.
    const { words } = await store.read(readSearchState, ['meta'])
    if (words === wordsVersion || isRenewed) return steps
    isRenewed = true
    await catchUp(store, signal ? { signal } : {})
  }
}

/** The segments that should become one because they are many and small, smallest first; none where all is well. */
export function segmentsToJoin(segments: readonly SegmentState[]): SegmentState[] {
  const sized = [...segments].sort((a, b) => a.count - b.count)
  for (let most = 16; most <= mostRecords; most *= 16) {
    const small = sized.filter(({ count }) => count < most)
    if (small.length < mostOfOneSize) continue
    const taken: SegmentState[] = []
    let sum = 0
    for (const segment of small) {
      if (sum + segment.count > mostRecords) break
      sum += segment.count
      taken.push(segment)
    }
    if (taken.length > 1) return taken
  }
  return []
}

/** What a step of tidying is made from. */
interface ToJoin {
  taken: number[]
  parts: Segment[]
  /** The numbers of dead rows, of these segments and others. */
  dead: Set<number>
}

async function tidyOnce(store: Store, pause: () => Promise<void>): Promise<boolean> {
  const read = await readIndex(store, readToJoin)
  if (!read) return false
  const { taken, parts, dead } = read
  const made = await joinSegments(parts, dead, pause)
  try {
    return await writeApart(store, made, taken, async (transaction, state) => {
      const there = new Set(state.segments.map(({ segment }) => segment))
      // Another page was faster, or the index was taken down.
      if (state.words !== wordsVersion || !taken.every((segment) => there.has(segment)))
        return false
      const dropped = parts.flatMap(({ numbers }) => [...numbers].filter((n) => dead.has(n)))
      // Dead rows that no segment has are dead for nobody.
      await forgetDead(transaction, state, taken.length > 0 ? new Set(dropped) : dead)
      return true
    })
  } catch (error) {
    if (!(error instanceof IndexDamaged)) throw error
    await spoilIndex(store)
    return false
  }
}

async function readToJoin(transaction: Transaction): Promise<ToJoin | undefined> {
  const state = await readSearchState(transaction)
  if (state.words !== wordsVersion) return undefined
  const small = segmentsToJoin(state.segments).map(({ segment }) => segment)
  const all = state.segments.reduce((sum, { count }) => sum + count, 0)
  const isWasteful = state.dead > Math.max(fewDead, all * deadShare)
  if (small.length === 0 && !isWasteful) return undefined
  const dead = await readDead(transaction, state)
  const taken = small.length > 0 ? small : await mostWasteful(transaction, state, dead)
  const parts = await Promise.all(taken.map((segment) => readSegment(transaction, segment)))
  return { taken, parts, dead }
}

/** The segment that has the most dead records; none where none has any. */
async function mostWasteful(
  transaction: Transaction,
  { segments }: SearchState,
  dead: ReadonlySet<number>,
): Promise<number[]> {
  let worst: { segment: number; wasted: number } | undefined
  for (const { segment } of segments) {
    const { numbers } = await readHead(transaction, segment)
    const wasted = numbers.reduce((sum, n) => sum + (dead.has(n) ? 1 : 0), 0)
    if (wasted > (worst?.wasted ?? 0)) worst = { segment, wasted }
  }
  return worst ? [worst.segment] : []
}
