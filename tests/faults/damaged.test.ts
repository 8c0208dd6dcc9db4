import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import { byRole } from '../e2e/support/by-role.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openOwnPage } from '../e2e/support/own-page.ts'
import { press, textOf, waitForStatus } from '../e2e/support/popup.ts'
import { backupFile, doiInBackup, startImport } from './support/backup-file.ts'
import { openDesk, send, stored } from './support/desk.ts'
import { doiOf, invented } from './support/invented.ts'
import { withProfile } from './support/profile.ts'
import { waitUntil } from './support/wait.ts'

/** As it stands in the page, where the functions below run. */
declare const chrome: Browser

const papers = 300

test.each([
  { what: 'the log of the database is cut', harm: cutLog },
  { what: 'the MANIFEST of the database is zeroed', harm: zeroManifest },
])(
  'where $what, it is noticed and nothing is overwritten; the backup brings all back beside what was saved since',
  async ({ harm }) => {
    await withProfile(async (userDataDir) => {
      const file = await backupFile(userDataDir, papers)
      let running = await launch({ userDataDir })
      try {
        const first = await openOwnPage(running, 'extension/library/index.html')
        await startImport(first.page, file)
        await waitForStatus(first.page, 'mported')
        const noted = await noteOfSentinel(first.page, papers)
        await running.browser.close()

        await harm(await databaseFolder(running))

        running = await launch({ userDataDir })
        const desk = await openDesk(running)
        const left = (await stored(desk)).dois.length
        expect(left).toBeLessThan(papers)
        expect((await send(desk, 'record:save', { capture: invented(1) })).ok).toBe(true)

        const library = await openOwnPage(running, 'extension/library/index.html')
        const restore = byRole('button', 'Restore from a backup…')
        await library.page.waitForSelector(restore)
        const said = await textOf(library.page)
        expect(said).toMatch(
          left === 0 ? `All ${papers} papers that were in this library are missing.` : /missing/,
        )
        expect(said).toContain('Nothing is overwritten')
        // What there was is not forgotten because of what is there now.
        expect(await sentinel(desk)).toEqual(noted)

        await startImport(library.page, file, 'Restore from a backup…')
        await library.page.waitForFunction(
          (selector) => document.querySelector(selector) === null,
          { timeout: 20_000 },
          'section[role=alert]',
        )
        const after = await stored(desk)
        expect(after.faults).toEqual([])
        expect(new Set(after.shown)).toEqual(
          new Set([doiOf(1), ...Array.from({ length: papers }, (_, n) => doiInBackup(n))]),
        )
        await noteOfSentinel(desk, papers + 1)
      } finally {
        await running.close()
      }
    })
  },
  120_000,
)

test('what is missing can be put up with, and is then not told of again', async () => {
  await withProfile(async (userDataDir) => {
    let running = await launch({ userDataDir })
    try {
      const desk = await openDesk(running)
      expect((await send(desk, 'record:save', { capture: invented(1) })).ok).toBe(true)
      await noteOfSentinel(desk, 1)
      await running.browser.close()
      await zeroManifest(await databaseFolder(running))
      running = await launch({ userDataDir })
      const library = await openOwnPage(running, 'extension/library/index.html')
      await press(library.page, 'Go on without them')
      await library.page.waitForFunction(() => !document.querySelector('section[role=alert]'))
      await library.page.reload()
      await library.page.waitForFunction(() => document.body.innerText.includes('Nothing here yet'))
      expect(await textOf(library.page)).not.toContain('missing')
    } finally {
      await running.close()
    }
  })
}, 60_000)

/** Where Chromium keeps the extension's databases. */
async function databaseFolder({ id, userDataDir }: Running): Promise<string> {
  return join(userDataDir, 'Default/IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`)
}

async function cutLog(folder: string): Promise<void> {
  const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'))
  for (const name of logs) {
    const { length } = await readFile(join(folder, name))
    await truncate(join(folder, name), Math.floor(length / 2))
  }
  expect(logs.length).toBeGreaterThan(0)
}

async function zeroManifest(folder: string): Promise<void> {
  const [name = ''] = (await readdir(folder)).filter((each) => each.startsWith('MANIFEST'))
  const { length } = await readFile(join(folder, name))
  await writeFile(join(folder, name), Buffer.alloc(length))
}

function sentinel(page: Page): Promise<unknown> {
  return page.evaluate(async () => (await chrome.storage.local.get('sentinel')).sentinel)
}

/** The sentinel, once it tells of so many documents. */
async function noteOfSentinel(page: Page, documents: number): Promise<unknown> {
  let now: unknown
  await waitUntil(async () => {
    now = await sentinel(page)
    return typeof now === 'object' && now !== null && Reflect.get(now, 'documents') === documents
  })
  return now
}
