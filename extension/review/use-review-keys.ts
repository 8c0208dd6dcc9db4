import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Settings } from '../settings.ts'
import { actOf, leavesBox, type ReviewAct } from './review-keys.ts'

/** Does what the keys of review say as long as `view` is in sight; gives what `view` does with keys that are pressed in its boxes. */
export function useReviewKeys(
  view: RefObject<HTMLElement | null>,
  settings: Settings,
  act: (what: ReviewAct) => void,
): (event: KeyboardEvent) => void {
  const newest = useRef(act)
  newest.current = act
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // The popup keeps its tabs' panels: what is hidden hears nothing.
      if (view.current?.offsetParent === null) return
      const found = actOf(event, settings)
      if (!found) return
      event.preventDefault()
      newest.current(found)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [settings, view])

  return (event: KeyboardEvent) => {
    if (!leavesBox(event)) return
    // The browser would close the popup, and the tag box give up what was typed; left, each box keeps it.
    event.preventDefault()
    event.stopPropagation()
    view.current?.focus({ preventScroll: true })
  }
}
