import { Readability } from '@mozilla/readability'
import Defuddle from 'defuddle'
import { capture } from '../src/capture/capture.ts'
import { detect } from '../src/detection/detect.ts'

/** What is measured on a page. */
export type Work = 'floor' | 'detection' | 'capture' | 'readability' | 'defuddle'

/** Each gives something that depends on all it read, so that nothing is optimised away. */
const works: Readonly<Record<Work, (url: string, copy: Document) => number>> = {
  floor: () => {
    let length = 0
    for (const meta of document.querySelectorAll('meta')) {
      length += (meta.getAttribute('name') ?? '').length
      length += (meta.getAttribute('content') ?? '').length
    }
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) length += walker.currentNode.nodeValue?.length ?? 0
    return length
  },
  detection: () => detect(document, location).evidence.length,
  capture: (url) => capture(document, url, '2026-01-01T00:00:00.000Z').sections.length,
  readability: (_, copy) => new Readability(copy).parse()?.length ?? 0,
  defuddle: (url, copy) => new Defuddle(copy, { url }).parse().wordCount,
}

/** How each is measured: `warm` and `budget` in ms, and the least ms of a sample, below which calls are put together. */
interface Plan {
  warm: number
  budget: number
  sample: number
}

const plans: Readonly<Record<Work, Plan>> = {
  floor: { warm: 50, budget: 120, sample: 4 },
  detection: { warm: 50, budget: 120, sample: 4 },
  capture: { warm: 200, budget: 250, sample: 4 },
  readability: { warm: 150, budget: 350, sample: 0 },
  // Of no target: one call to compile it and one to see.
  defuddle: { warm: 1, budget: 1, sample: 0 },
}

/** Readability takes its document apart, so each call gets a copy, made outside the measure. */
const onCopy: readonly Work[] = ['readability', 'defuddle']

/** One work's figures on a page, in ms a call. */
export interface Figures {
  /** The first call in this page, when nothing was compiled yet. */
  first: number
  median: number
  min: number
  samples: number
}

/** The page's size in elements. */
export function size(): number {
  return document.querySelectorAll('*').length
}

/** Measures works on the page: each is warmed, then they take turns, 15 times or while their budget lasts. */
export function measure(names: readonly Work[], url: string): Partial<Record<Work, Figures>> {
  const running: Running[] = names.map((work) => ({ work, ...warmUp(work, url) }))
  for (let round = 0; round < 15; round++) {
    for (const each of running) {
      const enough = each.spent > 1000 ? 1 : 3
      if (each.spent > plans[each.work].budget && each.samples.length >= enough) continue
      const ms = sample(each.work, url, each.calls)
      each.samples.push(ms / each.calls)
      each.spent += ms
    }
  }
  return Object.fromEntries(
    running.map(({ work, first, samples }) => [
      work,
      { first, median: medianOf(samples), min: Math.min(...samples), samples: samples.length },
    ]),
  )
}

interface Running {
  work: Work
  /** How many calls make one sample: the browser's clock is coarse. */
  calls: number
  first: number
  samples: number[]
  spent: number
}

function warmUp(work: Work, url: string): Omit<Running, 'work'> {
  const first = sample(work, url, 1)
  const { warm, sample: least } = plans[work]
  if (first > 5000) return { first, calls: 1, samples: [first], spent: first }
  let spent = first
  let calls = 1
  while (spent < warm || calls < 5) {
    if (spent > warm * 3) break
    spent += sample(work, url, 1)
    calls++
  }
  if (least === 0) return { first, calls: 1, samples: [], spent: 0 }
  // The clock ticks in tenths of a ms, so what a single call takes is told by many.
  const one = Math.max(sample(work, url, 10) / 10, 0.001)
  return { first, calls: Math.min(1000, Math.ceil(least / one)), samples: [], spent: 0 }
}

/** Does a work `times` times, for a profiler to watch. */
export function repeat(work: Work, url: string, times: number): void {
  sample(work, url, times)
}

/** The duration of so many calls, in ms. */
export function sample(work: Work, url: string, times: number): number {
  const copies = onCopy.includes(work)
  let ms = 0
  let sum = 0
  for (let i = 0; i < (copies ? times : 1); i++) {
    const copy = copies ? copyOfPage() : document
    const start = performance.now()
    for (let k = 0; k < (copies ? 1 : times); k++) sum += works[work](url, copy)
    ms += performance.now() - start
  }
  if (Number.isNaN(sum)) throw new Error(`${work} gave no number`)
  return ms
}

function copyOfPage(): Document {
  const copy = document.cloneNode(true)
  if (!(copy instanceof Document)) throw new Error('a document’s copy is a document')
  return copy
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
