import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hands } from '../e2e/support/hands.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openLibraryPage, waitForCount, waitForFocus } from '../e2e/support/library-page.ts'
import type { OwnPage } from '../e2e/support/own-page.ts'
import { waitForStatus } from '../e2e/support/popup.ts'
import { storedDocuments } from '../e2e/support/stored-documents.ts'
import { backupFile, startImport } from '../faults/support/backup-file.ts'
import { withProfile } from '../faults/support/profile.ts'

const papers = 10_000

let running: Running
let library: OwnPage
let page: Page

/** How many records have each of these two tags, in the database. */
const counts = async () => ({ everywhere: await tagged('everywhere'), all: await tagged('of all') })

beforeAll(async () => {
  running = await launch()
  library = await openLibraryPage(running)
  page = library.page
  await withProfile(async (folder) => {
    await startImport(page, await backupFile(folder, papers, ['everywhere']))
    await page.waitForFunction(() => /Imported 10,000 new/.test(document.body.innerText), {
      timeout: 240_000,
    })
  })
  await waitForCount(page, 'everywhere', 10_000)
}, 300_000)

afterAll(async () => {
  const errors = [...running.workerErrors, ...library.errors]
  await running.close()
  expect(errors).toEqual([])
})

test.each(hands)(
  'a tag of 10,000 papers is renamed by $hand alone, with its progress, and has its name again',
  async ({ take }) => {
    const hand = take(page)
    await watchProgress()
    await hand.press('Manage tags')
    await hand.press('Rename everywhere')
    await waitForFocus(page, 'New name for everywhere')
    await hand.rewrite('textbox', 'New name for everywhere', 'of all')
    await hand.press('Rename')
    const said = 'Renamed “everywhere” to “of all” on 10,000 papers.'
    await waitForStatus(page, said, 240_000)
    await hand.hears(said)
    expectProgress(await progress(), 'Renaming “everywhere” to “of all”')
    await waitForFocus(page, 'Manage tags')
    await waitForCount(page, 'of all', 10_000)
    expect(await counts()).toEqual({ everywhere: 0, all: papers })

    await hand.press(`Undo: ${said}`)
    await waitForStatus(page, 'Undone', 240_000)
    await hand.hears('Undone')
    expectProgress(await progress(), 'Undoing')
    await waitForCount(page, 'everywhere', 10_000)
    expect(await counts()).toEqual({ everywhere: papers, all: 0 })
  },
  600_000,
)

/** What a progress bar said, one after the other. */
type Progress = { name: string; done: number; of: number }[]

/** Notes in the page each state of a progress bar. */
function watchProgress(): Promise<void> {
  return page.evaluate(() => {
    const seen: Progress = []
    Reflect.set(globalThis, 'seen', seen)
    new MutationObserver(() => {
      const bar = document.querySelector('dialog progress')
      if (!(bar instanceof HTMLProgressElement) || bar.position < 0) return
      seen.push({ name: bar.ariaLabel ?? '', done: bar.value, of: bar.max })
    }).observe(document.body, { childList: true, subtree: true, attributes: true })
  })
}

const progress = (): Promise<Progress> => page.evaluate(() => Reflect.get(globalThis, 'seen'))

/** Progress that goes on, often enough to be believed, and never back. */
function expectProgress(all: Progress, name: string): void {
  const done = all.filter((each) => each.name === name).map((each) => each.done)
  expect(new Set(done).size, `${name}: ${done}`).toBeGreaterThan(5)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
}

async function tagged(tag: string): Promise<number> {
  const records = await storedDocuments(page, 'records')
  return records.filter((record) => record[`tag:${tag}`] === true).length
}
