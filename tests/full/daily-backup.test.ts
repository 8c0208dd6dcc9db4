import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterEach, describe, expect, test } from 'vitest'
import { type OpenedLibrary, openLibrary } from '../e2e/support/each-library-page.ts'
import { grantedProfile } from '../e2e/support/granted-profile.ts'
import type { LaunchOptions, Running } from '../e2e/support/launch.ts'
import { look, openLibraryPage, savePaper, waitForNamed } from '../e2e/support/library-page.ts'
import type { OwnPage } from '../e2e/support/own-page.ts'
import { press, textOf } from '../e2e/support/popup.ts'
import { openDesk } from '../faults/support/desk.ts'
import { invented } from '../faults/support/invented.ts'
import { withProfile } from '../faults/support/profile.ts'
import { waitUntil } from '../faults/support/wait.ts'

let opened: OpenedLibrary
let running: Running
let library: OwnPage
let page: Page

async function begin(how: LaunchOptions = {}): Promise<void> {
  opened = await openLibrary(how)
  ;({ running, library, page } = opened)
}

afterEach(() => opened.close())

describe('the daily backup', () => {
  test('asks for its permission when it is switched on, writes by itself, and keeps the last seven', async () => {
    await withProfile(async (folder) => {
      const { userDataDir, downloads } = await grantedProfile(folder, ['downloads', 'offscreen'])
      const backups = join(downloads, 'Offprint backups')
      await begin({ userDataDir })
      await savePaper(page, invented(1))
      await press(page, 'Backup')
      await waitForNamed(page, 'checkbox', daily)
      expect(await allowed()).toBe(false)
      await press(page, daily, 'checkbox')
      await waitUntil(async () => (await inWorker('alarms.get', 'backup')) !== null)
      expect(await inWorker('alarms.get', 'backup')).toMatchObject({ periodInMinutes: 1440 })
      expect(await allowed()).toBe(true)
      await look(library, 'backup-daily')
      await press(page, 'Close')

      await goesOff()
      await waitUntil(async () => (await files(backups)).length === 1)
      const [first = ''] = await files(backups)
      expect(first).toMatch(/^offprint-\d{4}-\d\d-\d\d\.json$/)
      expect(JSON.parse(await readFile(join(backups, first), 'utf8')).records).toHaveLength(1)
      // The page that stands open hears of it.
      await page.waitForFunction(() => !document.body.innerText.includes('in no backup yet'))
      // Where nothing has changed there is nothing to write.
      await goesOff()
      await writeFile(join(backups, 'offprint-mine.json'), 'kept by hand')
      for (let n = 2; n <= 9; n++) {
        await savePaper(page, invented(n))
        // What a stopped worker left behind is in nobody's way.
        if (n === 5) await inWorker('offscreen.createDocument', left)
        await goesOff()
        const papers = Array.from({ length: Math.min(n, 7) }, (_, i) => n - i)
        await waitUntil(async () => String(await papersInEach()) === String(papers))
        await waitUntil(async () => (await inWorker('offscreen.hasDocument')) === false)
      }
      expect(await readFile(join(backups, 'offprint-mine.json'), 'utf8')).toBe('kept by hand')

      const browser = await running.browser.target().createCDPSession()
      await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' })
      await savePaper(page, invented(10))
      await goesOff()
      await waitForNamed(page, 'button', 'Back up now')
      expect(await textOf(page)).toContain(
        'could not be written. The browser stopped the download (USER_CANCELED). Your library is safe',
      )
      await look(library, 'backup-failed')
      expect(running.workerErrors.splice(0)).toEqual([expect.stringContaining('USER_CANCELED')])
      await browser.send('Browser.setDownloadBehavior', { behavior: 'default' })
      await goesOff()
      await page.waitForFunction(() => !document.body.innerText.includes('could not be written'))

      await press(page, 'Backup')
      await press(page, daily, 'checkbox')
      await waitUntil(async () => !(await allowed()))
      expect(await inWorker('alarms.get', 'backup')).toBeNull()
      await page.evaluate(() => {
        for (const name of ['chrome', 'browser']) {
          const { permissions } = Reflect.get(globalThis, name) ?? {}
          if (permissions) permissions.request = async () => false
        }
      })
      for (let times = 0; times < 2; times++) {
        await press(page, daily, 'checkbox')
        await page.waitForFunction(() => !document.querySelector('dialog input:checked'))
        expect(await textOf(page)).toContain('did not allow it, so nothing has changed.')
      }
      await look(library, 'backup-refused')

      /** How many papers each of the extension's own backups has, the largest first. */
      async function papersInEach(): Promise<number[]> {
        const own = (await files(backups)).filter((name) => name !== 'offprint-mine.json')
        const papers = own.map(async (name) => {
          // The oldest may go while they are read.
          const text = await readFile(join(backups, name), 'utf8').catch(() => '{"records":[]}')
          return JSON.parse(text).records.length
        })
        return (await Promise.all(papers)).toSorted((a, b) => b - a)
      }
    })
  }, 90_000)

  test('waits while papers are missing, and leaves a backup that has far more than there is', async () => {
    await withProfile(async (folder) => {
      const { userDataDir, downloads } = await grantedProfile(folder, ['downloads', 'offscreen'])
      const backups = join(downloads, 'Offprint backups')
      await begin({ userDataDir })
      for (let n = 1; n <= 30; n++) await savePaper(page, invented(n))
      await press(page, 'Backup')
      await press(page, daily, 'checkbox')
      await waitUntil(async () => (await inWorker('alarms.get', 'backup')) !== null)
      await press(page, 'Close')
      await goesOff()
      await waitUntil(async () => (await files(backups)).length === 1)
      const [full = ''] = await files(backups)

      const desk = await openDesk(running)
      await page.close()
      await desk.evaluate(
        () =>
          new Promise<void>((done) => {
            indexedDB.deleteDatabase('offprint').onsuccess = () => done()
          }),
      )
      await savePaper(desk, invented(31))
      await desk.close()
      opened.library = library = await openLibraryPage(running)
      page = library.page
      await waitForNamed(page, 'button', 'Restore from a backup…')
      expect(await textOf(page)).toContain(`Your last backup is Offprint backups/${full}`)
      for (let times = 0; times < 3; times++) await goesOff()
      await press(page, 'Go on without them')
      await page.waitForFunction(() => !document.body.innerText.includes('are missing'))
      expect(await files(backups)).toEqual([full])

      for (let n = 1; n <= 9; n++) {
        await savePaper(page, invented(31 + n))
        await goesOff()
        await waitUntil(async () => (await newest(backups)) === n + 1)
      }
      // The oldest one goes after the newest stands.
      await waitUntil(async () => (await files(backups)).length === 8)
      const names = await files(backups)
      expect(names).toContain(full)
      expect(JSON.parse(await readFile(join(backups, full), 'utf8')).records).toHaveLength(30)
    })
  }, 90_000)

  /** How many papers the backup has that was written last. */
  async function newest(folder: string): Promise<number> {
    const names = await files(folder)
    const counts = await Promise.all(
      names.map(async (name) => {
        const text = await readFile(join(folder, name), 'utf8').catch(() => '{"records":[]}')
        const { records } = JSON.parse(text)
        return records.length === 30 ? 0 : records.length
      }),
    )
    return Math.max(0, ...counts)
  }

  const daily = 'Back up by itself every day, into the downloads folder'
  const left = { url: 'extension/offscreen/index.html', reasons: ['BLOBS'], justification: 'test' }

  /** Calls the extension's interface in the worker; null for nothing. */
  async function inWorker(path: string, ...given: unknown[]): Promise<unknown> {
    const worker = await running.worker()
    return worker.evaluate(
      async (names, values) => {
        const [area = '', name = ''] = names.split('.')
        const of = Reflect.get(globalThis, 'chrome')[area]
        return (await of[name](...values)) ?? null
      },
      path,
      given,
    )
  }

  /** Whether the extension has what it may ask for. */
  async function allowed(): Promise<boolean> {
    return (await inWorker('permissions.contains', {
      permissions: ['downloads', 'offscreen'],
    })) as boolean
  }

  /** Sends the event of the alarm, which by itself would take a day. */
  async function goesOff(): Promise<void> {
    const worker = await running.worker()
    await worker.evaluate(() => {
      const { onAlarm } = Reflect.get(globalThis, 'chrome').alarms
      onAlarm.dispatch({ name: 'backup', scheduledTime: Date.now() })
    })
  }

  /** The files in a folder that are written to their end. */
  async function files(folder: string): Promise<string[]> {
    const names = await readdir(folder).catch(() => [])
    return names.filter((name) => name.endsWith('.json'))
  }
})
