import { expect, test } from 'vitest'
import { launch } from '../e2e/support/launch.ts'
import { openOwnPage } from '../e2e/support/own-page.ts'
import { backupFile, startImport } from '../faults/support/backup-file.ts'
import { openDesk, rowsNotIndexed, stored } from '../faults/support/desk.ts'
import { killBeforeIndexed } from '../faults/support/kill-before-indexed.ts'
import { withProfile } from '../faults/support/profile.ts'
import { waitUntil } from '../faults/support/wait.ts'

test('records that are not in the index are in it soon after a start, though no page is open', async () => {
  await withProfile(async (folder) => {
    const file = await backupFile(folder, 2500)
    const running = await launch()
    try {
      const desk = await openDesk(running)
      const importing = await openOwnPage(running, 'extension/library/index.html')
      await startImport(importing.page, file)
      await waitUntil(async () => (await rowsNotIndexed(desk)) > 0)
      await importing.page.close()
      expect(await rowsNotIndexed(desk)).toBeGreaterThan(0)
      // A browser that a test starts installs the extension anew, each time: the event of a mere start has to be sent.
      const worker = await running.worker()
      await worker.evaluate(() => Reflect.get(globalThis, 'chrome').runtime.onStartup.dispatch())
      await waitUntil(async () => (await rowsNotIndexed(desk)) === 0)
    } finally {
      await running.close()
    }
  })
}, 120_000)

test('records whose browser was killed before they were in the index are in it soon after an installation, though no page is open', async () => {
  await withProfile(async (userDataDir) => {
    await killBeforeIndexed(userDataDir, 2500)
    const second = await launch({ userDataDir })
    try {
      const desk = await openDesk(second)
      await waitUntil(async () => (await rowsNotIndexed(desk)) === 0)
      expect((await stored(desk)).faults).toEqual([])
    } finally {
      await second.close()
    }
  })
}, 120_000)
