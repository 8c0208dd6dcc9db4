import { type Library, openLibrary } from '../../src/library/library.ts'
import { exclusively } from '../index-lock.ts'
import { sentinelPlace } from '../sentinel-place.ts'

/** Where our pages and the background tell each other of what they have written. */
export const channelName = 'offprint'

/** The library as this page opens it; what it writes itself (an import) every other page of ours hears. */
export function openPageLibrary(): Library {
  const channel = new BroadcastChannel(channelName)
  return openLibrary({
    now: () => Date.now(),
    sentinel: sentinelPlace,
    exclusively,
    onChange: ({ ids, counter }) => channel.postMessage({ ids, counter }),
    onOutdated: () => location.reload(),
  })
}
