import type { Page } from 'puppeteer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Capture } from '../../src/capture/page-kind.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openPopup } from '../e2e/support/own-page.ts'
import { waitForStatus } from '../e2e/support/popup.ts'
import { servePage } from '../e2e/support/serve-page.ts'
import { openDesk, send, stored } from './support/desk.ts'
import { holdWrites } from './support/hold.ts'
import { doiOf, invented, inventedFrom, inventedPage } from './support/invented.ts'
import { moment, rounds } from './support/rounds.ts'
import { pause } from './support/wait.ts'

let running: Running

beforeEach(async () => {
  running = await launch({ watchWorker: false })
})

afterEach(() => running.close())

const turns = rounds({ once: 3, full: 20 })

test('a worker that is stopped in mid-save leaves each record whole or not at all, and loses none that was said to be saved', async () => {
  const desk = await openDesk(running)
  let said = 0
  const stopAfter = async (turn: number, ms: number) => {
    const saving = saveTogether(desk, inventedFrom(turn * 200, 200))
    await pause(ms)
    await stopWorker(desk)
    const dois = await saving
    said += dois.length
    const found = await stored(desk)
    expect(found.faults).toEqual([])
    expect(dois.filter((doi) => !found.dois.includes(doi))).toEqual([])
  }
  for (let turn = 0; turn < turns; turn++) await stopAfter(turn, moment(turn, turns, 300))
  // On a busy machine none may have been saved by then.
  for (let more = 0; said === 0 && more < 5; more++) await stopAfter(turns + more, 600 * 2 ** more)
  expect(said).toBeGreaterThan(0)
}, 240_000)

test('a click whose worker is stopped in the middle of it saves the paper all the same, once', async () => {
  const desk = await openDesk(running)
  expect((await send(desk, 'record:save', { capture: invented(1000) })).ok).toBe(true)
  const page = await running.browser.newPage()
  for (let turn = 0; turn < turns; turn++) {
    const { url, html } = inventedPage(turn)
    await servePage(page, url, html)
    // The save begins some hundreds of milliseconds after the click, and then waits for us.
    const release = await holdWrites(desk)
    const opening = openPopup(running, page)
    await pause(200 + moment(turn, turns, 2000))
    await stopWorker(desk)
    await release()
    const popup = await opening
    await waitForStatus(popup.page, 'Saved to your library')
    popup.assertNoErrors()
    const found = await stored(desk)
    expect(found.shown).toContain(doiOf(turn))
    expect(found.dois).toHaveLength(turn + 2)
    expect(found.faults).toEqual([])
    await popup.page.close()
  }
}, 240_000)

/** Stops the background as the browser does when it has been idle, or has become too large. */
async function stopWorker(page: Page): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
}

/** Saves papers, all at once, and gives the DOIs of those that were said to be saved. */
function saveTogether(desk: Page, captures: Capture[]): Promise<string[]> {
  return desk.evaluate(async (papers) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean } | undefined> } }
    }
    const said = await Promise.all(
      papers.map(async (capture) => {
        // On a busy machine a message to a worker that is stopped just then may stay without an answer for good.
        const patience = new Promise<undefined>((done) => setTimeout(done, 20_000))
        const reply = await Promise.race([
          chrome.runtime
            .sendMessage({ name: 'record:save', body: { capture } })
            .catch(() => undefined),
          patience,
        ])
        return reply?.ok ? [capture.item.DOI ?? ''] : []
      }),
    )
    return said.flat()
  }, captures)
}
