import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { useQuietChange } from '../ui/use-quiet-change.ts'
import { useWork } from './work.ts'

/** How many pairs may be one paper; undefined until they are counted, which waits until the page has shown what it was opened for. */
export function useDuplicateCount(): number | undefined {
  const work = useWork()
  const [count, setCount] = useState<number>()
  const counting = useRef<AbortController | undefined>(undefined)
  const read = useCallback(() => {
    counting.current?.abort()
    counting.current = new AbortController()
    const { signal } = counting.current
    // Counts are an extra: an error that concerns more is told by what shows the papers.
    work.duplicateCount(signal).then(
      (found) => !signal.aborted && setCount(found),
      () => !signal.aborted && setCount(undefined),
    )
  }, [work])
  useEffect(() => {
    const waiting = requestIdleCallback(read)
    return () => {
      cancelIdleCallback(waiting)
      counting.current?.abort()
    }
  }, [read])
  useQuietChange(read)
  return count
}
