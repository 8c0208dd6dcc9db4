import { useEffect, useRef } from 'preact/hooks'
import { useLibraryChange } from './use-library-change.ts'

/** So long nothing may have changed, in ms. */
const quiet = 700

/**
 * Calls back once the library has been left alone for a moment: for what is dear to read and may be late, such as counts. While an
 * import runs it waits; else the page would spend its time on counting what is changing.
 */
export function useQuietChange(listener: () => void): void {
  const newest = useRef(listener)
  newest.current = listener
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLibraryChange(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => newest.current(), quiet)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}
