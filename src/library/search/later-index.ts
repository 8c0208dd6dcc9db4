import type { LibraryRecord } from '../../item/record.ts'
import { breathe } from '../breathe.ts'
import type { Store } from '../store.ts'
import { waitNoLonger } from './catch-up.ts'
import { indexedRecord } from './indexed.ts'
import { SegmentBuilder } from './segment.ts'
import { wordsVersion } from './words.ts'
import { writeApart } from './write-apart.ts'

/** Records of one segment: an import of a hundred thousand makes four. */
const inSegment = 32_768

/**
 * The part of the search index that an import makes: beside the records' own transactions, while these are written, and
 * without a segment for each of them. Until a segment is written its rows are on the list of what is not in the index.
 */
export class LaterIndex {
  readonly #store: Store
  #builder = new SegmentBuilder()
  #ranges: [from: number, to: number][] = []
  readonly #queue: [n: number, record: LibraryRecord][] = []

  constructor(store: Store) {
    this.#store = store
  }

  /** Takes the records of a transaction that was written, by their rows' numbers. */
  take(written: readonly [n: number, record: LibraryRecord][]): void {
    if (written.length === 0) return
    const numbers = written.map(([n]) => n)
    this.#ranges.push([Math.min(...numbers), Math.max(...numbers)])
    this.#queue.push(...written)
  }

  /** Works on some of what was taken. */
  work(most: number): void {
    for (const [n, record] of this.#queue.splice(0, most))
      this.#builder.add(indexedRecord(record, n))
  }

  /** Writes what was taken, once it is enough for a segment; `all` of it at the end. */
  async write(all = false): Promise<void> {
    if (!all && this.#builder.size + this.#queue.length < inSegment) return
    while (this.#queue.length > 0) {
      this.work(64)
      await breathe()
    }
    const [builder, ranges] = [this.#builder, this.#ranges]
    if (builder.size === 0) return
    this.#builder = new SegmentBuilder()
    this.#ranges = []
    const made = await builder.finishSlowly(breathe)
    await writeApart(
      this.#store,
      made,
      [],
      (_, state) =>
        state.words === wordsVersion && ranges.every((range) => waitNoLonger(state, range)),
    )
  }
}
