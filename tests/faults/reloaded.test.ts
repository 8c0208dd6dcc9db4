import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { collectErrors } from '../e2e/support/errors.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openPopup } from '../e2e/support/own-page.ts'
import { openFixture } from '../e2e/support/pages.ts'
import { noteIn, textOf, typeNote, waitForStatus } from '../e2e/support/popup.ts'
import { openDesk } from './support/desk.ts'
import { waitUntil } from './support/wait.ts'

let running: Running

afterEach(async () => {
  await running?.close()
})

test('a page that stays open while the extension is loaded anew makes no errors, and is saved by the next click', async () => {
  running = await launch({ watchWorker: false })
  const page = await openFixture(running, 'qxmd/bolverin')
  const errors = await collectErrors(await page.createCDPSession())

  await reload(running)
  // The old script is still in the page, without an extension to talk to, and hears of a new address.
  await page.evaluate(() => history.pushState(null, '', '#results'))
  const popup = await openPopup(running, page)
  await waitForStatus(popup.page, 'Saved to your library')
  await typeNote(popup.page, 'After the update.')
  popup.assertNoErrors()
  await popup.page.close()

  await reload(running)
  const again = await openPopup(running, page)
  await again.page.waitForSelector('::-p-aria([name="Note"])')
  expect(await noteIn(again.page)).toBe('After the update.')
  expect(await textOf(again.page)).toMatch(/saved/i)
  again.assertNoErrors()
  // The page's own pictures are not served here.
  expect(errors.filter((error) => !error.includes('ERR_BLOCKED_BY_CLIENT'))).toEqual([])
}, 60_000)

/** Loads the extension anew from its folder, as an update does: its pages close, what it put into others stays there. */
async function reload(running: Running): Promise<void> {
  const { browser, id } = running
  const desk = await openDesk(running)
  expect(await browser.installExtension(resolve('dist/chrome'))).toBe(id)
  await waitUntil(async () => desk.isClosed())
  running.extension = (await browser.extensions()).get(id) ?? running.extension
}
