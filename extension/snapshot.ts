import browser from 'webextension-polyfill'
import type { RecordRow } from '../src/item/record.ts'
import type { Library } from '../src/library/library.ts'

/**
 * What the popup shows before the database is open: the newest rows, and how many there are. A large database takes up to a
 * second to open once the browser has closed it, `storage.local` a millisecond.
 */
export interface Snapshot {
  /** The counter of the library's transaction that it shows. */
  counter: number
  rows: RecordRow[]
  /** Records in the library. */
  records: number
  /** The tags most in use. */
  tags: { tag: string; count: number }[]
}

const key = 'snapshot'
const mostRows = 50
const mostTags = 12

/** After so long without another change the snapshot is written, in ms. */
const quiet = 150

/** The snapshot, as whoever wrote to the library last left it; undefined where there is none. */
export async function readSnapshot(): Promise<Snapshot | undefined> {
  const value: unknown = (await browser.storage.local.get(key))[key]
  // Our own code wrote it; where another version did, it has another form, or none.
  return isSnapshot(value) ? value : undefined
}

/** Gives a function that has the snapshot written when the library was changed. */
export function snapshotKeeper(library: Library): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      writeSnapshot(library).catch((error: unknown) => {
        console.error('Failed to write the snapshot', error)
      })
    }, quiet)
  }
}

async function writeSnapshot(library: Library): Promise<void> {
  const [{ counter, visible }, { rows }, tags] = await Promise.all([
    library.counts(),
    library.query({ first: mostRows }),
    library.tags(),
  ])
  const snapshot: Snapshot = {
    counter,
    rows,
    records: visible,
    tags: tags
      .map(({ tag, records }) => ({ tag, count: records }))
      .sort((a, b) => b.count - a.count)
      .slice(0, mostTags),
  }
  await browser.storage.local.set({ [key]: snapshot })
}

function isSnapshot(value: unknown): value is Snapshot {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rows' in value &&
    Array.isArray(value.rows) &&
    'tags' in value &&
    Array.isArray(value.tags) &&
    'records' in value &&
    typeof value.records === 'number'
  )
}
