import type { Page } from 'puppeteer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launch, type Running } from '../e2e/support/launch.ts'
import { look, openLibraryPage, waitForCount } from '../e2e/support/library-page.ts'
import type { OwnPage } from '../e2e/support/own-page.ts'
import { waitForStatus } from '../e2e/support/popup.ts'
import { backupFile, startImport } from '../faults/support/backup-file.ts'
import { withProfile } from '../faults/support/profile.ts'

let running: Running
let library: OwnPage
let page: Page

beforeEach(async () => {
  running = await launch()
  library = await openLibraryPage(running)
  page = library.page
})

afterEach(async () => {
  const errors = [...running.workerErrors, ...library.errors]
  await running.close()
  expect(errors).toEqual([])
})

/** The places of the rows that there are elements for, from 1, and how many rows are said to be. */
const rows = () =>
  page.$$eval('.rows .row', (all) => ({
    places: all.map((row) => Number(row.getAttribute('aria-posinset'))),
    of: Number(all[0]?.getAttribute('aria-setsize')),
    empty: all.filter((row) => row.ariaBusy === 'true').length,
  }))

const waitForPlace = (place: number) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector(`.rows .row[aria-posinset="${wanted}"]:not([aria-busy]) .row-title`),
    { timeout: 30_000 },
    place,
  )

const placeOfFocus = () =>
  page.evaluate(() =>
    Number(document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset')),
  )
test('a long list has elements for what is in sight alone, and goes by wheel and keyboard from end to end', async () => {
  await withProfile(async (folder) => {
    await startImport(page, await backupFile(folder, 3000))
    await waitForStatus(page, 'Imported', 60_000)
    await waitForCount(page, 'All', 3000)
    await page.waitForSelector('.rows.virtual .row')
    await waitForPlace(1)
    const first = await rows()
    expect(first.of).toBe(3000)
    expect(first.places.length).toBeLessThan(60)
    await look(library, 'long-list')

    await page.$eval('.list-pane', (pane) => {
      pane.scrollTop = pane.scrollHeight / 2
    })
    await page.waitForFunction(() => {
      const place = document.querySelector('.rows .row')?.getAttribute('aria-posinset')
      return Number(place) > 1000
    })
    const middle = await rows()
    expect(middle.places.length).toBeLessThan(60)
    await page.waitForFunction(() => !document.querySelector('.rows .row[aria-busy]'))

    const [place = 0] = middle.places.slice(20)
    await page.focus(`.rows .row[aria-posinset="${place}"] .row-title`)
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(
      (wanted) => document.activeElement?.closest(`[aria-posinset="${wanted}"]`),
      {},
      place + 1,
    )
    await page.keyboard.press('End')
    await waitForPlace(3000)
    await page.waitForFunction(() => document.activeElement?.closest('[aria-posinset="3000"]'))
    // It is in sight, and stays there when the rows beside it were measured.
    await page.waitForFunction(() => {
      const { bottom } = document.activeElement?.getBoundingClientRect() ?? {}
      return bottom !== undefined && bottom <= innerHeight
    })
    const title = await page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (wanted) => document.querySelector('.record-pane h2')?.textContent === wanted,
      {},
      title,
    )
    await page.keyboard.press('PageUp')
    await page.waitForFunction(() => !document.activeElement?.closest('[aria-posinset="3000"]'))
    expect(await placeOfFocus()).toBeGreaterThan(2950)
    await page.keyboard.press('Home')
    await page.waitForFunction(() => document.activeElement?.closest('[aria-posinset="1"]'))
  })
}, 180_000)
