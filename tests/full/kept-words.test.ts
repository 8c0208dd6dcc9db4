import { afterEach, beforeEach, expect, test } from 'vitest'
import { tabIdOf } from '../e2e/support/badge.ts'
import { byRole } from '../e2e/support/by-role.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openPopup } from '../e2e/support/own-page.ts'
import { openFixture } from '../e2e/support/pages.ts'
import { press, waitForStatus } from '../e2e/support/popup.ts'
import { storedDocuments } from '../e2e/support/stored-documents.ts'

let running: Running

beforeEach(async () => {
  running = await launch()
})

afterEach(() => running.close())

test('a title that was typed comes back after an Undo, and an abstract after a selection, with its sections', async () => {
  const tab = await openFixture(running, 'pubmed/lighthouse')
  const first = await openPopup(running, tab)
  await waitForStatus(first.page, 'Saved to your library')
  await press(first.page, 'Edit')
  await (await first.page.waitForSelector(byRole('textbox', 'Title')))?.type(' Again.')
  const second = await first.page.waitForSelector(byRole('textbox', 'Section 2, text'))
  await second?.type(' As typed.')
  await press(first.page, 'Done')
  await waitForStatus(first.page, 'Changes saved.')
  await press(first.page, 'Undo')
  await waitForStatus(first.page, 'Undone')
  await press(first.page, 'Save')
  await waitForStatus(first.page, 'Saved again, with its tags, notes and edits from before')
  await first.page.close()
  const [typed] = await storedDocuments((await openPopup(running, tab)).page, 'records')
  expect(typed?.title).toContain(' Again.')
  expect(JSON.stringify(typed?.sections)).toContain(' As typed.')

  await tab.evaluate(() =>
    getSelection()?.selectAllChildren(document.querySelector('h1') ?? document),
  )
  const tabId = await tabIdOf(running, tab)
  await (await running.worker()).evaluate(async (id) => {
    const chrome = Reflect.get(globalThis, 'chrome')
    chrome.contextMenus.onClicked.dispatch(
      { menuItemId: 'save-selection' },
      await chrome.tabs.get(id),
    )
  }, tabId)
  const next = await openPopup(running, tab)
  const sections = async () => (await storedDocuments(next.page, 'records'))[0]?.sections
  await expect.poll(async () => JSON.stringify(await sections())).not.toContain(' As typed.')
  await next.page.reload()
  await press(next.page, 'Where each field came from')
  await next.page.waitForSelector('.sources')
  const use = await next.page.waitForSelector(
    'button[aria-label^="Use this for Abstract text"][aria-label*="As typed."]',
  )
  await use?.click()
  await expect.poll(sections).toEqual(typed?.sections)
  next.assertNoErrors()
}, 120_000)
