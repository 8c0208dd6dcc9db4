import type { Page } from 'puppeteer'

/** Waits until something has the focus, in sight and so that it is seen; throws with what is amiss. */
export async function expectFocusSeen(page: Page): Promise<void> {
  let amiss: string | undefined
  for (const end = Date.now() + 3_000; Date.now() < end; ) {
    amiss = await page.evaluate(amissWithFocus)
    if (amiss === undefined) return
  }
  throw new Error(amiss)
}

/** What is amiss with where the focus is; runs in the page. */
function amissWithFocus(): string | undefined {
  const element = document.activeElement
  if (!element || element === document.body) return 'the focus is lost'
  const said = element.outerHTML.slice(0, 120)
  const drawn = [
    getComputedStyle(element),
    getComputedStyle(element, '::after'),
    ...[element.closest('.field')]
      .filter((field) => field !== null)
      .map((field) => getComputedStyle(field)),
  ]
  const ring = drawn.some(
    ({ outlineStyle, outlineWidth }) =>
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
  )
  if (!ring) return `nothing shows the focus on ${said}`
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const [x1, y1, x2, y2] = [
    Math.max(left, 0),
    Math.max(top, 0),
    Math.min(right, innerWidth),
    Math.min(bottom, innerHeight),
  ]
  const seen = [0.1, 0.5, 0.9].some((down) =>
    [0.1, 0.5, 0.9].some((along) => {
      const hit = document.elementFromPoint(x1 + (x2 - x1) * along, y1 + (y2 - y1) * down)
      return hit !== null && (element.contains(hit) || hit.closest('label')?.contains(element))
    }),
  )
  return x2 > x1 && y2 > y1 && seen ? undefined : `the focus is out of sight, on ${said}`
}

/** Whether Shift+Tab leads to an element in fewer steps than Tab, which a person sees; runs in the page. */
export function isNearerBack(target: Element): boolean {
  const root = document.querySelector('dialog:modal') ?? document.body
  const isStop = (element: Element): boolean => {
    if (!(element instanceof HTMLElement) || element.tabIndex < 0 || !element.checkVisibility())
      return false
    if (element.matches(':disabled')) return false
    return !(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked
  }
  const stops = [...root.querySelectorAll('a, button, input, textarea, select, [tabindex]')].filter(
    (element) => element === target || isStop(element),
  )
  const from = document.activeElement ?? document.body
  const isBehind = (element: Element) =>
    (from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const at = stops.indexOf(from)
  const firstBehind = stops.findIndex(isBehind)
  const start = at >= 0 ? at : firstBehind < 0 ? stops.length - 0.5 : firstBehind - 0.5
  const onward = (stops.indexOf(target) - start + stops.length) % stops.length
  return from !== document.body && onward > stops.length / 2
}
