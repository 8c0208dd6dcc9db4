import type { Transaction } from '../open.ts'
import { bareStore, resultsOf } from '../requests.ts'
import type { SearchState, StoredSegment } from '../schema.ts'
import { readSearchState } from '../state.ts'
import type { Filters, Order } from './columns.ts'
import { readDead } from './dead.ts'
import { IndexDamaged } from './index-damaged.ts'
import { type Run, runsByTime } from './newest-first.ts'
import { prefixMark } from './prefixes.ts'
import { readFilters, readHead, whole } from './read-segment.ts'
import { wordsVersion } from './words.ts'

type Reading = Transaction<'readonly' | 'readwrite'>

/** Blocks that are kept, of 8 KB each. */
const mostKept = 1024

/** A segment as it is searched. */
export interface Part extends Order {
  head: StoredSegment
  /** The places that are dead, where any are: 1 for dead. */
  dead: Uint8Array | undefined
}

/** What a word is looked for by: the words that may be meant begin with `root`, and `prefix` is the entry of the index that says the same at once. */
export interface Root {
  root: string
  prefix?: string
  /** True where no other word than `root` is meant. */
  whole?: boolean
}

/** The blocks of a part in which a word may stand, and by which of the two. */
export interface Found {
  root: string
  blocks: { words: Uint8Array; positions?: Uint8Array }[]
}

/** The index as it stands. */
export interface Index {
  parts: readonly Part[]
  /** The order of their records. */
  runs: readonly Run[]
  /** The rows that are not in it. */
  waiting: SearchState['waiting']
}

/** What a page keeps of the index between two searches. */
export class IndexReader {
  readonly #most: number
  #changes = -1
  #parts: readonly Part[] = []
  #runs: readonly Run[] = []
  readonly #kept = new Map<string, Uint8Array>()
  readonly #filters = new Map<number, Filters>()

  /** Keeps `most` blocks. */
  constructor(most = mostKept) {
    this.#most = most
  }

