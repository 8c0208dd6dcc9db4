import type { Page } from 'puppeteer'
import { expect } from 'vitest'
import type { OwnPage } from './own-page.ts'

/**
 * Notes from now on, in each document that the page loads, what its content security policy stops: `directive: what it stopped`. What
 * was noted in the document that it shows now is given by `violationsIn`.
 */
export async function watchViolations(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(listen)
  await page.evaluate(listen)
}

/** What was stopped in the document that the page shows. */
export function violationsIn(page: Page): Promise<string[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'violations'))
}

/** Fails where the policy stopped something in one of our pages, or something else went wrong in it. */
export async function expectPeace({ page, errors }: OwnPage): Promise<void> {
  expect(await violationsIn(page)).toEqual([])
  expect(errors).toEqual([])
}

function listen(): void {
  const seen: string[] = []
  Reflect.set(globalThis, 'violations', seen)
  // One on an element that was taken out of the document meanwhile is told of at the window.
  globalThis.addEventListener('securitypolicyviolation', (event) => {
    seen.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`.trim())
  })
}
