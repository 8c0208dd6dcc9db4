import type { Page } from 'puppeteer'
import { waitUntil } from '../../faults/support/wait.ts'

/**
 * Waits until a function that runs in the page says that it is so; throws after `patience` ms. Puppeteer's own `waitForFunction` makes
 * code of text in the page, which in Firefox our content security policy stops.
 */
export function waitInPage(
  page: Page,
  isSo: (...given: string[]) => boolean,
  given: string[] = [],
  patience = 30_000,
): Promise<void> {
  return waitUntil(() => page.evaluate(isSo, ...given), patience)
}
