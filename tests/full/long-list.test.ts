import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { eachLibraryPage } from '../e2e/support/each-library-page.ts'
import { expectFocusSeen } from '../e2e/support/focus.ts'
import type { Running } from '../e2e/support/launch.ts'
import { look, waitForCount } from '../e2e/support/library-page.ts'
import { type OwnPage, openPopup } from '../e2e/support/own-page.ts'
import { waitForStatus } from '../e2e/support/popup.ts'
import { backupFile, startImport } from '../faults/support/backup-file.ts'
import { withProfile } from '../faults/support/profile.ts'

let running: Running
let library: OwnPage
let page: Page

eachLibraryPage((opened) => {
  ;({ running, library, page } = opened)
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

test('Tab leads into one row of a long list and out of it again, into the opened paper; Escape leads back, though the row was scrolled away', async () => {
  const place = () =>
    page.evaluate(() => {
      const at = document.activeElement
      const row = at?.closest('.rows > .row')
      if (row) return `${row.ariaPosInSet} ${at?.matches('input') ? 'box' : 'title'}`
      return at?.closest('.record-panel') ? 'paper' : 'elsewhere'
    })
  await withProfile(async (folder) => {
    await startImport(page, await backupFile(folder, 300))
    await waitForStatus(page, 'Imported', 60_000)
    await page.waitForSelector('.rows.virtual .row')
    await waitForPlace(1)
    await page.focus('[type=search]')
    const stops = await stopsInList()
    expect(stops).toEqual(['1 box', '1 title'])
    expect(await place()).toBe('elsewhere')

    await page.focus('.rows .row[aria-posinset="5"] .row-title')
    await page.keyboard.press('PageDown')
    const there = await placeOfFocus()
    expect(there).toBeGreaterThan(8)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.record-panel')
    expect(await placeOfFocus()).toBe(there)
    await page.keyboard.press('Tab')
    expect(await place()).toBe('paper')
    await page.$eval('.list-pane', (pane) => {
      pane.scrollTop = pane.scrollHeight
    })
    await waitForPlace(300)
    expect((await rows()).places.length).toBeLessThan(60)
    await page.keyboard.press('Escape')
    expect(await placeOfFocus()).toBe(there)
    await expectFocusSeen(page)
    expect(await page.$('.record-panel')).not.toBeNull()
    await page.$eval('.list-pane', (pane) => {
      pane.scrollTop = pane.scrollHeight
    })
    await waitForPlace(300)
    await page.keyboard.press('ArrowDown')
    expect(await placeOfFocus()).toBe(there + 1)
    await expectFocusSeen(page)
  })

  /** Where Tab stops in the list, until it leaves it. */
  async function stopsInList(): Promise<string[]> {
    const stops: string[] = []
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press('Tab')
      const at = await place()
      if (/\d/.test(at)) stops.push(at)
      else if (stops.length > 0) return stops
    }
    return stops
  }
}, 180_000)

test('the popup’s long list is where it was when one comes back from a paper', async () => {
  await withProfile(async (folder) => {
    await startImport(page, await backupFile(folder, 300))
    await waitForStatus(page, 'Imported', 60_000)
    const tab = await running.browser.newPage()
    await tab.goto('about:blank')
    const popup = await openPopup(running, tab)
    const own = popup.page
    await own.waitForSelector('.rows.virtual .row')
    await own.focus('.rows .row[aria-posinset="1"] .row-title')
    await own.keyboard.press('End')
    await own.waitForFunction(() => document.activeElement?.closest('[aria-posinset="300"]'))
    await own.keyboard.press('Enter')
    await own.waitForSelector('.record-panel')
    await own.waitForFunction(() => document.activeElement?.matches('.back'))
    await own.keyboard.press('Enter')
    await own.waitForFunction(() => document.activeElement?.closest('[aria-posinset="300"]'))
    await expectFocusSeen(own)
    popup.assertNoErrors()
  })
}, 180_000)
