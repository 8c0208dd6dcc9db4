import type { Transaction } from '../open.ts'
import { getMany } from '../requests.ts'
import type { SearchState, StoredSegment } from '../schema.ts'
import { idsInRow, readSearchState } from './update.ts'
import { wordsVersion } from './words.ts'

type Reading = Transaction<'readonly' | 'readwrite'>

/** A part of the index is missing in the database: it has to be made anew. */
export class IndexDamaged extends Error {
  override name = 'IndexDamaged'
}

/** Blocks that are kept, of 8 KB each, and rows of 64 ids, of 2 KB. */
const mostBlocks = 1024
const mostRows = 1024

/** A part as it is searched. */
export interface Part {
  head: StoredSegment
  dead: Uint8Array | undefined
}

/** What a page keeps of the index between two searches. */
export class IndexReader {
  #changes = -1
  #parts: Part[] = []
  readonly #blocks = new Map<string, Uint8Array>()
  readonly #ids = new Map<string, string[]>()

  /** The index's parts as they are now, the newest first; undefined where it must be made anew. */
  async parts(transaction: Reading): Promise<readonly Part[] | undefined> {
    const state = await readSearchState(transaction)
    if (state.words !== wordsVersion) return undefined
    if (state.changes !== this.#changes) {
      this.#parts = await this.#read(transaction, state)
      this.#changes = state.changes
    }
    return this.#parts
  }

  async #read(transaction: Reading, state: SearchState): Promise<Part[]> {
    const known = new Map(this.#parts.map(({ head }) => [head.segment, head]))
    const missing = state.parts.filter(({ segment }) => !known.has(segment))
    const damaged = state.parts.filter(({ dead }) => dead > 0)
    const [heads, bits] = await Promise.all([
      getMany(
        transaction,
        'segments',
        missing.map(({ segment }) => segment),
      ),
      getMany(
        transaction,
        'dead',
        damaged.map(({ segment }) => segment),
      ),
    ])
    for (const [i, { segment }] of missing.entries()) {
      const head = heads[i]
      if (!head) throw new IndexDamaged(`part ${segment}`)
      known.set(segment, head)
    }
    const dead = new Map(damaged.map(({ segment }, i) => [segment, bits[i]]))
    const parts = state.parts.map(
      ({ segment }): Part => ({
        head: known.get(segment) as StoredSegment,
        dead: dead.get(segment),
      }),
    )
    const there = new Set(parts.map(({ head }) => head.segment))
    for (const kept of [this.#blocks, this.#ids])
      for (const key of kept.keys()) if (!there.has(Number(key.split('/')[0]))) kept.delete(key)
    return parts.sort((a, b) => b.head.base - a.head.base)
  }

  /** For each of the parts, the blocks that may hold words that begin with `root`. */
  async blocks(
    transaction: Reading,
    parts: readonly Part[],
    root: string,
  ): Promise<Uint8Array[][]> {
    const wanted = parts.map(({ head }) => numbersOfBlocks(head.first, root))
    const missing = parts.flatMap(({ head }, i) =>
      (wanted[i] ?? [])
        .filter((n) => !head.inline && !this.#blocks.has(keyOf(head.segment, n)))
        .map((n): [number, number] => [head.segment, n]),
    )
    const read = await getMany(transaction, 'blocks', missing)
    const fresh = new Map(missing.map(([segment, n], i) => [keyOf(segment, n), read[i]]))
    return parts.map(({ head }, i) =>
      (wanted[i] ?? []).map((n) => {
        if (head.inline) return head.inline.blocks[n] ?? new Uint8Array()
        const key = keyOf(head.segment, n)
        const block = fresh.get(key) ?? this.#blocks.get(key)
        if (!block) throw new IndexDamaged(`block ${key}`)
        keep(this.#blocks, key, block, mostBlocks)
        return block
      }),
    )
  }

  /** The ids of records by where they stand. */
  async ids(
    transaction: Reading,
    places: readonly { segment: number; place: number }[],
  ): Promise<string[]> {
    for (const { head } of this.#parts) {
      if (head.inline) this.#ids.set(keyOf(head.segment, 0), head.inline.ids.split(' '))
    }
    const rows = places.map(({ segment, place }) => [segment, place - (place % idsInRow)] as const)
    const missing = new Map(
      rows
        .filter(([segment, from]) => !this.#ids.has(keyOf(segment, from)))
        .map(([segment, from]) => [keyOf(segment, from), [segment, from] as [number, number]]),
    )
    const read = await getMany(transaction, 'segmentIds', [...missing.values()])
    for (const [i, key] of [...missing.keys()].entries()) {
      const row = read[i]
      if (row === undefined) throw new IndexDamaged(`ids ${key}`)
      this.#ids.set(key, row.split(' '))
    }
    const ids = places.map(({ segment, place }, i) => {
      const [, from] = rows[i] ?? [0, 0]
      const id = this.#ids.get(keyOf(segment, from))?.[place - from]
      if (id === undefined) throw new IndexDamaged(`ids of part ${segment}`)
      return id
    })
    if (this.#ids.size > mostRows) this.#ids.clear()
    return ids
  }
}

function keyOf(segment: number, n: number): string {
  return `${segment}/${n}`
}

/** Puts a value in, and lets the one go that was asked for longest ago where there are more than `most`. */
function keep<T>(kept: Map<string, T>, key: string, value: T, most: number): void {
  kept.delete(key)
  kept.set(key, value)
  if (kept.size <= most) return
  for (const oldest of kept.keys()) {
    kept.delete(oldest)
    return
  }
}

/** The numbers of the blocks, by the first word of each, in which words that begin with `root` may stand. */
function numbersOfBlocks(first: readonly string[], root: string): number[] {
  const numbers: number[] = []
  for (let n = firstBlock(first, root); n < first.length; n++) {
    const word = first[n] ?? ''
    if (word > root && !word.startsWith(root)) break
    numbers.push(n)
  }
  return numbers
}

/** The last block whose first word is not behind `root`; 0 where all are. */
function firstBlock(first: readonly string[], root: string): number {
  let from = 0
  let to = first.length - 1
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if ((first[middle] ?? '') <= root) from = middle
    else to = middle - 1
  }
  return from
}
