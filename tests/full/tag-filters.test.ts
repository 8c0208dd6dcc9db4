import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { byRole } from '../e2e/support/by-role.ts'
import { eachLibraryPage } from '../e2e/support/each-library-page.ts'
import type { Running } from '../e2e/support/launch.ts'
import { look, savePaper, waitForCount, waitForFocus } from '../e2e/support/library-page.ts'
import { type OwnPage, openPopup } from '../e2e/support/own-page.ts'
import { press, waitForStatus } from '../e2e/support/popup.ts'
import { invented } from '../faults/support/invented.ts'

let running: Running
let library: OwnPage
let page: Page

eachLibraryPage((opened) => {
  ;({ running, library, page } = opened)
})

const rows = (count: number) =>
  page.waitForFunction((n) => document.querySelectorAll('.row').length === n, {}, count)
const isPressed = (tag: string) =>
  page
    .waitForSelector(byRole('button', tag))
    .then((button) => button?.evaluate((each) => each.ariaPressed))

test('a pressed tag that is renamed still narrows the list, and so it does when that is taken back; one that is deleted does not', async () => {
  for (const n of [1, 2, 3]) await savePaper(page, invented(n), { tags: n === 3 ? [] : ['alpha'] })
  await waitForCount(page, 'alpha', 2)
  await press(page, 'alpha')
  await rows(2)
  await press(page, 'Manage tags')
  await press(page, 'Rename alpha')
  await waitForFocus(page, 'New name for alpha')
  await page.keyboard.type('beta')
  await page.keyboard.press('Enter')
  await waitForStatus(page, 'Renamed “alpha” to “alphabeta” on 2 papers.')
  expect(await isPressed('alphabeta')).toBe('true')
  await rows(2)
  await press(page, 'Undo: Renamed “alpha” to “alphabeta” on 2 papers.')
  await waitForStatus(page, 'Undone')
  expect(await isPressed('alpha')).toBe('true')
  await rows(2)
  await press(page, 'Manage tags')
  await press(page, 'Delete the tag alpha')
  await rows(3)
})

test('2,000 tags stop neither the popup nor the library page', async () => {
  const tags = Array.from({ length: 2000 }, (_, n) => `tag ${n}`)
  await savePaper(page, invented(1), { tags })
  await waitForCount(page, 'tag 0', 1)
  await press(page, 'More tags')
  await page.waitForSelector(byRole('textbox', 'Find a tag'))
  await look(library, 'many-tags')
  await page.locator(byRole('textbox', 'Find a tag')).fill('1999')
  await press(page, 'tag 1999')
  await rows(1)
  await press(page, 'Manage tags')
  await page.waitForSelector('dialog .tag-list li')
  await look(library, 'many-tags-dialog')
  expect((await page.$$('dialog .tag-list li')).length).toBeLessThan(100)
  await page.keyboard.press('Escape')

  const tab = await running.browser.newPage()
  await tab.goto('about:blank')
  const popup = await openPopup(running, tab)
  await press(popup.page, 'More tags')
  await popup.page.waitForSelector(byRole('textbox', 'Find a tag'))
  await look(popup, 'popup-many-tags')
  expect((await popup.page.$$('.chip')).length).toBeLessThan(100)
  popup.assertNoErrors()
}, 120_000)
