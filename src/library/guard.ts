import {
  type Damage,
  damageOf,
  parseSentinel,
  type Sentinel,
  type SentinelPlace,
  sentinelOf,
} from './sentinel.ts'
import { newDevice, readState } from './state.ts'
import type { Counts, Store } from './store.ts'

/** A store that is watched over with a sentinel. */
export interface GuardedStore extends Store {
  /** What is missing of the library; undefined where all is well. */
  damage(): Promise<Damage | undefined>
  /** Told before documents are removed for good, how many at most. */
  beforeRemoval(documents: number): Promise<void>
  /** The library as it is now is what is to be watched over, but for so many documents that are still missed. */
  accept(stillMissing: number): Promise<void>
  /** Told after each commit that wrote a record. */
  written(counts: Counts): void
  /** The database was opened, perhaps anew: it is looked at again. */
  opened(): void
}

/**
 * Watches over a store with a sentinel at `place`. While something is missing the sentinel stays as it is, so that nobody
 * forgets it; and whoever writes does so under a new device's name, since the newest patches of this one may be among what is
 * missing, and a number that is used twice is an edit lost when a backup is merged.
 */
export function guarded(store: Store, place: SentinelPlace): GuardedStore {
  let isWell = false

  async function find(): Promise<{ damage: Damage; sentinel: Sentinel } | undefined> {
    if (isWell) return undefined
    const [sentinel, state] = await Promise.all([readSentinel(), store.read(readState, ['meta'])])
    const damage = sentinel && damageOf(sentinel, state)
    if (damage) return { damage, sentinel }
    if (!sentinel && state) await writeSentinel(sentinelOf(state))
    isWell = true
    return undefined
  }

  /** A place that cannot be read is no reason to save nothing: the library is then unwatched for a while. */
  async function readSentinel(): Promise<Sentinel | undefined> {
    try {
      return parseSentinel(await place.read())
    } catch (error) {
      console.error('Failed to read how many papers there were', error)
      return undefined
    }
  }

  async function renewDevice(sentinel: Sentinel): Promise<void> {
    const damage = JSON.stringify(sentinel)
    const state = await store.read(readState, ['meta'])
    if (!state || state.renewedFor === damage) return
    await store.write('strict', async (change) => {
      Object.assign(await change.state, { device: newDevice(), n: 0, renewedFor: damage })
    })
  }

  async function writeSentinel(sentinel: Sentinel): Promise<void> {
    try {
      await place.write(sentinel)
    } catch (error) {
      console.error('Failed to note how many papers there are', error)
    }
  }

  async function note(counts: Counts): Promise<void> {
    if (!(await find())) await writeSentinel(sentinelOf(counts))
  }

  return {
    read: store.read,
    async write(durability, work, later) {
      const found = await find()
      if (found) await renewDevice(found.sentinel)
      return store.write(durability, work, later)
    },
    damage: async () => (await find())?.damage,
    async beforeRemoval(documents) {
      const state = await store.read(readState, ['meta'])
      if (!state || (await find())) return
      const left = Math.max(0, state.documents - documents)
      await writeSentinel({ ...sentinelOf(state), documents: left })
    },
    async accept(stillMissing) {
      const state = await store.read(readState, ['meta'])
      // Of a library that is empty to its last file there is nothing to watch over yet.
      const { documents, ...rest } = state
        ? sentinelOf(state)
        : { database: '', documents: 0, counter: 0 }
      await writeSentinel({ ...rest, documents: documents + stillMissing })
      isWell = false
    },
    written(counts) {
      void note(counts).catch(console.error)
    },
    opened() {
      isWell = false
    },
  }
}
