import type { Browser, Page } from 'puppeteer'
import { openPrivileged } from './own-page.ts'

/**
 * Opens a page of Firefox's own that runs with Firefox's own rights, so that a function that is evaluated in it can do what no page may:
 * look at the toolbar, answer a question of the browser's, open a private window.
 */
export function openCockpit(browser: Browser): Promise<Page> {
  return openPrivileged(browser, 'about:support')
}
