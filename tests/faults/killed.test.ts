import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { inventedRecord, vocabulary } from '../../scripts/bench/invented-library.ts'
import type { Capture } from '../../src/capture/page-kind.ts'
import { launch } from '../e2e/support/launch.ts'
import { openOwnPage, openPopup } from '../e2e/support/own-page.ts'
import { openFixture } from '../e2e/support/pages.ts'
import { noteIn, textOf, typeNote, waitForStatus } from '../e2e/support/popup.ts'
import { doiInBackup } from './support/backup-file.ts'
import { openDesk, rowsNotIndexed, stored } from './support/desk.ts'
import { inventedFrom } from './support/invented.ts'
import { killBeforeIndexed } from './support/kill-before-indexed.ts'
import { kill, withProfile } from './support/profile.ts'
import { moment, rounds } from './support/rounds.ts'
import { pause, waitUntil } from './support/wait.ts'

const kills = rounds({ once: 3, full: 12 })

test(`whatever was said to be saved is there after the browser was killed in mid-write, ${kills} times`, async () => {
  await withProfile(async (userDataDir) => {
    const said: string[] = []
    let next = 0
    for (let round = 0; round < kills; round++) {
      const running = await launch({ userDataDir })
      const desk = await openDesk(running)
      const before = said.length
      const saving = saveUntilKilled(desk, inventedFrom(next, 3000), (doi) => said.push(doi))
      next += 3000
      await waitUntil(async () => said.length > before + 10)
      await pause(moment(round, kills, 400))
      await kill(running)
      await saving
    }
    const running = await launch({ userDataDir })
    try {
      const found = await stored(await openDesk(running))
      expect(found.faults).toEqual([])
      expect(said.filter((doi) => !found.dois.includes(doi))).toEqual([])
      const library = await openOwnPage(running, 'extension/library/index.html')
      await library.page.waitForSelector('li.row')
      expect(await textOf(library.page)).toContain(
        `${found.dois.length.toLocaleString('en')} papers`,
      )
    } finally {
      await running.close()
    }
  })
}, 240_000)

test('a paper that was saved and noted in the popup is there after a kill', async () => {
  await withProfile(async (userDataDir) => {
    const first = await launch({ userDataDir })
    const popup = await openPopup(first, await openFixture(first, 'pubmed/lighthouse'))
    await waitForStatus(popup.page, 'Saved to your library')
    await typeNote(popup.page, 'Compare with the mole.')
    await kill(first)
    const second = await launch({ userDataDir })
    try {
      const again = await openPopup(second, await openFixture(second, 'pubmed/lighthouse'))
      await again.page.waitForSelector('::-p-aria([name="Note"])')
      expect(await noteIn(again.page)).toBe('Compare with the mole.')
    } finally {
      await second.close()
    }
  })
}, 120_000)

test('records whose browser was killed before they were in the index are found, and indexed at the next start', async () => {
  await withProfile(async (userDataDir) => {
    await killBeforeIndexed(userDataDir, 4000)
    const second = await launch({ userDataDir })
    try {
      const desk = await openDesk(second)
      const { dois, faults } = await stored(desk)
      expect(faults).toEqual([])
      expect(dois).toContain(doiInBackup(0))
      const library = await openOwnPage(second, 'extension/library/index.html')
      const search = (title: string) => library.page.locator('input[type=search]').fill(title)
      const first = inventedRecord(0, 1, vocabulary())
      await search(`"${first.title}"`)
      await library.page.waitForSelector('li.row mark')
      await waitUntil(async () => (await rowsNotIndexed(desk)) === 0)
      await search(`${first.title}`)
      await library.page.waitForSelector('li.row mark')
    } finally {
      await second.close()
    }
  })
}, 120_000)

/** Saves one paper after the other, by messages, and says which were said to be saved; ends when the browser does. */
async function saveUntilKilled(
  desk: Page,
  captures: Capture[],
  onSaid: (doi: string) => void,
): Promise<void> {
  await desk.exposeFunction('said', onSaid)
  await desk
    .evaluate(async (papers) => {
      const { chrome, said } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } }
        said(doi: string): Promise<void>
      }
      for (const capture of papers) {
        const reply = await chrome.runtime.sendMessage({ name: 'record:save', body: { capture } })
        if (!reply.ok) throw new Error(JSON.stringify(reply))
        void said(capture.item.DOI ?? '')
      }
    }, captures)
    .catch((error: unknown) => {
      if (!/closed|detached|Target/i.test(String(error))) throw error
    })
}
