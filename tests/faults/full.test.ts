import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
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
      const popup = await openSaved(running, 9999)
      const quota = await roomFor(desk, running, 2_000_000)
      const said = await saveUntilRefused(desk, /no room left/)
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
      await popup.bringToFront()
      await typed(popup, ' There is now.')
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

test('on a full disk nothing that was said to be saved is lost, and saving goes on once there is room', async () => {
  const chromium = process.env.CHROMIUM_PATH ?? ''
  const disk = await smallDisk(120, chromium)
  try {
    const userDataDir = join(disk.folder, 'profile')
    let running = await launch({ userDataDir, executable: disk.browser })
    let said: string[]
    try {
      const desk = await openDesk(running)
      expect((await send(desk, 'record:save', { capture: invented(100_001) })).ok).toBe(true)
      await disk.fill(1_500_000)
      said = await saveUntilRefused(desk, /no room left|disk may be full/)
      await disk.empty()
      await expectAll(desk, said)
      expect(await send(desk, 'record:save', { capture: invented(100_002) })).toMatchObject({
        ok: true,
      })
      said.push(doiOf(100_001), doiOf(100_002))
      await expectAll(desk, said)
    } finally {
      await running.close()
    }
    running = await launch({ userDataDir, executable: disk.browser })
    try {
      await expectAll(await openDesk(running), said)
    } finally {
      await running.close()
    }
  } finally {
    await disk.remove()
  }
}, 180_000)

/** Saves the n-th paper by a click on its page, and gives the popup. */
async function openSaved(running: Running, n: number): Promise<Page> {
  const page = await running.browser.newPage()
  const { url, html } = inventedPage(n)
  await servePage(page, url, html)
  const popup = await openPopup(running, page)
  await waitForStatus(popup.page, 'Saved to your library')
  return popup.page
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

/** Saves papers with long notes until one is refused in the words that are expected; the DOIs of those before. */
async function saveUntilRefused(desk: Page, words: RegExp): Promise<string[]> {
  const said: string[] = []
  for (let n = 0; n < 3000; n++) {
    const capture = invented(n)
    // Text that does not compress: the database packs what it writes.
    const filling = Array.from({ length: 3000 }, () => Math.random().toString(36).slice(2)).join('')
    const reply = await send(desk, 'record:save', {
      capture: { ...capture, sections: [{ text: filling.slice(0, 19_000) }] },
    })
    if (!reply.ok) {
      expect(reply.error).toMatch(words)
      expect(said.length).toBeGreaterThan(5)
      return said
    }
    said.push(doiOf(n))
  }
  throw new Error('nothing was ever refused')
}

async function expectAll(desk: Page, said: string[]): Promise<void> {
  const found = await stored(desk)
  expect(found.faults).toEqual([])
  expect(said.filter((doi) => !found.dois.includes(doi))).toEqual([])
}
