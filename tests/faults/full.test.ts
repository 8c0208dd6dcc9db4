import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { describe, expect, test } from 'vitest'
import { byRole } from '../e2e/support/by-role.ts'
import { download } from '../e2e/support/download.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openOwnPage, openPopup } from '../e2e/support/own-page.ts'
import { noteIn, press, waitForStatus } from '../e2e/support/popup.ts'
import { servePage } from '../e2e/support/serve-page.ts'
import { openDesk, send, stored } from './support/desk.ts'
import { doiOf, invented, inventedPage } from './support/invented.ts'
import { withProfile } from './support/profile.ts'
import { smallDisk } from './support/small-disk.ts'
import { waitUntil } from './support/wait.ts'
import { withoutUnlimitedStorage } from './support/without-unlimited-storage.ts'

test('where the browser gives no more room, nothing is half written, the typed note stays, the rest can be exported', async () => {
  await withProfile(async (folder) => {
    const variant = await withoutUnlimitedStorage(folder)
    const userDataDir = join(folder, 'profile')
    await mkdir(userDataDir)
    const running = await launch({ userDataDir, folder: variant })
    try {
      const desk = await openDesk(running)
      // Before the first write: Chromium asks for the room once in 30 s, and counts from there.
      const quota = await roomFor(desk, running, 12_000_000)
      const { page, popup } = await openSaved(running, 9999)
      const said = await saveMany(desk, 10)
      expect(await desk.evaluate(writeUntilRefused)).toMatch(/^QuotaExceededError/)
      expect(await refusal(desk, said)).toMatch(/no room left/)
      await typed(popup, 'A note that there is no room for.')
      await popup.waitForFunction(() => document.body.innerText.includes('no room left'))
      expect(await noteIn(popup)).toBe('A note that there is no room for.')
      await expectAll(desk, said)

      const library = await openOwnPage(running, 'extension/library/index.html')
      await library.page.waitForSelector('li.row')
      const { text } = await download(running.browser, async () => {
        await press(library.page, 'Export…')
        await press(library.page, 'JSON', 'radio')
        await press(library.page, 'Download')
      })
      for (const doi of said) expect(text).toContain(`"${doi}"`)

      await quota.lift()
      expect((await send(desk, 'record:save', { capture: invented(100_000) })).ok).toBe(true)
      // The popup closed when the library page came to the front; what was typed there stays until it is kept.
      const again = (await openPopup(running, page)).page
      await again.waitForSelector(byRole('textbox', 'Note'))
      expect(await noteIn(again)).toBe('A note that there is no room for.')
      await typed(again, ' There is now.')
      await waitUntil(
        async () =>
          (await stored(desk)).notes[doiOf(9999)] ===
          'A note that there is no room for. There is now.',
      )
    } finally {
      await running.close()
    }
  })
}, 180_000)

describe.each([
  { what: 'the browser goes on', quits: false },
  { what: 'the browser ends', quits: true },
])('where a write failed on a full disk and $what', ({ quits }) => {
  test('nothing that was said to be saved is lost, and saving goes on once there is room', async () => {
    const disk = await smallDisk(120, process.env.CHROMIUM_PATH ?? '')
    try {
      const userDataDir = join(disk.folder, 'profile')
      const start = () => launch({ userDataDir, executable: disk.browser })
      let running = await start()
      const restart = async () => {
        await running.close()
        running = await start()
      }
      try {
        let desk = await openDesk(running)
        const said = await saveMany(desk, 10)
        await disk.fill(1_500_000)
        expect(await desk.evaluate(writeUntilRefused)).toMatch(/NO_SPACE/)
        expect(await refusal(desk, said)).toMatch(/no room left|disk may be full/)
        if (quits) await restart()
        await disk.empty()

        desk = await openDesk(running)
        await expectAll(desk, said)
        said.push(...(await saveMany(desk, 5, 100)))
        await restart()
        await expectAll(await openDesk(running), said)
      } finally {
        await running.close()
      }
    } finally {
      await disk.remove()
    }
  }, 120_000)
})

/** Saves the n-th paper by a click on its page. */
async function openSaved(running: Running, n: number): Promise<{ page: Page; popup: Page }> {
  const page = await running.browser.newPage()
  const { url, html } = inventedPage(n)
  await servePage(page, url, html)
  const popup = await openPopup(running, page)
  await waitForStatus(popup.page, 'Saved to your library')
  return { page, popup: popup.page }
}

async function typed(popup: Page, text: string): Promise<void> {
  const box = await popup.waitForSelector(byRole('textbox', 'Note'))
  await box?.press('End')
  await box?.type(text)
  await popup.keyboard.press('Tab')
}

/** Limits the extension's room to so many bytes, until that is lifted. */
async function roomFor(
  page: Page,
  running: Running,
  quotaSize: number,
): Promise<{ lift(): Promise<void> }> {
  const session = await page.createCDPSession()
  const origin = `chrome-extension://${running.id}`
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
  return {
    lift: async () => {
      await session.send('Storage.overrideQuotaForOrigin', { origin })
    },
  }
}

/** Saves so many papers from the n-th on, and gives their DOIs. */
async function saveMany(desk: Page, many: number, from = 0): Promise<string[]> {
  const said: string[] = []
  for (let n = from; n < from + many; n++) {
    const reply = await send(desk, 'record:save', { capture: invented(n) })
    if (!reply.ok) throw new Error(reply.error)
    said.push(doiOf(n))
  }
  return said
}

/** Saves papers until one is refused, and gives what was said then; those before are added to `said`. */
async function refusal(desk: Page, said: string[]): Promise<string> {
  for (let n = 200_000; n < 200_100; n++) {
    const reply = await send(desk, 'record:save', { capture: invented(n) })
    if (!reply.ok) return reply.error
    said.push(doiOf(n))
  }
  return 'nothing was ever refused'
}

/**
 * Writes into another database of the page's origin until there is no more room, and gives the error. The browser keeps all
 * databases of an origin in one log; where the disk is full, its last record is then half there.
 */
async function writeUntilRefused(): Promise<string> {
  try {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('another', 1)
      request.onupgradeneeded = () => request.result.createObjectStore('pieces')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    for (let n = 0; n < 1000; n++) {
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction('pieces', 'readwrite', { durability: 'strict' })
        transaction.objectStore('pieces').put(crypto.getRandomValues(new Uint8Array(40_000)), n)
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      })
    }
    return 'nothing was ever refused'
  } catch (error) {
    return String(error)
  }
}

async function expectAll(desk: Page, said: string[]): Promise<void> {
  const found = await stored(desk)
  expect(found.faults).toEqual([])
  expect(said.filter((doi) => !found.dois.includes(doi))).toEqual([])
}
