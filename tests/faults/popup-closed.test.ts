import type { Page } from 'puppeteer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tabIdOf } from '../e2e/support/badge.ts'
import { byRole } from '../e2e/support/by-role.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openPopup } from '../e2e/support/own-page.ts'
import { noteIn, press, waitForStatus } from '../e2e/support/popup.ts'
import { servePage } from '../e2e/support/serve-page.ts'
import { openDesk, stored } from './support/desk.ts'
import { doiOf, inventedPage } from './support/invented.ts'
import { moment, rounds } from './support/rounds.ts'
import { pause, waitUntil } from './support/wait.ts'

let running: Running

beforeEach(async () => {
  running = await launch()
})

afterEach(() => running.close())

const turns = rounds({ once: 3, full: 20 })

test('a popup that is closed by the very click on Save has saved', async () => {
  const desk = await openDesk(running)
  const page = await openTab()
  for (let turn = 0; turn < turns; turn++) {
    await show(page, turn)
    const popup = await openPopup(running, page)
    await waitForStatus(popup.page, 'Saved to your library')
    await press(popup.page, 'Undo')
    const save = await popup.page.waitForSelector(byRole('button', 'Save'))
    await save
      ?.evaluate((button) => {
        if (button instanceof HTMLElement) button.click()
        window.close()
      })
      .catch(ignoreClosed)
    await waitUntil(async () => (await stored(desk)).shown.includes(doiOf(turn)))
    expect((await stored(desk)).faults).toEqual([])
  }
}, 240_000)

test('a click on the button saves, however soon the popup that it opens is closed', async () => {
  const desk = await openDesk(running)
  const page = await openTab()
  for (let turn = 0; turn < turns; turn++) {
    await show(page, turn)
    const popup = await openPopup(running, page)
    // From the moment that the popup has asked, which is when it stands.
    await popup.page.waitForSelector('[role=tab]').catch(ignoreClosed)
    await pause(moment(turn, turns, 100))
    await popup.page.close().catch(ignoreClosed)
    await waitUntil(async () => (await stored(desk)).shown.includes(doiOf(turn)))
  }
}, 240_000)

test('a note whose popup is closed while it is typed is there when the popup opens again', async () => {
  const page = await openTab()
  for (let turn = 0; turn < turns; turn++) {
    await show(page, turn)
    const popup = await openPopup(running, page)
    await waitForStatus(popup.page, 'Saved to your library')
    const box = await popup.page.waitForSelector(byRole('textbox', 'Note'))
    await box?.type(`Typed on turn ${turn}`)
    await popup.page.evaluate(() => window.close()).catch(ignoreClosed)
    const again = await openPopup(running, page)
    await again.page.waitForSelector(byRole('textbox', 'Note'))
    await waitUntil(async () => (await noteIn(again.page)) === `Typed on turn ${turn}`)
    await again.page.close()
  }
}, 240_000)

async function openTab(): Promise<Page> {
  const page = await running.browser.newPage()
  await tabIdOf(running, page)
  return page
}

async function show(page: Page, n: number): Promise<void> {
  const { url, html } = inventedPage(n)
  await servePage(page, url, html)
}

/** A call into a page that closes under it reports nothing back. */
function ignoreClosed(error: unknown): void {
  if (!/closed|detached|Target|destroyed/i.test(String(error))) throw error
}
