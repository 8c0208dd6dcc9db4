import { detect } from '../../src/detection/detect.ts'
import type { PageToBackground } from '../messages.ts'
import { onNavigation } from './navigation.ts'

/** The one place without the polyfill: it alone would be larger than everything that a page may cost. */
interface Runtime {
  id?: string
  sendMessage: (message: unknown) => Promise<unknown> | undefined
}

/** Set on this world's global, so that a page is watched once, whichever script came first. */
const mark = 'offprintWatching'

let said = ''

/**
 * Looks at the page at once, and tells the background what it shows when the page has nothing more urgent to do, unless
 * it is what was told last.
 */
export function announce(): void {
  const url = location.href
  const found = detect(document, location)
  whenIdle(() => {
    if (location.href === url) tell({ ...found, url })
    else announce()
  })
}

/** Runs something when the page is idle, at the latest after a second. */
export function whenIdle(callback: () => void): void {
  // Not every browser has it.
  if (Reflect.has(globalThis, 'requestIdleCallback'))
    requestIdleCallback(callback, { timeout: 1000 })
  else setTimeout(callback, 50)
}

function tell(body: Parameters<PageToBackground['page:detected']>[0]): void {
  // Not `browser`: where a browser has no such global, one is any element of the page that has it for an id.
  const runtime: Runtime | undefined = Reflect.get(globalThis, 'chrome')?.runtime
  // Without an id this script is an orphan of an extension that was updated or removed.
  if (!runtime?.id) return
  const saying = JSON.stringify(body)
  if (saying === said) return
  said = saying
  runtime.sendMessage({ name: 'page:detected', body })?.catch(() => undefined)
}

/** Tells the background of each page that comes without a load. */
export function watch(): void {
  // An element of the page that has it for a name would be there too, but not be true.
  if (Reflect.get(globalThis, mark) === true) return
  Reflect.set(globalThis, mark, true)
  onNavigation(() => {
    said = ''
    announce()
    // The new page's head is often written after its address.
    for (const delay of [500, 2000]) setTimeout(announce, delay)
  })
}
