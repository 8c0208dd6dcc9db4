import type { Transaction } from '../open.ts'
import type { SearchState } from '../schema.ts'
import type { Store } from '../store.ts'
import { mergeSegments } from './merge-segments.ts'
import { mostRecords, type Segment } from './segment.ts'
import { dropSegment, putSearchState, readSearchState, writeSegment } from './update.ts'

type PartState = SearchState['parts'][number]

/** So many parts of one size are left beside each other; sizes go by sixteens: 1 to 15 records, 16 to 255 … */
const mostOfOneSize = 8

/**
 * Makes larger parts of many small ones, and leaves out what is dead, until no step is due; how many steps it took.
 * A save makes a part of one record, and a hundred of these would cost each search a hundred looks.
 */
export async function mergeParts(store: Store, signal?: AbortSignal): Promise<number> {
  for (let steps = 0; ; steps++) {
    signal?.throwIfAborted()
    if (!(await mergeOnce(store))) return steps
  }
}

/** The parts that should become one, smallest first; none where all is well. */
export function partsToMerge(parts: readonly PartState[]): PartState[] {
  const alive = ({ count, dead }: PartState): number => count - dead
  const sized = [...parts].sort((a, b) => alive(a) - alive(b))
  const wasted = sized.find(({ count, dead }) => count > 0 && dead > count / 2)
  for (let most = 16; most < mostRecords * 16; most *= 16) {
    const small = sized.filter((part) => alive(part) < Math.min(most, mostRecords))
    if (small.length < mostOfOneSize) continue
    const taken: PartState[] = []
    let sum = 0
    for (const part of small) {
      if (sum + alive(part) > mostRecords) break
      sum += alive(part)
      taken.push(part)
    }
    if (taken.length > 1) return taken
  }
  return wasted ? [wasted] : []
}

interface ReadPart {
  part: PartState
  segment: Segment
  dead: Uint8Array | undefined
}

async function mergeOnce(store: Store): Promise<boolean> {
  const parts = await store.read(async (transaction) => {
    const state = await readSearchState(transaction)
    return Promise.all(partsToMerge(state.parts).map((part) => readPart(transaction, part)))
  })
  if (parts.length === 0) return false
  const { merged, moved } = mergeSegments(
    parts.map(({ segment, dead }) => ({ segment, isDead: (place) => isSet(dead, place) })),
  )
  await store.write('relaxed', async ({ transaction }) => {
    const state = await readSearchState(transaction)
    const isThere = ({ part }: ReadPart): boolean =>
      state.parts.some(({ segment }) => segment === part.segment)
    // Another page was faster, or the index was taken down.
    if (!parts.every(isThere)) return
    const stale = new Set<string>()
    for (const [i, { part, segment, dead }] of parts.entries()) {
      const now = await transaction.objectStore('dead').get(part.segment)
      for (const [place, id] of segment.ids.entries()) {
        const went = isSet(now, place) && !isSet(dead, place)
        if (went && (moved[i]?.[place] ?? -1) >= 0) stale.add(id)
      }
    }
    for (const { part } of parts) dropSegment(transaction, state, part.segment)
    await writeSegment(transaction, state, merged, stale)
    putSearchState(transaction, state)
  })
  return true
}

async function readPart(
  transaction: Transaction<'readonly' | 'readwrite'>,
  part: PartState,
): Promise<ReadPart> {
  const all = IDBKeyRange.bound([part.segment], [part.segment, []])
  const [head, blocks, rows, dead] = await Promise.all([
    transaction.objectStore('segments').get(part.segment),
    transaction.objectStore('blocks').getAll(all),
    transaction.objectStore('segmentIds').getAll(all),
    transaction.objectStore('dead').get(part.segment),
  ])
  const segment: Segment = {
    ids: (head?.inline ? [head.inline.ids] : rows).flatMap((row) => row.split(' ')),
    blocks: head?.inline?.blocks ?? blocks,
    first: head?.first ?? [],
    saved: Float64Array.from(head?.saved ?? [], (second) => ((head?.base ?? 0) + second) * 1000),
    years: head?.years ?? new Uint16Array(),
    standings: head?.standings ?? new Uint8Array(),
  }
  return { part, segment, dead }
}

function isSet(bits: Uint8Array | undefined, place: number): boolean {
  return bits !== undefined && (((bits[place >> 3] ?? 0) >> (place & 7)) & 1) === 1
}
