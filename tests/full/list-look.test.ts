import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { eachLibraryPage } from '../e2e/support/each-library-page.ts'
import type { Running } from '../e2e/support/launch.ts'
import { look, savePaper, waitForCounts } from '../e2e/support/library-page.ts'
import { type OwnPage, openPopup } from '../e2e/support/own-page.ts'
import { press } from '../e2e/support/popup.ts'
import { invented } from '../faults/support/invented.ts'

let running: Running
let library: OwnPage
let page: Page

eachLibraryPage((opened) => {
  ;({ running, library, page } = opened)
})

/** How far one can go from the middle of each box to either side and still press it, in px of both sides together; the least of all. */
const leastTarget = (selector: string) =>
  page.$$eval(selector, (boxes) => {
    const sizes = boxes.flatMap((box) => {
      box.scrollIntoView({ block: 'center' })
      const { x, y, width, height } = box.getBoundingClientRect()
      const [left, top] = [x + width / 2, y + height / 2]
      const presses = (dx: number, dy: number) => {
        const hit = document.elementFromPoint(left + dx, top + dy)
        return hit === box || hit?.closest('label')?.control === box
      }
      const reach = (dx: number, dy: number) => {
        let far = 0
        while (far < 40 && presses(dx * (far + 0.5), dy * (far + 0.5))) far += 0.5
        return far
      }
      return [reach(1, 0) + reach(-1, 0), reach(0, 1) + reach(0, -1)]
    })
    return Math.min(...sizes)
  })

test('each box to tick can be pressed on 24 px at least, and looks as small as before', async () => {
  for (const n of [1, 2]) await savePaper(page, invented(n))
  await waitForCounts(page, { all: 2 })
  await page.waitForSelector('.row input')
  expect(await leastTarget('.row input')).toBeGreaterThanOrEqual(24)
  expect(await page.$eval('.row input', (box) => box.getBoundingClientRect().width)).toBe(16)
  const [first] = await page.$$('.row input')
  const { x = 0, y = 0 } = (await first?.boundingBox()) ?? {}
  await page.mouse.click(x + 22, y - 4)
  await page.waitForSelector('.bulk')
  await press(page, 'Settings')
  await page.waitForSelector('dialog[open] input[type=checkbox]')
  expect(await leastTarget('dialog[open] input[type=checkbox]')).toBeGreaterThanOrEqual(24)
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog[open]', { hidden: true })
  await press(page, 'Export…')
  await page.waitForSelector('dialog[open] input[type=radio]')
  expect(await leastTarget('dialog[open] input')).toBeGreaterThanOrEqual(24)
})

test('a short list cuts what is too long at two lines, with an ellipsis, as a long one does', async () => {
  const short = invented(1)
  const long = 'counting '.repeat(180)
  const word = 'donaudampfschifffahrt'.repeat(12)
  for (const [n, title] of [
    [1, long],
    [2, word],
  ] as const) {
    const paper = invented(n)
    await savePaper(
      page,
      { ...paper, item: { ...paper.item, title } },
      { tags: [word.slice(0, 190)] },
    )
  }
  await savePaper(page, {
    ...invented(3),
    item: { ...invented(3).item, title: short.item.title ?? '' },
  })
  await waitForCounts(page, { all: 3 })
  const rows = await page.$$eval('.row', (all) =>
    all.map((row) => {
      const words = row.querySelector('.row-words') as HTMLElement
      const about = row.querySelector('.row-about') as HTMLElement
      const line = Number.parseFloat(getComputedStyle(words).lineHeight)
      return {
        lines: Math.round(words.clientHeight / line),
        isCut: words.scrollHeight > words.clientHeight + 2,
        isWithin: words.scrollWidth <= words.clientWidth + 1,
        aboutLines: Math.round(
          about.clientHeight / Number.parseFloat(getComputedStyle(about).lineHeight),
        ),
        ellipsis: getComputedStyle(about).textOverflow,
      }
    }),
  )
  const cut = { lines: 2, isCut: true, isWithin: true, aboutLines: 1, ellipsis: 'ellipsis' }
  expect(rows).toEqual([{ ...cut, lines: 1, isCut: false }, cut, cut])
})

test('what the empty search field says has room in the popup, in each language, or ends in an ellipsis', async () => {
  await savePaper(page, invented(1))
  const tab = await running.browser.newPage()
  await tab.goto('about:blank')
  const popup = await openPopup(running, tab)
  await popup.page.waitForSelector('[type=search]')
  const folder = new URL('../../extension/public/_locales/', import.meta.url)
  const said = readdirSync(folder).map((locale) => {
    const path = new URL(`${locale}/messages.json`, folder)
    return JSON.parse(readFileSync(path, 'utf8')).searchPlaceholderBrief.message
  })
  const shown = await popup.page.$eval('[type=search]', (box) => Reflect.get(box, 'placeholder'))
  expect(said).toContain(shown)
  const { cut, tooLong } = await popup.page.$eval(
    '[type=search]',
    (box, texts) => {
      const { font, textOverflow, paddingInlineStart } = getComputedStyle(box)
      const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
      pen.font = font
      const room = box.clientWidth - 2 * Number.parseFloat(paddingInlineStart)
      return {
        cut: textOverflow,
        tooLong: texts.filter((text) => pen.measureText(text).width > room),
      }
    },
    said,
  )
  expect({ cut, tooLong }).toEqual({ cut: 'ellipsis', tooLong: [] })
  popup.assertNoErrors()
})

test('in an Arabic interface an empty box runs from right to left, and a typed one as its text does', async () => {
  await savePaper(page, invented(1))
  await page.evaluate(() =>
    Reflect.get(globalThis, 'chrome').storage.local.set({ 'setting:language': 'ar' }),
  )
  await page.waitForFunction(() => document.documentElement.dir === 'rtl')
  await page.locator('.row-title').click()
  await page.waitForSelector('.record-panel textarea')
  const directions = () =>
    page.$$eval(':is(input, textarea)[dir=auto]', (boxes) =>
      boxes.map((box) => getComputedStyle(box).direction),
    )
  const empty = await directions()
  expect(empty.length).toBeGreaterThanOrEqual(3)
  expect(new Set(empty)).toEqual(new Set(['rtl']))
  await look(library, 'library-arabic-empty')
  await page.type('[type=search]', 'tide')
  expect((await directions())[0]).toBe('ltr')
})
