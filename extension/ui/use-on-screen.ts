import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Calls back each time the referred element comes into view; does nothing where the browser cannot tell. */
export function useOnScreen<E extends Element>(callback: () => void): RefObject<E | null> {
  const element = useRef<E>(null)
  const newest = useRef(callback)
  newest.current = callback
  useEffect(() => {
    if (!element.current || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) newest.current()
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  })
  return element
}
