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

test('a note is whole, whose popup is closed in the middle of each of its words, at the very last key', async () => {
  const page = await openTab()
  await show(page, 1)
  const written = pieces(sentence, rounds({ once: 3, full: 50 }))
  let note = ''
  for (const [turn, piece] of written.entries()) {
    const popup = await openPopup(running, page)
    const box = await popup.page.waitForSelector(byRole('textbox', 'Note'))
    await holds(popup.page, note)
    note += piece
    await box?.click()
    await popup.page.keyboard.down('Control')
    await popup.page.keyboard.press('End')
    await popup.page.keyboard.up('Control')
    const close = waysToClose[turn % waysToClose.length] ?? byItself
    await close(popup.page, piece, page)
  }
  const last = await openPopup(running, page)
  await last.page.waitForSelector(byRole('textbox', 'Note'))
  await holds(last.page, note)
  const desk = await openDesk(running)
  // What the popups left behind is in the record, by itself.
  await waitUntil(async () => (await stored(desk)).notes[doiOf(1)] === note)
  expect((await stored(desk)).faults).toEqual([])
}, 400_000)

/** Waits until the box has this note, letter by letter; what was typed comes when it has been read. */
async function holds(popup: Page, note: string): Promise<void> {
  await expect.poll(() => noteIn(popup), { timeout: 10_000 }).toBe(note)
}

const sentence =
  'Unfathomably late tides; the harbourmaster’s notebooks, incomprehensible since midwinter, contradict everything that instruments measured, and neighbouring lighthouses remember nothing whatever. Überprüfen: 潮汐の観測記録は信頼できる, недостоверные свидетельства occasionally notwithstanding.'

/** Cuts a text into so many pieces of about one length, each time in the middle of a word: a space at the end is no letter. */
function pieces(text: string, count: number): string[] {
  const cut = (n: number): number => {
    let at = Math.round((text.length * n) / count)
    while (at < text.length && n > 0 && /\s/.test(text.slice(at - 1, at + 1))) at += 1
    return at
  }
  return Array.from({ length: count }, (_, n) => text.slice(cut(n), cut(n + 1)))
}

/** What a popup does that is closed by a script of its own, within the input itself. */
async function byItself(popup: Page, piece: string): Promise<void> {
  await popup.evaluate((length) => {
    let typed = 0
    document.addEventListener('input', () => {
      typed += 1
      if (typed === length) window.close()
    })
  }, piece.length)
  await closing(popup, () => popup.keyboard.type(piece))
}

/** As the browser closes it, when the last key has been typed. */
async function byTheBrowser(popup: Page, piece: string): Promise<void> {
  await closing(popup, async () => {
    await popup.keyboard.type(piece)
    await popup.close()
  })
}

/** By a click elsewhere: the popup is gone when the window behind it comes to the front. */
async function byGoingElsewhere(popup: Page, piece: string, behind: Page): Promise<void> {
  await closing(popup, async () => {
    await popup.keyboard.type(piece)
    await behind.bringToFront()
  })
}

const waysToClose = [byItself, byTheBrowser, byGoingElsewhere]

/** Does what closes a popup, and waits until it is closed. */
async function closing(popup: Page, act: () => Promise<void>): Promise<void> {
  const closed = new Promise((resolve) => popup.once('close', resolve))
  await act().catch(ignoreClosed)
  await closed
}

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
