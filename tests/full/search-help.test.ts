import type { Page } from 'puppeteer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { byRole } from '../e2e/support/by-role.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import {
  focused,
  look,
  openLibraryPage,
  savePaper,
  waitForCounts,
} from '../e2e/support/library-page.ts'
import { type OwnPage, openPopup } from '../e2e/support/own-page.ts'
import { press, textOf } from '../e2e/support/popup.ts'
import { invented } from '../faults/support/invented.ts'

let running: Running
let library: OwnPage

beforeEach(async () => {
  running = await launch()
  library = await openLibraryPage(running)
  for (const n of [1, 2, 3])
    await savePaper(library.page, invented(n), { tags: n === 1 ? ['salt', 'two words'] : ['salt'] })
  await waitForCounts(library.page, { all: 3 })
})

afterEach(async () => {
  const errors = [...running.workerErrors, ...library.errors]
  await running.close()
  expect(errors).toEqual([])
})

/** What the search field is described by, as the browser tells a screen reader. */
async function description(page: Page): Promise<string> {
  const session = await page.createCDPSession()
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const field = nodes.find(
    ({ role, name }) => role?.value === 'searchbox' && name?.value === 'Search',
  )
  return String(field?.description?.value ?? '').replaceAll(/[\u2068\u2069]/g, '')
}

/** Goes through the help by the keyboard, from the empty field to a search that is understood. */
async function goThrough(own: OwnPage, name: string): Promise<void> {
  const { page } = own
  await page.focus(byRole('searchbox', 'Search'))
  await page.waitForSelector(byRole('toolbar', 'Search suggestions'))
  await look(own, `${name}-hints`)
  await page.keyboard.press('Escape')
  await page.waitForSelector(byRole('toolbar', 'Search suggestions'), { hidden: true })
  await page.keyboard.type('is:')
  await page.waitForSelector(byRole('button', 'unread To review'))
  await look(own, `${name}-hints-values`)
  await page.keyboard.type('foo')
  await page.waitForSelector('.search-trouble')
  expect(await description(page)).toBe(
    '“is:foo” is not understood here: write is:unread, is:include, is:maybe, is:exclude, or is:assessed.',
  )
  await look(own, `${name}-trouble`)
  // The browser's own way to empty the field.
  await page.keyboard.press('Escape')
  await page.waitForSelector('.search-trouble', { hidden: true })
  await page.keyboard.type('tag:')
  await page.waitForSelector(byRole('button', 'salt 3'))
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter'] as const) await page.keyboard.press(key)
  expect(await focused(page)).toBe('Search')
  await page.waitForFunction(() => document.querySelectorAll('.row').length === 1)
  expect(await page.$eval('[type=search]', (box) => Reflect.get(box, 'value'))).toBe(
    'tag:"two words" ',
  )
}

test('the library page helps with the search by keyboard, and says what it does not understand', async () => {
  const { page } = library
  await page.focus(byRole('searchbox', 'Search'))
  await page.waitForSelector(byRole('toolbar', 'Search suggestions'))
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('tag: Tags')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Import…')
  await page.waitForSelector(byRole('toolbar', 'Search suggestions'), { hidden: true })
  await goThrough(library, 'search-page')
})

test('so does the popup; and what stands below the help is pressed in one go', async () => {
  const tab = await running.browser.newPage()
  await tab.goto('about:blank')
  const popup = await openPopup(running, tab)
  await popup.page.waitForSelector('.row-title')
  await goThrough(popup, 'search-popup')
  await popup.page.locator(byRole('searchbox', 'Search')).click({ count: 3 })
  await popup.page.keyboard.press('Backspace')
  await popup.page.waitForFunction(() => document.querySelectorAll('.row').length === 3)
  await press(popup.page, 'Tide number 3 at the mole')
  await popup.page.waitForSelector('.record-panel')
  expect(await textOf(popup.page)).toContain('Tide number 3')
  popup.assertNoErrors()
})
