import type { Transaction } from '../open.ts'
import type { SearchState, StoredSegment } from '../schema.ts'
import { idsInRow, readSearchState } from './update.ts'
import { wordsVersion } from './words.ts'

type Reading = Transaction<'readonly' | 'readwrite'>

/** A part of the index is missing in the database: it has to be made anew. */
export class IndexDamaged extends Error {
  override name = 'IndexDamaged'
}

/** Blocks that are kept, of 32 KB each. */
const mostBlocks = 256

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
    const parts = await Promise.all(
      state.parts.map(async ({ segment, dead }): Promise<Part> => {
        const [head, bits] = await Promise.all([
          known.get(segment) ?? transaction.objectStore('segments').get(segment),
          dead > 0 ? transaction.objectStore('dead').get(segment) : undefined,
        ])
        if (!head) throw new IndexDamaged(`part ${segment}`)
        return { head, dead: bits }
      }),
    )
    const there = new Set(parts.map(({ head }) => head.segment))
    for (const key of this.#blocks.keys())
      if (!there.has(Number(key.split('/')[0]))) this.#blocks.delete(key)
    return parts.sort((a, b) => b.head.base - a.head.base)
  }

  /** The blocks of a part that may hold words that begin with `root`. */
  blocks(transaction: Reading, { head }: Part, root: string): Promise<Uint8Array[]> {
    const found: Promise<Uint8Array>[] = []
    for (let n = firstBlock(head.first, root); n < head.first.length; n++) {
      const first = head.first[n] ?? ''
      if (first > root && !first.startsWith(root)) break
      const inline = head.inline?.blocks[n]
      found.push(inline ? Promise.resolve(inline) : this.#block(transaction, head.segment, n))
    }
    return Promise.all(found)
  }

  async #block(transaction: Reading, segment: number, n: number): Promise<Uint8Array> {
    const key = `${segment}/${n}`
    const kept = this.#blocks.get(key)
    const block = kept ?? (await transaction.objectStore('blocks').get([segment, n]))
    if (!block) throw new IndexDamaged(`block ${key}`)
    // What was asked for last goes last.
    this.#blocks.delete(key)
    this.#blocks.set(key, block)
    if (this.#blocks.size > mostBlocks)
      for (const oldest of this.#blocks.keys()) {
        this.#blocks.delete(oldest)
        break
      }
    return block
  }

  /** The ids of records by where they stand. */
  async ids(
    transaction: Reading,
    places: readonly { segment: number; place: number }[],
  ): Promise<string[]> {
    const inline = new Map(
      this.#parts.flatMap(({ head }) => (head.inline ? [[head.segment, head.inline.ids]] : [])),
    )
    const rows = new Map<string, Promise<string[]>>()
    const rowOf = (segment: number, place: number): Promise<string[]> => {
      const from = place - (place % idsInRow)
      const key = `${segment}/${from}`
      const row =
        rows.get(key) ??
        Promise.resolve(
          inline.get(segment) ?? transaction.objectStore('segmentIds').get([segment, from]),
        ).then((text) => text?.split(' ') ?? [])
      rows.set(key, row)
      return row
    }
    return Promise.all(
      places.map(async ({ segment, place }) => {
        const id = (await rowOf(segment, place))[place % idsInRow]
        if (id === undefined) throw new IndexDamaged(`ids of part ${segment}`)
        return id
      }),
    )
  }
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
