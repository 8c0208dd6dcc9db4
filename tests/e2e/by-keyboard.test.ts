import { afterEach, describe, expect, test } from 'vitest'
import { launch, type Running } from './support/launch.ts'
import { tabTo, waitForFocus } from './support/library-page.ts'
import { openPopup } from './support/own-page.ts'
import { openFixture } from './support/pages.ts'
import { noteIn, waitForStatus } from './support/popup.ts'

let running: Running

afterEach(async () => {
  const errors = [...running.workerErrors]
  await running.close()
  expect(errors).toEqual([])
})

describe('by the keyboard alone', () => {
  test('a paper is saved, taken back, saved again, tagged, noted, corrected and deleted', async () => {
    running = await launch()
    const page = await openFixture(running, 'pubmed/lighthouse')
    const { page: popup, assertNoErrors } = await openPopup(running, page)
    await waitForStatus(popup, 'Saved to your library')
    await waitForFocus(popup, 'Tags')
    await tabTo(popup, 'Undo', 'back')
    await popup.keyboard.press('Enter')
    await waitForStatus(popup, 'Undone')
    await tabTo(popup, 'Save')
    await popup.keyboard.press('Enter')
    await waitForStatus(popup, 'Saved to your library')
    await tabTo(popup, 'Tags')
    await popup.keyboard.type('light')
    await popup.keyboard.press('Enter')
    await waitForStatus(popup, 'Tagged light')
    await tabTo(popup, 'Note')
    await popup.keyboard.type('Compare the doses.')
    await popup.keyboard.press('Tab')
    await waitForStatus(popup, 'Changes saved')

    await tabTo(popup, 'Edit')
    await popup.keyboard.press('Enter')
    await tabTo(popup, 'Volume')
    await popup.keyboard.type('7')
    await tabTo(popup, 'Done')
    await popup.keyboard.press('Enter')
    await waitForStatus(popup, 'Changes saved')
    await waitForFocus(popup, 'Edit')
    await tabTo(popup, 'Where each field came from')
    await popup.keyboard.press('Enter')
    await popup.waitForFunction(() =>
      /Title/.test(document.querySelector('.disclosure > div:not([hidden])')?.textContent ?? ''),
    )
    expect(await noteIn(popup)).toBe('Compare the doses.')

    await tabTo(popup, 'This page', 'back')
    await popup.keyboard.press('ArrowRight')
    await waitForFocus(popup, 'Library')
    await tabTo(popup, 'Search')
    await popup.keyboard.type('tag:light')
    await popup.waitForFunction(() => document.querySelectorAll('li.row').length === 1)
    await tabTo(popup, 'Evening light and sleep in lighthouse keepers: a randomized trial')
    await popup.keyboard.press('Enter')
    await waitForFocus(popup, 'Back')
    await tabTo(popup, 'Delete')
    await popup.keyboard.press('Enter')
    await waitForStatus(popup, 'Moved to the trash.')
    await tabTo(popup, 'Undo: Moved to the trash.')
    await popup.keyboard.press('Enter')
    await waitForStatus(popup, 'Undone')
    await popup.waitForFunction(() => document.querySelectorAll('li.row').length === 1)
    assertNoErrors()
  }, 60_000)
})
