import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'

/** Rows beyond the edges that are made ready, so that none is missing while one scrolls. */
const overscan = 12

/** The rows of a long list that can be seen, of which alone there are elements. */
export interface VirtualRows {
  items: readonly VirtualItem[]
  /** The height of each row and of all, in px. */
  each: number
  height: number
  /** The rows' places are counted from here, in px. */
  margin: number
  scrollTo(index: number): void
  /** How many whole rows fit on the screen. */
  atOnce(): number
}

interface Scroller {
  element: HTMLElement | undefined
  margin: number
}

/**
 * What of `count` rows in `list` can be seen, whether its own pane scrolls or, where the window is small, the whole page. Each is
 * `rems` high, in the size of text that a person has set: were each measured, the places of 100,000 would be reckoned anew with
 * every row that comes into sight (tasks of 240 ms; docs/benchmarks.md).
 */
export function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  count: number,
  rems: number,
): VirtualRows {
  const [, redraw] = useReducer((turn: number, _: undefined) => turn + 1, 0)
  const [scroller, setScroller] = useState<Scroller>()
  const [rem, setRem] = useState(16)
  const made = useRef<{ of: Scroller['element']; virtual: Virtual }>(undefined)
  const each = rems * rem

  useLayoutEffect(() => {
    const look = () => {
      if (list.current) setScroller((before) => sameOr(before, scrollerOf(list.current as Element)))
      setRem(Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [list])

  if (scroller && (!made.current || made.current.of !== scroller.element)) {
    const { element } = scroller
    made.current = { of: element, virtual: element ? inElement(element) : inWindow() }
  }
  const virtual = made.current?.virtual
  // Another function for another height, since the rows reckon their places anew when it is another one.
  const keys = useCallback((index: number) => index, [each])
  virtual?.set({
    count,
    overscan,
    estimateSize: () => each,
    getItemKey: keys,
    scrollMargin: scroller?.margin ?? 0,
    onChange: () => redraw(undefined),
  })
  const rows = virtual?.rows
  useLayoutEffect(() => rows?._didMount(), [rows])
  useLayoutEffect(() => rows?._willUpdate())

  return {
    items: rows?.getVirtualItems() ?? [],
    each,
    height: rows?.getTotalSize() ?? count * each,
    margin: scroller?.margin ?? 0,
    scrollTo: (index) => rows?.scrollToIndex(index, { align: 'auto' }),
    atOnce: () => Math.max(1, Math.floor((rows?.scrollRect?.height ?? 0) / each) - 1),
  }
}

/** What is the same wherever the rows scroll. */
type Common = Pick<
  VirtualizerOptions<HTMLElement, HTMLElement>,
  'count' | 'overscan' | 'estimateSize' | 'getItemKey' | 'scrollMargin'
> & { onChange(): void }

interface Virtual {
  rows: Virtualizer<HTMLElement, HTMLElement> | Virtualizer<Window, HTMLElement>
  set(common: Common): void
}

function inElement(element: HTMLElement): Virtual {
  const own = {
    getScrollElement: () => element,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
  }
  const rows = new Virtualizer<HTMLElement, HTMLElement>({ ...own, ...none })
  return { rows, set: (common) => rows.setOptions({ ...own, ...common }) }
}

function inWindow(): Virtual {
  const own = {
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
  }
  const rows = new Virtualizer<Window, HTMLElement>({ ...own, ...none })
  return { rows, set: (common) => rows.setOptions({ ...own, ...common }) }
}

const none = { count: 0, estimateSize: () => 0 }

/** What an element scrolls in, and how far below its beginning it begins. */
function scrollerOf(element: Element): Scroller {
  const top = element.getBoundingClientRect().top
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (each === document.body) break
    if (!/auto|scroll/.test(getComputedStyle(each).overflowY)) continue
    const margin = top - each.getBoundingClientRect().top + each.scrollTop
    return { element: each, margin: Math.round(margin) }
  }
  return { element: undefined, margin: Math.round(top + scrollY) }
}

function sameOr(before: Scroller | undefined, now: Scroller): Scroller {
  return before?.element === now.element && before?.margin === now.margin ? before : now
}
