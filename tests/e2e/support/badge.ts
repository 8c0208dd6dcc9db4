import type { Page } from 'puppeteer'
import type { Browser } from 'webextension-polyfill'
import type { Running } from './launch.ts'

/** As it stands in the worker, where the functions below run. */
declare const chrome: Browser

/** What the toolbar button shows for a tab. */
export interface Badge {
  text: string
  /** The tooltip, which is also what a screen reader says. */
  title: string
}

/** A paper of the library. */
export const saved = ({ text }: Badge): boolean => text === '✓'

/** A paper that is not in the library. */
export const found = ({ text }: Badge): boolean => text === '+'

const known = new WeakMap<Page, number>()

/**
 * The number by which the browser knows a tab. The first time it brings the tab to the front, which takes the
 * focus from a popup: ask before one is open.
 */
export async function tabIdOf(running: Running, page: Page): Promise<number> {
  const before = known.get(page)
  if (before !== undefined) return before
  await page.bringToFront()
  const worker = await running.worker()
  // Without a permission for its host a tab's address is hidden, so it is known by being in front.
  const id = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' })
    return tab?.id
  })
  if (id === undefined) throw new Error('no tab is in front')
  known.set(page, id)
  return id
}

/** Reads the badge of a tab. */
export async function readBadge(running: Running, page: Page): Promise<Badge> {
  const tabId = await tabIdOf(running, page)
  const worker = await running.worker()
  return worker.evaluate(
    async (tab) => ({
      text: await chrome.action.getBadgeText({ tabId: tab }),
      title: await chrome.action.getTitle({ tabId: tab }),
    }),
    tabId,
  )
}

/** Waits until a tab's badge is as wanted; throws with what it was instead after `patience` ms. */
export async function waitForBadge(
  running: Running,
  page: Page,
  wanted: (badge: Badge) => boolean,
  patience = 5_000,
): Promise<Badge> {
  const end = Date.now() + patience
  for (;;) {
    const badge = await readBadge(running, page)
    if (wanted(badge)) return badge
    if (Date.now() > end) throw new Error(`the badge stayed ${JSON.stringify(badge)}`)
    await new Promise((wake) => setTimeout(wake, 50))
  }
}
