import { type Library, openLibrary } from '../../src/library/library.ts'
import { channelName } from '../channel.ts'
import { disk } from '../disk.ts'
import { exclusively } from '../index-lock.ts'
import { sentinelPlace } from '../sentinel-place.ts'

/**
 * The library as this page opens it; what it writes itself (an import) every other page of ours hears. `onBlocked` is told
 * while another page holds an older version of it open, and when that is over; a page that can say so waits as long as that takes.
 */
export function openPageLibrary(onBlocked?: (isBlocked: boolean) => void): Library {
  const channel = new BroadcastChannel(channelName)
  return openLibrary({
    ...(onBlocked && {
      patience: Number.POSITIVE_INFINITY,
      onBlocked: () => onBlocked(true),
      onOpen: () => onBlocked(false),
    }),
    now: () => Date.now(),
    sentinel: sentinelPlace,
    ...(disk && { disk }),
    exclusively,
    onChange: ({ ids, counter }) => channel.postMessage({ ids, counter }),
    onOutdated: () => location.reload(),
  })
}
