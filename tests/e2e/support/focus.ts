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
