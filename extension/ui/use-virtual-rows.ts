import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'

/** Rows beyond the edges that are made ready, so that none is missing while one scrolls. */
const overscan = 12

/** The rows of a long list that can be seen, of which alone there are elements, and of one more. */
export interface VirtualRows {
  items: readonly VirtualItem[]
  /** The places of those round what can be seen; the last one is none of them. */
  from: number
  to: number
  /** The first row that can be seen. */
  first(): number
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
 * every row that comes into sight (tasks of 240 ms; docs/benchmarks.md). The row at `kept` has an element wherever one scrolls.
 */
export function useVirtualRows(
  list: RefObject<HTMLElement | null>,
  count: number,
  rems: number,
  kept: number | undefined,
): VirtualRows {
  const [, redraw] = useReducer((turn: number, _: undefined) => turn + 1, 0)
  const [scroller, setScroller] = useState<Scroller>()
  const [rem, setRem] = useState(16)
  const made = useRef<{ of: Scroller['element']; virtual: Virtual }>(undefined)
  const each = rems * rem

  useLayoutEffect(() => {
    const look = () => {
      // A list that another thing stands in place of is nowhere.
      if (list.current?.checkVisibility()) {
        const now = scrollerOf(list.current)
        setScroller((before) => sameOr(before, now))
      }
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
  const indexes = useCallback(
    (range: Range) => withKept(defaultRangeExtractor(range), kept, range.count),
    [kept],
  )
  virtual?.set({
    count,
    overscan,
    rangeExtractor: indexes,
    estimateSize: () => each,
    getItemKey: keys,
    scrollMargin: scroller?.margin ?? 0,
    onChange: () => redraw(undefined),
  })
  const rows = virtual?.rows
  useLayoutEffect(() => rows?._didMount(), [rows])
  useLayoutEffect(() => rows?._willUpdate())

  const items = rows?.getVirtualItems() ?? []
  const { startIndex: start = 0, endIndex: end = -1 } = rows?.range ?? {}
  return {
    items,
    from: Math.max(0, start - overscan),
    to: Math.min(count, end + 1 + overscan),
    first: () => rows?.range?.startIndex ?? 0,
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
  'count' | 'overscan' | 'estimateSize' | 'getItemKey' | 'rangeExtractor' | 'scrollMargin'
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

/** Places in order, with one more among them, where the list is long enough. */
function withKept(indexes: number[], kept: number | undefined, count: number): number[] {
  if (kept === undefined || kept >= count || indexes.includes(kept)) return indexes
  return [...indexes, kept].sort((a, b) => a - b)
}

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
