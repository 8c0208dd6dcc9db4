import { type CaptureOptions, capture } from '../src/capture/capture.ts'
import { type Capture, isPaper } from '../src/capture/page-kind.ts'
import { detect } from '../src/detection/detect.ts'
import { matchPortal } from '../src/portals/match.ts'

/** A capture, whether it would be offered as one paper, and how long it took. */
export interface Timed {
  capture: Capture
  paper: boolean
  /** Milliseconds. */
  ms: number
  /** Why the button lights up before any click: what the detector saw, `portal` where the address alone is known. */
  lit: string[]
}

/** Captures the page that this script was put into; `url`, `now` and `options` as in `capture`. */
export function timed(url: string, now: string, options: CaptureOptions = {}): Timed {
  const { evidence } = detect(document, new URL(url))
  const known = matchPortal(new URL(url)) ? ['portal'] : []
  const start = performance.now()
  const captured = capture(document, url, now, options)
  const ms = performance.now() - start
  return { capture: captured, paper: isPaper(captured.kind), ms, lit: [...evidence, ...known] }
}
