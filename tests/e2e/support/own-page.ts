import type { Page, Target } from 'puppeteer'
import { collectErrors } from './errors.ts'
import type { Running } from './launch.ts'

/** One of the extension's own pages: the popup, or the library in a tab. */
export interface OwnPage {
  page: Page
  /** What went wrong in it so far. */
  errors: string[]
  /** Throws, naming them, when anything went wrong in it. */
  assertNoErrors(): void
}

/** Clicks the toolbar button while `page` is in front, as a person does, and gives the popup that opens. */
export async function openPopup(running: Running, page: Page): Promise<OwnPage> {
  const url = ownUrl(running, 'extension/popup/index.html')
  const earlier = new Set(running.browser.targets())
  const opened = running.browser.waitForTarget(
    (target) => target.url() === url && !earlier.has(target),
    { timeout: 15_000 },
  )
  await page.bringToFront()
  const [target] = await Promise.all([opened, page.triggerExtensionAction(running.extension)])
  return watched(target, await target.asPage())
}

/** Opens one of the extension's pages in a tab: `extension/library/index.html`. */
export async function openOwnPage(running: Running, path: string): Promise<OwnPage> {
  const page = await running.browser.newPage()
  const own = await watched(page.target(), page)
  await page.goto(ownUrl(running, path), { waitUntil: 'load' })
  return own
}

/** Gives the page that a click in one of ours opens in a tab of its own. */
export async function followLink(
  running: Running,
  path: string,
  click: () => Promise<unknown>,
): Promise<OwnPage> {
  const earlier = new Set(running.browser.targets())
  const opened = running.browser.waitForTarget(
    (target) => target.url().startsWith(ownUrl(running, path)) && !earlier.has(target),
    { timeout: 15_000 },
  )
  // The popup closes when a tab comes to the front, and the click in it then never reports back.
  const clicked = click()
  clicked.catch(() => undefined)
  const target = await opened.catch(() => clicked.then(() => opened))
  return watched(target, await target.asPage())
}

/** The address of a file of the extension. */
export function ownUrl({ id }: Running, path: string): string {
  return `chrome-extension://${id}/${path}`
}

async function watched(target: Target, page: Page): Promise<OwnPage> {
  const errors = await collectErrors(await target.createCDPSession())
  const assertNoErrors = () => {
    if (errors.length > 0) throw new Error(`errors in ${page.url()}:\n${errors.join('\n')}`)
  }
  return { page, errors, assertNoErrors }
}
