import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from 'puppeteer'

/** Shows a page as it looks to a person who chose light or dark, and no movement, which a picture would catch half-way. */
export async function setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])
}

/** Takes a picture of a page, for people to look at, and gives its path: `node_modules/.cache/screenshots/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = resolve('node_modules/.cache/screenshots')
  await mkdir(folder, { recursive: true })
  const path = resolve(folder, `${name}.png`)
  await page.screenshot({ path })
  return path
}
