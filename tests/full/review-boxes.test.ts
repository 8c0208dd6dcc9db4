import type { ElementHandle, Page } from 'puppeteer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { byRole } from '../e2e/support/by-role.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openPopup } from '../e2e/support/own-page.ts'
import { openFixture } from '../e2e/support/pages.ts'
import { press, waitForStatus } from '../e2e/support/popup.ts'
import { storedDocuments } from '../e2e/support/stored-documents.ts'

let running: Running
let tab: Page
let popup: Page

beforeEach(async () => {
  running = await launch()
  tab = await openFixture(running, 'qxmd/bolverin')
  await openReview()
})

afterEach(() => running.close())

test('a reason to exclude outlives its popup, and stays a draft until the paper is excluded', async () => {
  await (await reasonBox()).type('wrong popul')
  await popup.close()
  await openReview()
  await expect.poll(async () => textIn(await reasonBox())).toBe('wrong popul')
  await (await reasonBox()).type('ation')
  await popup.keyboard.press('Escape')
  await popup.keyboard.press('x')
  await waitForStatus(popup, 'Excluded')
  expect(await stored('reason')).toEqual(['wrong population'])
  await popup.keyboard.press('u')
  await waitForStatus(popup, 'Undone')
  await expect.poll(async () => textIn(await reasonBox())).toBe('wrong population')
})

test('Escape leads out of the note, which is kept, and the keys decide again', async () => {
  await popup.waitForSelector('.review-paper')
  await popup.keyboard.press('n')
  await popup.keyboard.type('Read the methods')
  await popup.keyboard.press('Escape')
  await popup.keyboard.press('i')
  await waitForStatus(popup, 'Included')
  await expect.poll(() => stored('note')).toEqual(['Read the methods'])
  expect(await stored('decision')).toEqual(['include'])
})

async function openReview(): Promise<void> {
  popup = (await openPopup(running, tab)).page
  await popup.waitForSelector(byRole('tab', 'Review'))
  await press(popup, 'Review', 'tab')
}

async function reasonBox(): Promise<ElementHandle> {
  const box = await popup.waitForSelector(byRole('combobox', 'Reason to exclude'))
  if (!box) throw new Error('there is no box for a reason')
  return box
}

function textIn(box: ElementHandle): Promise<unknown> {
  return box.evaluate((element) => Reflect.get(element, 'value'))
}

async function stored(field: string): Promise<unknown[]> {
  return (await storedDocuments(popup, 'records')).map((record) => record[field])
}
