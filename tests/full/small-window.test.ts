import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { eachLibraryPage } from '../e2e/support/each-library-page.ts'
import { expectFocusSeen } from '../e2e/support/focus.ts'
import { keyboardHand } from '../e2e/support/keyboard-hand.ts'
import { look, savePaper, waitForCounts, waitForFocus } from '../e2e/support/library-page.ts'
import type { OwnPage } from '../e2e/support/own-page.ts'
import { press, waitForStatus } from '../e2e/support/popup.ts'
import { invented } from '../faults/support/invented.ts'

let library: OwnPage
let page: Page

eachLibraryPage(async (opened) => {
  ;({ library, page } = opened)
  for (let n = 1; n <= 12; n++) await savePaper(page, invented(n))
  await waitForCounts(page, { all: 12 })
})

const titleOf = (n: number) => `Tide number ${n} at the mole`

/** Whether all of an element is on the screen. */
const isOnScreen = (selector: string) =>
  page.$eval(selector, (element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })

test.each([
  ['narrow, as at 200 %', { width: 620, height: 450 }],
  ['low', { width: 1000, height: 450 }],
])(
  'in a window that is %s, a paper takes the place of the list, in sight and with the focus, and leads back to its row',
  async (_name, viewport) => {
    await page.setViewport(viewport)
    await press(page, titleOf(2))
    await waitForFocus(page, 'Back')
    expect(await isOnScreen('.record-pane .back')).toBe(true)
    expect(await isOnScreen('.record-panel h2')).toBe(true)
    await look(library, `small-${viewport.width}`)
    // What Tab comes to next stands below, in the paper.
    await page.keyboard.press('Tab')
    expect(
      await page.evaluate(() => document.activeElement?.closest('.record-panel') !== null),
    ).toBe(true)
    await page.keyboard.press('Escape')
    await waitForFocus(page, titleOf(2))
    await expectFocusSeen(page)
    expect(await page.$('.record-panel')).toBeNull()

    await page.keyboard.press('Enter')
    await waitForFocus(page, 'Back')
    await expectFocusSeen(page)
    await page.keyboard.press('Enter')
    await waitForFocus(page, titleOf(2))

    await page.keyboard.press('Enter')
    await waitForFocus(page, 'Back')
    await press(page, 'Delete')
    await waitForStatus(page, 'Moved to the trash')
    await waitForCounts(page, { all: 11 })
    // The row that is in its place, and none of its buttons.
    await waitForFocus(page, titleOf(1))
    expect(await page.evaluate(() => document.activeElement?.matches('li'))).toBe(true)
    expect(await isOnScreen('li:focus')).toBe(true)
  },
  60_000,
)

test('in a narrow window the sidebar is one line that unfolds, and what is chosen there is in sight', async () => {
  const folds = () =>
    page.$$eval('.side-pane button', (buttons) =>
      buttons.filter((button) => button.checkVisibility()).map(({ textContent }) => textContent),
    )
  expect(await folds()).not.toContain('Library: All')
  await page.setViewport({ width: 620, height: 450 })
  const hand = keyboardHand(page)
  expect(await folds()).toEqual(['Library: All'])
  expect(await isOnScreen('.rows > .row')).toBe(true)
  for (const [chosen, named, seen] of [
    ['Overview', 'Library: Overview', '.chart figcaption'],
    ['To review', 'Library: To review', '.rows > .row'],
    ['Trash', 'Library: Trash', '.empty, .pane-head'],
    ['All', 'Library: All', '.rows > .row'],
  ] as const) {
    await hand.press((await folds())[0] ?? '')
    await hand.press(chosen)
    await waitForFocus(page, named)
    await expectFocusSeen(page)
    expect(await folds()).toEqual([named])
    await page.waitForSelector(seen)
    expect(await isOnScreen(seen)).toBe(true)
  }
  await look(library, 'small-folded')
}, 60_000)
