import { type Library, openLibrary } from '../../src/library/library.ts'
import type { LibraryChanged } from '../messages.ts'

const channel = new BroadcastChannel('offprint')
const listeners: ((change: LibraryChanged) => void)[] = []

/** The library, opened at the first use and again after the browser let go of it. */
export const library: Library = openLibrary({
  now: () => Date.now(),
  onChange: (change) => {
    channel.postMessage(change)
    for (const listener of listeners) listener(change)
  },
})

/** Calls back after each commit of the background's own; other pages' come by message. */
export function onCommit(listener: (change: LibraryChanged) => void): void {
  listeners.push(listener)
}
