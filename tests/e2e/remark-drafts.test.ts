import type { Page } from 'puppeteer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { byRole } from './support/by-role.ts'
import { launch, type Running } from './support/launch.ts'
import { openPopup } from './support/own-page.ts'
import { openFixture } from './support/pages.ts'
import { pointerHand } from './support/pointer-hand.ts'
import { waitForStatus } from './support/popup.ts'
import { storedDocuments } from './support/stored-documents.ts'

let running: Running
let tab: Page
let popup: Page

beforeEach(async () => {
  running = await launch()
  tab = await openFixture(running, 'qxmd/bolverin')
  popup = (await openPopup(running, tab)).page
  await waitForStatus(popup, 'Saved to your library')
  await pointerHand(popup).press('Show all of it')
  await pointerHand(popup).highlightLast(12)
  await waitForStatus(popup, 'Highlighted')
})

afterEach(() => running.close())

test('a remark is kept though the popup closes in the middle of a word', async () => {
  await (await remarkBox()).type('Half a wo')
  await popup.close()
  popup = (await openPopup(running, tab)).page
  await expect.poll(async () => (await remarkBox()).evaluate(textIn)).toBe('Half a wo')
  await expect.poll(remarks).toEqual(['Half a wo'])
})

test('a remark is kept when its box is left, and said to be', async () => {
  await (await remarkBox()).type('A whole one')
  await popup.keyboard.press('Tab')
  await waitForStatus(popup, 'Changes saved')
  expect(await remarks()).toEqual(['A whole one'])
  expect(await (await remarkBox()).evaluate(textIn)).toBe('A whole one')
})

async function remarkBox() {
  const box = await popup.waitForSelector(byRole('textbox', 'Remark'))
  if (!box) throw new Error('there is no box for a remark')
  return box
}

function textIn(box: Element): unknown {
  return Reflect.get(box, 'value')
}

async function remarks(): Promise<unknown[]> {
  return (await storedDocuments(popup, 'highlights')).map(({ remark }) => remark)
}
