import type { Page } from 'puppeteer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openLibraryPage, savePaper, waitForNamed } from '../e2e/support/library-page.ts'
import { openOwnPage } from '../e2e/support/own-page.ts'
import { press, waitForStatus } from '../e2e/support/popup.ts'
import { invented } from '../faults/support/invented.ts'

let running: Running
let page: Page

beforeEach(async () => {
  running = await launch()
  ;({ page } = await openLibraryPage(running))
  const sections = [{ text: 'Each tide was read at the mole. '.repeat(300) }]
  for (const n of [1, 2, 3]) await savePaper(page, { ...invented(n), sections })
})

afterEach(() => running.close())

describe('in review', () => {
  test('the next paper begins at its title, however far one has read', async () => {
    await openReview('button')
    await decideFarDown()
    expect(await titleTop()).toBeGreaterThan(0)
    ;({ page } = await openOwnPage(running, 'extension/popup/index.html'))
    await page.setViewport({ width: 400, height: 600 })
    await openReview('tab')
    await decideFarDown()
    expect(await titleTop()).toBeGreaterThan(0)
  })

  test('what was skipped comes again, and what is saved at the end goes on', async () => {
    await openReview('button')
    const first = await shownTitle()
    await page.keyboard.press('j')
    await waitForTitle((title) => title !== first)
    for (const back of ['', '. Back to what was skipped: 1 paper is not decided yet']) {
      await page.keyboard.press('i')
      await waitForStatus(page, `Included${back}`)
    }
    expect(await shownTitle()).toBe(first)
    await page.keyboard.press('x')
    await page.waitForFunction(() =>
      document.body.innerText.includes('Every paper here is decided'),
    )
    await savePaper(page, invented(4))
    await waitForTitle((title) => title !== '' && title !== first)
    await page.waitForFunction(() => document.body.innerText.includes('3 of 4 reviewed'))
    // Where a paper is on, it stays on.
    const fourth = await shownTitle()
    await savePaper(page, invented(5))
    await page.waitForFunction(() => document.body.innerText.includes('3 of 5 reviewed'))
    expect(await shownTitle()).toBe(fourth)
  })

  test.each([
    ['button', 'library', 620, 450, ['.review-paper h2', '.section-text']],
    ['button', 'library', 320, 256, ['.review-paper h2']],
    ['tab', 'popup', 400, 300, ['.review-paper h2', '.section-text']],
  ] as const)(
    'the paper is in sight where the page is zoomed (%s of the %s, %d by %d px)',
    async (role, name, width, height, selectors) => {
      ;({ page } = await openOwnPage(running, `extension/${name}/index.html`))
      await page.setViewport({ width, height })
      await page.bringToFront()
      await openReview(role)
      const [seen, overflow] = await page.evaluate(whatIsSeen, [...selectors])
      expect(seen).toBe(true)
      expect(overflow).toBeLessThanOrEqual(0)
    },
  )
})

async function openReview(role: 'button' | 'tab'): Promise<void> {
  await press(page, 'Review', role)
  await waitForNamed(page, 'button', 'Include')
  await page.waitForSelector('.review-paper')
}

async function decideFarDown(): Promise<void> {
  const before = await page.$eval('.review-paper h2', ({ textContent }) => textContent)
  await page.$eval('.review-paper', (paper) => paper.scrollIntoView({ block: 'end' }))
  expect(await titleTop()).toBeLessThan(0)
  await page.keyboard.press('m')
  await waitForStatus(page, 'Put down as maybe')
  await page.waitForFunction(
    (former) => document.querySelector('.review-paper h2')?.textContent !== former,
    {},
    before,
  )
}

/** The title of the paper that is on; empty where none is. */
function shownTitle(): Promise<string> {
  return page.evaluate(() => document.querySelector('.review-paper h2')?.textContent ?? '')
}

function waitForTitle(is: (title: string) => boolean): Promise<void> {
  return expect.poll(async () => is(await shownTitle()), { timeout: 15_000 }).toBe(true)
}

function titleTop(): Promise<number> {
  return page.$eval('.review-paper h2', (title) => title.getBoundingClientRect().top)
}

/** Whether the first line of each of these can be seen, and how many px the page is too wide. */
function whatIsSeen(selectors: string[]): [seen: boolean, overflow: number] {
  const seen = selectors.every((selector) => {
    const text = document.querySelector(selector)
    const { left = 0, top = 0 } = text?.getClientRects()[0] ?? {}
    const hit = document.elementFromPoint(left + 5, top + 8)
    return text !== null && hit !== null && text.contains(hit)
  })
  return [seen, document.documentElement.scrollWidth - innerWidth]
}
