import type { LibraryChanged } from '../messages.ts'

/** Changes that come within so many ms are told as one: a page that reads its list anew for each of 200 saves does nothing else. */
const pause = 200

/** Ids beyond so many are not told one by one: `LibraryChanged.ids` is then empty, which means any. */
const mostIds = 500

/**
 * A listener that is told the first change at once and, as long as others follow, all of a moment together; and what puts it to
 * rest, after which it hears nothing.
 */
export function gathering(listener: (change: LibraryChanged) => void): {
  listener: (change: LibraryChanged) => void
  stop(): void
} {
  let waiting: LibraryChanged | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    timer = undefined
    if (!waiting) return
    const change = waiting
    waiting = undefined
    timer = setTimeout(tell, pause)
    listener(change)
  }
  return {
    listener(change) {
      waiting = waiting ? together(waiting, change) : change
      if (timer === undefined) tell()
    },
    stop() {
      clearTimeout(timer)
      waiting = undefined
    },
  }
}

function together(a: LibraryChanged, b: LibraryChanged): LibraryChanged {
  const counter = Math.max(a.counter, b.counter)
  if (a.ids.length === 0 || b.ids.length === 0) return { ids: [], counter }
  const ids = [...new Set([...a.ids, ...b.ids])]
  return { ids: ids.length > mostIds ? [] : ids, counter }
}
