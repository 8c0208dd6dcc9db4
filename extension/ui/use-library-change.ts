import { useEffect, useRef } from 'preact/hooks'
import type { LibraryChanged } from '../messages.ts'
import { useShell } from './shell.ts'

/** Calls back, with the newest closure, whenever any page or the background has written to the library. */
export function useLibraryChange(listener: (change: LibraryChanged) => void): void {
  const { onChange } = useShell()
  const newest = useRef(listener)
  newest.current = listener
  useEffect(() => onChange((change) => newest.current(change)), [onChange])
}
