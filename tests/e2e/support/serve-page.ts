import type { HTTPRequest, Page } from 'puppeteer'

/** What is served at one address. */
interface Served {
  body: string
  contentType: string
}

const served = new WeakMap<Page, Map<string, Served>>()

/** How to serve. */
export interface ServeOptions {
  contentType?: string
  /** What becomes of the tab's other requests: refused, or, for a person who looks round, let through. */
  others?: 'refuse' | 'allow'
}

/**
 * Opens a page at its true address: `body` is what the server would send. A tab keeps the pages it was served, so
 * that links between them and going back work.
 */
export async function servePage(
  page: Page,
  url: string,
  body: string,
  { contentType = 'text/html; charset=utf-8', others = 'refuse' }: ServeOptions = {},
): Promise<void> {
  const pages = served.get(page) ?? new Map<string, Served>()
  pages.set(withoutFragment(url), { body, contentType })
  if (!served.has(page)) {
    served.set(page, pages)
    await page.setRequestInterception(true)
    page.on('request', (request) => answer(request, pages, others).catch(unlessGone))
  }
  await page.goto(url, { waitUntil: 'load' })
}

async function answer(
  request: HTTPRequest,
  pages: Map<string, Served>,
  others: 'refuse' | 'allow',
): Promise<void> {
  const page = request.isNavigationRequest() ? pages.get(withoutFragment(request.url())) : undefined
  if (page) return request.respond({ status: 200, ...page })
  if (others === 'allow' || /^(data|blob|chrome-extension|moz-extension):/.test(request.url()))
    return request.continue()
  return request.abort('blockedbyclient')
}

/** Firefox asks about requests that it answers by itself, such as those for `data:`, and does not wait. */
function unlessGone(error: unknown): void {
  if (!String(error).includes('no such request')) throw error
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '')
}
