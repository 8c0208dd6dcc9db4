import type { Page } from 'puppeteer'
import { describe, expect, test } from 'vitest'
import { invented } from '../faults/support/invented.ts'
import { byRole } from './support/by-role.ts'
import { eachLibraryPage } from './support/each-library-page.ts'
import {
  look,
  savePaper,
  waitForCount,
  waitForCounts,
  waitForFocus,
  waitForNamed,
} from './support/library-page.ts'
import type { OwnPage } from './support/own-page.ts'
import { has, press, textOf, waitForStatus } from './support/popup.ts'

let library: OwnPage
let page: Page

eachLibraryPage((opened) => {
  ;({ library, page } = opened)
})

describe('highlights', () => {
  test('are made of a selection, remarked on, there again later, and lost aloud when their words go', async () => {
    await savePaper(page, invented(1))
    await waitForCounts(page, { all: 1 })
    await press(page, 'Tide number 1 at the mole')
    await page.waitForSelector('.section-text')
    const words = await selectWords(2)
    await press(page, 'Highlight')
    await waitForStatus(page, 'Highlighted')
    await page.locator(byRole('textbox', 'Remark')).fill('Compare with the mole.')
    await page.keyboard.press('Tab')
    await waitForStatus(page, 'Changes saved')
    await look(library, 'highlight')
    expect(await drawn()).toEqual([words])
    // The words that are marked change the text's elements, and leave what is drawn over it.
    const search = page.locator(byRole('searchbox', 'Search'))
    await search.fill(words.split(' ')[0] ?? '')
    await page.waitForSelector('.record-pane .section-text mark')
    expect(await drawn()).toEqual([words])
    await search.click({ count: 3 })
    await page.keyboard.press('Backspace')
    await page.waitForFunction(() => !document.querySelector('.record-pane .section-text mark'))
    expect(await drawn()).toEqual([words])

    await page.reload()
    await press(page, 'Tide number 1 at the mole')
    await page.waitForSelector('.highlight-item')
    await page.waitForFunction(() => CSS.highlights.has('offprint'))
    expect(await drawn()).toEqual([words])
    expect(await page.$eval('.highlight-remark textarea', (box) => box.value)).toBe(
      'Compare with the mole.',
    )
    await press(page, 'Remove highlight')
    await waitForStatus(page, 'The highlight was removed.')
    await page.waitForFunction(() => !document.querySelector('.highlight-item'))
    await press(page, 'Undo: The highlight was removed.')
    await page.waitForSelector('.highlight-item')

    await press(page, 'Highlight…')
    await waitForNamed(page, 'dialog', 'Highlight words')
    await look(library, 'highlight-dialog')
    await page.focus('dialog textarea')
    await page.keyboard.press('End')
    await page.keyboard.down('Shift')
    for (let n = 0; n < 8; n++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.up('Shift')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await waitForStatus(page, 'Highlighted')
    await page.waitForFunction(() => document.querySelectorAll('.highlight-item').length === 2)

    await press(page, 'Edit')
    await page.locator(byRole('textbox', 'Abstract text')).fill('Other words.')
    await press(page, 'Done')
    await waitForStatus(page, 'Changes saved')
    await page.waitForFunction(() =>
      document.body.innerText.includes('These words are no longer in the abstract.'),
    )
  })

  /** Selects so many words of the abstract; the words. */
  function selectWords(count: number): Promise<string> {
    return page.$eval(
      '.section-text',
      (section, wanted) => {
        const text = document.createTreeWalker(section, NodeFilter.SHOW_TEXT).nextNode()
        if (!text) throw new Error('no text')
        const end = (text.textContent ?? '').split(' ').slice(0, wanted).join(' ').length
        const range = document.createRange()
        range.setStart(text, 0)
        range.setEnd(text, end)
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
        return range.toString()
      },
      count,
    )
  }

  const drawn = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('offprint') ?? [])].map((range) => range.toString()),
    )
})

describe('work on many papers', () => {
  test('tags, decides and deletes what is ticked, and takes each back', async () => {
    for (let n = 1; n <= 8; n++) await savePaper(page, invented(n))
    await waitForCounts(page, { all: 8 })
    await press(page, 'Select Tide number 8 at the mole', 'checkbox')
    await press(page, 'Select all 8')
    await page.waitForFunction(() => document.body.innerText.includes('8 selected'))
    await press(page, 'Select Tide number 1 at the mole', 'checkbox')
    await page.waitForFunction(() => document.body.innerText.includes('7 selected'))
    await look(library, 'bulk')
    await press(page, 'Tag…')
    await waitForNamed(page, 'dialog', 'Tag 7 papers')
    // What stands in the box is meant too.
    await page.keyboard.type('salt')
    await press(page, 'Add')
    await waitForStatus(page, 'Done: 7 papers changed.')
    await waitForCounts(page, { tags: { salt: 7 } })
    await press(page, 'Undo: Done: 7 papers changed.')
    await waitForStatus(page, 'Undone')
    await waitForCounts(page, { tags: {} })

    await press(page, 'Maybe')
    await waitForCount(page, 'Maybe', 7)
    await press(page, 'Undo: Done: 7 papers changed.')
    await waitForCount(page, 'Maybe', 0)
    await press(page, 'Delete')
    await waitForCounts(page, { all: 1, trash: 7 })
    await press(page, 'Undo: Done: 7 papers changed.')
    await waitForCounts(page, { all: 8, trash: 0 })
    expect(await has(page, 'toolbar', 'Selected papers')).toBe(false)

    // Nor is one ticked that was deleted by itself.
    await press(page, 'Select Tide number 3 at the mole', 'checkbox')
    await press(page, 'Tide number 3 at the mole')
    await page.locator('.record-panel .danger').click()
    await waitForStatus(page, 'Moved to the trash')
    await page.waitForFunction(() => !document.querySelector('.bulk'))
    await press(page, 'Undo: Moved to the trash.')
    await waitForCounts(page, { all: 8, trash: 0 })

    await press(page, 'Overview')
    await waitForNamed(page, 'figure', 'Papers by year of publication')
    await press(page, 'As a table')
    expect(await textOf(page)).toContain('1908')
    await look(library, 'overview')
  })
})

describe('settings', () => {
  test('hold at once and stay', async () => {
    await press(page, 'Settings')
    await waitForNamed(page, 'dialog', 'Settings')
    await look(library, 'settings')
    await press(page, 'Ask before saving', 'checkbox')
    await page.locator(byRole('textbox', 'Words that speak for a paper')).fill('tide, mole')
    await press(page, 'Close')
    await waitForFocus(page, 'Settings')
    await page.reload()
    await press(page, 'Settings')
    await page.waitForFunction(() => {
      const box = document.querySelector<HTMLInputElement>('dialog input[type=checkbox]')
      const words = document.querySelector<HTMLTextAreaElement>('dialog textarea')
      return box?.checked && words?.value === 'tide, mole'
    })
  })
})
