import { capture } from '../src/capture/capture.ts'
import { type Capture, isPaper } from '../src/capture/page-kind.ts'

/** A capture, whether it would be offered as one paper, and how long it took. */
export interface Timed {
  capture: Capture
  paper: boolean
  /** Milliseconds. */
  ms: number
}

/** Captures the page that this script was put into; `url` and `now` as in `capture`. */
export function timed(url: string, now: string): Timed {
  const start = performance.now()
  const captured = capture(document, url, now)
  return { capture: captured, paper: isPaper(captured.kind), ms: performance.now() - start }
}
