import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { eachLibraryPage, type OpenedLibrary } from '../e2e/support/each-library-page.ts'
import type { Running } from '../e2e/support/launch.ts'
import {
  chooseBackup,
  look,
  openLibraryPage,
  waitForCount,
  waitForCounts,
  waitForNamed,
} from '../e2e/support/library-page.ts'
import type { OwnPage } from '../e2e/support/own-page.ts'
import { press, textOf, waitForStatus } from '../e2e/support/popup.ts'
import { backupFile, startImport } from '../faults/support/backup-file.ts'
import { openDesk, stored } from '../faults/support/desk.ts'
import { withProfile } from '../faults/support/profile.ts'
import { waitUntil } from '../faults/support/wait.ts'

let opened: OpenedLibrary
let running: Running
let library: OwnPage
let page: Page

eachLibraryPage((given) => {
  opened = given
  ;({ running, library, page } = opened)
})

test('an import whose page was closed in the middle is known, goes on with the same file, and goes again as one', async () => {
  await withProfile(async (folder) => {
    const file = await backupFile(folder, 1400)
    await cutOffImport(file)
    expect(await textOf(page)).toMatch(
      /The import of “backup-1400.json” was cut off after [\d,]+ papers, which are in the library/,
    )
    await look(library, 'cut-off-import')
    await chooseBackup(page, file, 'Choose the file again…')
    await press(page, 'Import')
    await waitForStatus(page, 'new papers')
    await waitForCount(page, 'All', 1400)
    await page.waitForFunction(() => !document.body.innerText.includes('was cut off'))
    const said = await page.waitForFunction(
      () => /Imported [\d,]+ new papers\./.exec(document.body.innerText)?.[0],
    )
    await press(page, `Undo: ${await said.jsonValue()}`)
    await waitForCounts(page, { all: 0, trash: 0 })

    await cutOffImport(file)
    await press(page, 'Take it back')
    await waitForStatus(page, 'Undone')
    await waitForCounts(page, { all: 0, trash: 0 })
    await page.waitForFunction(() => !document.body.innerText.includes('was cut off'))
  })
}, 120_000)

/** Starts an import and closes its page once some of it is written, then opens another. */
async function cutOffImport(file: string): Promise<void> {
  const desk = await openDesk(running)
  await page.bringToFront()
  await startImport(page, file)
  await waitUntil(async () => {
    const { shown } = await stored(desk)
    return shown.length > 0
  })
  await page.close()
  await desk.close()
  opened.library = library = await openLibraryPage(running)
  page = library.page
  await waitForNamed(page, 'button', 'Choose the file again…')
}
