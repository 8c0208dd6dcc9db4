import { afterEach, beforeEach, expect, test } from 'vitest'
import { runAxe } from './support/axe.ts'
import { byRole } from './support/by-role.ts'
import { launch, type Running } from './support/launch.ts'
import { followLink, openOwnPage } from './support/own-page.ts'
import { textOf } from './support/popup.ts'

let running: Running

beforeEach(async () => {
  running = await launch()
})

afterEach(() => running.close())

test('the page after the installation shows the three jobs, and leads to the library', async () => {
  const { page, assertNoErrors } = await openOwnPage(running, 'extension/welcome/index.html')
  await page.waitForSelector('.jobs')
  const heads = await page.$$eval('h1, h2', (all) => all.map((each) => each.textContent))
  expect(heads).toEqual(['Offprint is ready', 'Save', 'Tag and review', 'Export'])
  expect(await textOf(page)).toContain('By keyboard: Alt+Shift+S')
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ])
    expect(await runAxe(page)).toEqual([])
  }
  const library = await followLink(running, 'extension/library/', async () =>
    page.locator(byRole('link', 'Open library')).click(),
  )
  await library.page.waitForSelector('.library')
  library.assertNoErrors()
  assertNoErrors()
})
