import type { Page } from 'puppeteer'

/** The name of what has the focus, by its label or its text; empty where nothing has it. */
export function focusedInFirefox(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return ''
    const labels: NodeListOf<Element> | undefined = Reflect.get(element, 'labels') ?? undefined
    const label = element.getAttribute('aria-label')
    const copy = (labels?.[0] ?? element).cloneNode(true) as Element
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
    return (label ?? copy.textContent ?? '').replace(/\s+/g, ' ').trim()
  })
}
