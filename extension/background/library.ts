import { type Library, openLibrary } from '../../src/library/library.ts'
import { channelName } from '../channel.ts'
import { disk } from '../disk.ts'
import { exclusively } from '../index-lock.ts'
import type { LibraryChanged } from '../messages.ts'
import { sentinelPlace } from '../sentinel-place.ts'

const channel = new BroadcastChannel(channelName)
const listeners: ((change: LibraryChanged) => void)[] = []

/** The library, opened at the first use and again after the browser let go of it. */
export const library: Library = openLibrary({
  now: () => Date.now(),
  sentinel: sentinelPlace,
  ...(disk && { disk }),
  exclusively,
  onChange: ({ ids, counter }) => {
    channel.postMessage({ ids, counter })
    for (const listener of listeners) listener({ ids, counter })
  },
})

/** Calls back after each commit of the background's own; other pages' come by message. */
export function onCommit(listener: (change: LibraryChanged) => void): void {
  listeners.push(listener)
}
