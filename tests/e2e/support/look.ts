import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { CDPSession, Page } from 'puppeteer'

/** How a person has the browser show pages: light, dark, or in the few colours of a high-contrast theme. */
export type Colours = 'light' | 'dark' | 'forced'

/** The emulation ends with its session, so that each page keeps one. */
const sessions = new WeakMap<Page, CDPSession>()

/**
 * Shows a page as it looks to a person who chose these colours, and no movement, which a picture would catch half-way. Puppeteer's
 * own call knows nothing of forced colours.
 */
export async function setColorScheme(page: Page, colours: Colours): Promise<void> {
  const session = sessions.get(page) ?? (await page.createCDPSession())
  sessions.set(page, session)
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      // The emulated theme is a dark one: what only looks right on white shows.
      { name: 'prefers-color-scheme', value: colours === 'light' ? 'light' : 'dark' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: colours === 'forced' ? 'active' : 'none' },
    ],
  })
}

/** Takes a picture of a page, for people to look at, and gives its path: `node_modules/.cache/screenshots/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = resolve('node_modules/.cache/screenshots')
  await mkdir(folder, { recursive: true })
  const path = resolve(folder, `${name}.png`)
  await page.screenshot({ path })
  return path
}
