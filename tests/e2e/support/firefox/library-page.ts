import type { Page } from 'puppeteer'
import { waitForNamed } from '../library-page.ts'
import type { RunningFirefox } from './launch.ts'
import { openFirefoxPage } from './own-page.ts'

/** Opens the library page in front of the other tabs. */
export async function openFirefoxLibrary({ browser }: RunningFirefox): Promise<Page> {
  const page = await openFirefoxPage(browser, 'extension/library/index.html')
  await page.bringToFront()
  await waitForNamed(page, 'heading', 'Upkeep')
  return page
}