  /** The index as it is now; undefined where it must be made anew. */
  async index(transaction: Reading): Promise<Index | undefined> {
    const state = await readSearchState(transaction)
    if (state.words !== wordsVersion) return undefined
    if (state.changes !== this.#changes) {
      const parts = await this.#read(transaction, state)
      this.#parts = parts
      this.#runs = runsByTime(parts)
      this.#changes = state.changes
    }
    return { parts: this.#parts, runs: this.#runs, waiting: state.waiting }
  }

  async #read(transaction: Reading, state: SearchState): Promise<Part[]> {
    const { segments } = state
    const known = new Map(this.#parts.map((part) => [part.head.segment, part]))
    const [dead, ...read] = await Promise.all([
      state.dead > 0 ? readDead(transaction, state) : new Set<number>(),
      ...segments.map(async ({ segment }) => {
        const part = known.get(segment)
        if (part) return part
        return readHead(transaction, segment)
      }),
    ])
    const there = new Set(segments.map(({ segment }) => segment))
    for (const key of this.#kept.keys())
      if (!there.has(Number(key.split('/')[1]))) this.#kept.delete(key)
    for (const segment of this.#filters.keys())
      if (!there.has(segment)) this.#filters.delete(segment)
    return read.map((part) => ({ ...part, dead: deadPlaces(part.numbers, dead) }))
  }

  /** For each of the parts, what its records are filtered by. */
  filters(transaction: Reading, parts: readonly Part[]): Promise<Filters[]> {
    return Promise.all(
      parts.map(async ({ head }) => {
        const filters = this.#filters.get(head.segment) ?? (await readFilters(transaction, head))
        this.#filters.set(head.segment, filters)
        return filters
      }),
    )
  }

  /** For each of the parts, the blocks that may hold what is looked for; with their positions where these are asked for. */
  async blocks(
    transaction: Reading,
    parts: readonly Part[],
    { root, prefix, whole = false }: Root,
    withPositions: boolean,
  ): Promise<Found[]> {
    const wanted = parts.map(({ head }) => {
      const hasEntry = prefix !== undefined && head.prefixes.includes(prefix)
      const by = hasEntry ? prefixMark + prefix : root
      return { head, by, numbers: numbersOfBlocks(head.first, by, hasEntry || whole) }
    })
    const reads = [
      this.#rows(transaction, 'blocks', wanted),
      withPositions ? this.#rows(transaction, 'positions', wanted) : undefined,
    ] as const
    const [words, positions] = await Promise.all(reads)
    return wanted.map(({ by, numbers }, i) => ({
      root: by,
      blocks: numbers.map((_, k) => ({
        words: words[i]?.[k] as Uint8Array,
        ...(positions ? { positions: positions[i]?.[k] as Uint8Array } : {}),
      })),
    }))
  }

  async #rows(
    transaction: Reading,
    name: 'blocks' | 'positions',
    wanted: readonly { head: StoredSegment; numbers: readonly number[] }[],
  ): Promise<Uint8Array[][]> {
    // Held from the start: what is kept may have to make room, for another search too, before all of it is there.
    const found = new Map<string, Uint8Array>()
    const missing: { head: StoredSegment; run: number[] }[] = []
    for (const { head, numbers } of wanted) {
      if (head.inline) continue
      const own = numbers.filter((n) => {
        const key = keyOf(name, head.segment, n)
        const kept = this.#kept.get(key)
        if (kept) found.set(key, kept)
        return !kept
      })
      for (const run of runsOf(own)) missing.push({ head, run })
    }
    const store = bareStore(transaction, name)
    const read = await resultsOf<Uint8Array[]>(
      missing.map(({ head: { segment }, run }) =>
        store.getAll(IDBKeyRange.bound([segment, run[0]], [segment, run.at(-1)])),
      ),
    )
    for (const [i, { head, run }] of missing.entries()) {
      const { segment, sums } = head
      if (read[i]?.length !== run.length) throw new IndexDamaged(`${name} of segment ${segment}`)
      for (const [k, n] of run.entries())
        found.set(keyOf(name, segment, n), whole(read[i]?.[k], sums?.[name][n]))
    }
    for (const [key, row] of found) keep(this.#kept, key, row, this.#most)
    return wanted.map(({ head, numbers }) =>
      numbers.map((n) => {
        const inline = name === 'blocks' ? head.inline?.words : head.inline?.positions
        const row = inline ? inline[n] : found.get(keyOf(name, head.segment, n))
        if (!row) throw new IndexDamaged(keyOf(name, head.segment, n))
        return row
      }),
    )
  }
}

function keyOf(name: string, segment: number, n: number): string {
  return `${name}/${segment}/${n}`
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

/** Which places hold one of these numbers, a byte each; undefined where none does. */
function deadPlaces(numbers: Uint32Array, dead: ReadonlySet<number>): Uint8Array | undefined {
  if (dead.size === 0) return undefined
  let places: Uint8Array | undefined
  // A few are looked up one by one, in a native loop; for many each place is asked.
  if (dead.size < 32) {
    for (const n of dead) {
      const place = numbers.indexOf(n)
      if (place < 0) continue
      places ??= new Uint8Array(numbers.length)
      places[place] = 1
    }
    return places
  }
  for (let place = 0; place < numbers.length; place++) {
    if (!dead.has(numbers[place] as number)) continue
    places ??= new Uint8Array(numbers.length)
    places[place] = 1
  }
  return places
}

/** Rising numbers as runs without gaps, each of which is one request. */
function runsOf(numbers: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const n of numbers) {
    const run = runs.at(-1)
    if (run && run.at(-1) === n - 1) run.push(n)
    else runs.push([n])
  }
  return runs
}

/** The numbers of the blocks, by the first word of each, in which words that begin with `root` may stand, or this word alone. */
function numbersOfBlocks(first: readonly string[], root: string, alone: boolean): number[] {
  const numbers: number[] = []
  for (let n = firstBlock(first, root); n < first.length; n++) {
    const word = first[n] ?? ''
    if (word > root && (alone || !word.startsWith(root))) break
    numbers.push(n)
  }
  return numbers
}

/** The last block whose first word is before `root`: a word of many postings goes over several blocks. 0 where none is. */
function firstBlock(first: readonly string[], root: string): number {
  let from = 0
  let to = first.length - 1
  while (from < to) {
    const middle = (from + to + 1) >> 1
    if ((first[middle] ?? '') < root) from = middle
    else to = middle - 1
  }
  return from
}
