import type { Page } from 'puppeteer'
import { waitUntil } from '../../../faults/support/wait.ts'
import type { Badge } from '../badge.ts'
import type { RunningFirefox } from './launch.ts'

/** Brings a tab to the front and waits until the toolbar button shows what is wanted over it; throws after 30 s with what it shows. */
export async function waitForFirefoxBadge(
  { desk }: RunningFirefox,
  page: Page,
  wanted: (badge: Badge) => boolean,
): Promise<void> {
  await page.bringToFront()
  let badge: Badge | undefined
  const read = () => desk.evaluate(readBadge)
  await waitUntil(async () => {
    badge = await read()
    return wanted(badge)
  }, 30_000).catch(() => {
    throw new Error(`the badge stayed ${JSON.stringify(badge)}`)
  })
}

async function readBadge(): Promise<Badge> {
  const { tabs, action } = Reflect.get(globalThis, 'browser')
  const [tab] = await tabs.query({ active: true, currentWindow: true })
  return {
    text: await action.getBadgeText({ tabId: tab.id }),
    title: await action.getTitle({ tabId: tab.id }),
  }
}
