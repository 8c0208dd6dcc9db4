import type { Browser, Page } from 'puppeteer'
import { waitUntil } from '../../../faults/support/wait.ts'
import { host } from './address.ts'

/** Opens one of the extension's pages in a tab: `extension/library/index.html`. */
export function openFirefoxPage(browser: Browser, path: string): Promise<Page> {
  return openPrivileged(browser, `moz-extension://${host}/${path}`)
}

/**
 * Opens a page that Firefox does not let the web open. Firefox does not tell the driver when such a page has loaded, and going there
 * never ends; so the page itself is asked.
 */
export async function openPrivileged(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage()
  page.goto(url, { timeout: 0 }).catch(() => undefined)
  const isThere = (wanted: string) => location.href === wanted && document.readyState === 'complete'
  await waitUntil(() => page.evaluate(isThere, url).catch(() => false), 30_000).catch(() => {
    throw new Error(`${url} did not open: is the extension in this Firefox?`)
  })
  return page
}
