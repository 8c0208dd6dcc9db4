import type { LibraryRecord } from '../../item/record.ts'
import type { Transaction } from '../open.ts'
import type { SearchState } from '../schema.ts'
import { addDead } from './dead.ts'
import { indexedRecord } from './indexed.ts'
import { buildSegment } from './segment.ts'
import { rowsOfSegment } from './stored-segment.ts'
import { wordsVersion } from './words.ts'

/** What one transaction changes in the search index. */
export interface IndexChange {
  /** The row with this number is not found any more. */
  remove(n: number): void
  /** A record is found, by its row's number. */
  add(n: number, record: LibraryRecord): void
  /** Writes it all, and says in the index's state what it is now; the last call. */
  write(state: SearchState): void
}

/** Takes what is added, instead of a segment of its own: the rows are then on the list of what is not in the index yet. */
export type AddLater = (n: number, record: LibraryRecord) => void

/**
 * A change of the search index in a transaction: what is new becomes a segment of its own, unless there is somebody to take
 * it `later`. An index that another version made is left as it is, since it is made anew.
 */
export function changeIndex(transaction: Transaction<'readwrite'>, later?: AddLater): IndexChange {
  const removed: number[] = []
  const added = new Map<number, LibraryRecord>()

  function writeAdded(state: SearchState): void {
    if (added.size === 0) return
    if (later) {
      const numbers = [...added.keys()]
      state.waiting.push([Math.min(...numbers), Math.max(...numbers)])
      for (const [n, record] of added) later(n, record)
      return
    }
    const segment = state.next
    state.next += 1
    state.segments.push({ segment, count: added.size })
    const made = buildSegment([...added].map(([n, record]) => indexedRecord(record, n)))
    for (const row of rowsOfSegment(segment, made)) row.put(transaction)
  }

  return {
    remove(n) {
      if (!added.delete(n)) removed.push(n)
    },
    add(n, record) {
      added.set(n, record)
    },
    write(state) {
      if (removed.length === 0 && added.size === 0) return
      if (state.words !== wordsVersion) return
      addDead(transaction, state, removed)
      writeAdded(state)
      state.changes += 1
    },
  }
}
