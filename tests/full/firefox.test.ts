import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer'
import { afterEach, describe, expect, test } from 'vitest'
import { found, saved } from '../e2e/support/badge.ts'
import { waitForFirefoxBadge } from '../e2e/support/firefox/badge.ts'
import {
  backgroundState,
  clickToolbarButton,
  openInPrivateWindow,
} from '../e2e/support/firefox/cockpit.ts'
import { downloadInFirefox } from '../e2e/support/firefox/downloaded.ts'
import { errorsInFirefox } from '../e2e/support/firefox/errors.ts'
import {
  type FirefoxOptions,
  hasFirefox,
  launchFirefox,
  type RunningFirefox,
} from '../e2e/support/firefox/launch.ts'
import { openFirefoxLibrary } from '../e2e/support/firefox/library-page.ts'
import { openFirefoxPage } from '../e2e/support/firefox/own-page.ts'
import { openFirefoxPopup, popupOf } from '../e2e/support/firefox/popup.ts'
import { savePaper, waitForCounts, waitForNamed } from '../e2e/support/library-page.ts'
import { openInTab, showFixture } from '../e2e/support/pages.ts'
import { pointerHand } from '../e2e/support/pointer-hand.ts'
import { has, textOf } from '../e2e/support/popup.ts'
import { stored } from '../faults/support/desk.ts'
import { invented } from '../faults/support/invented.ts'
import { waitUntil } from '../faults/support/wait.ts'

let running: RunningFirefox | undefined

/** Puts a file into the box that Import… opens the browser's dialog for, and waits for what an import of it would do. */
async function chooseFile(page: Page, file: string): Promise<void> {
  const box = await page.$('input[type=file]')
  await (box as ElementHandle<HTMLInputElement> | null)?.uploadFile(file)
  await waitForNamed(page, 'button', 'Import')
}

afterEach(async () => {
  await running?.close()
  running = undefined
})

async function start(options?: FirefoxOptions): Promise<RunningFirefox> {
  running = await launchFirefox(options)
  return running
}

describe.skipIf(!hasFirefox)('in Firefox', () => {
  test('the library is kept where the disk is full, without anybody being asked', async () => {
    const { desk } = await start()
    await waitUntil(() => desk.evaluate(() => navigator.storage.persisted()), 30_000)
  }, 240_000)

  test('a file of references is imported, a backup is written, and is all of it in another library', async () => {
    const from = await start()
    let page = await openFirefoxLibrary(from)
    let hand = pointerHand(page)
    await savePaper(page, invented(1), { tags: ['salt'], note: 'Mine.' })
    await waitForCounts(page, { all: 1, tags: { salt: 1 } })
    const references = join(from.downloads, 'references.bib')
    await writeFile(references, `@article{a, title = {Reeds in the wind}, doi = {10.5555/reeds.1}}`)
    await chooseFile(page, references)
    expect(await textOf(page)).toContain('Recognised as BibTeX')
    await hand.press('Import')
    await hand.hears('mported')
    await waitForCounts(page, { all: 2 })

    await hand.press('Backup')
    const backup = await downloadInFirefox(from, () => hand.press('Back up now'))
    expect(backup.name).toMatch(/^offprint-.*\.json$/)
    const before = await stored(page)
    await from.close()

    const other = await start()
    const file = join(other.downloads, backup.name)
    await writeFile(file, backup.text)
    page = await openFirefoxLibrary(other)
    hand = pointerHand(page)
    await chooseFile(page, file)
    await hand.press('Import')
    await waitForCounts(page, { all: 2, tags: { salt: 1 } })
    const { dois, notes, tags, faults } = await stored(page)
    expect({ notes, tags, faults, dois: dois.toSorted() }).toEqual({
      notes: before.notes,
      tags: before.tags,
      faults: [],
      dois: before.dois.toSorted(),
    })
    expect(await errorsInFirefox(other)).toEqual([])
  }, 240_000)

  test('a background that was stopped when idle is woken by a page and by a message', async () => {
    const from = await start({ preferences: { 'extensions.background.idle.timeout': 1500 } })
    await waitUntil(async () => (await backgroundState(from)) === 'stopped', 30_000)
    const page = await openInTab(from.browser, 'qxmd/bolverin')
    await waitForFirefoxBadge(from, page, found)
    await waitUntil(async () => (await backgroundState(from)) === 'stopped', 30_000)
    const popup = await openFirefoxPopup(from, page)
    await popup.hears('Saved to your library')
    await waitForFirefoxBadge(from, page, saved)
    await waitUntil(async () => (await backgroundState(from)) === 'stopped', 30_000)
    // The popup is open still, and what is typed in it wakes the background.
    await popup.write('textbox', 'Note', 'Written to who slept.')
    await waitUntil(
      async () => Object.values((await stored(from.desk)).notes).includes('Written to who slept.'),
      30_000,
    )
    await waitUntil(async () => (await backgroundState(from)) === 'stopped', 30_000)
    await popup.close()
    await showFixture(page, 'qxmd/bolverin')
    await waitForFirefoxBadge(from, page, saved)
    expect(await errorsInFirefox(from)).toEqual([])
  }, 240_000)

  test('where a person has taken the sites away, a click saves all the same, and the settings ask for them', async () => {
    // Firefox's own question is answered by yes.
    const preferences = { 'extensions.webextOptionalPermissionPrompts': false }
    const from = await start({ preferences })
    expect(await areSitesAllowed(from)).toBe(true)
    await takeSitesAway(from)
    expect(await areSitesAllowed(from)).toBe(false)
    const page = await openInTab(from.browser, 'qxmd/bolverin')
    // Opened by nobody's click the popup may not look at the page, and it does not light the button.
    const popup = await openFirefoxPopup(from, page)
    await popup.waitFor('searchbox', 'Search')
    await popup.press('This page', 'tab')
    await popup.waitForText('Offprint cannot read this page.')
    await popup.close()
    await waitForFirefoxBadge(from, page, ({ text }) => text === '')

    await clickToolbarButton(from, page)
    const clicked = await popupOf(from)
    await clicked.hears('Saved to your library')
    await waitForFirefoxBadge(from, page, saved)
    await clicked.close()

    const library = await openFirefoxLibrary(from)
    const hand = pointerHand(library)
    await hand.press('Settings')
    await hand.press('Allow these sites')
    await waitUntil(() => areSitesAllowed(from), 30_000)
    await waitUntil(async () => !(await has(library, 'button', 'Allow these sites')), 30_000)
    await showFixture(page, 'pubmed/lighthouse')
    await waitForFirefoxBadge(from, page, found)
    expect(await errorsInFirefox(from)).toEqual([])
  }, 240_000)

  test('a click on the toolbar button saves from a host that nobody told the extension of', async () => {
    const from = await start()
    const page = await openInTab(from.browser, 'highwire-unknown-host/page')
    await clickToolbarButton(from, page)
    const popup = await popupOf(from)
    await popup.hears('Saved to your library')
    await waitForFirefoxBadge(from, page, saved)
    expect(await errorsInFirefox(from)).toEqual([])
  }, 240_000)

  test('a private window says plainly that nothing is kept there, and nothing can be', async () => {
    const from = await start()
    const page = await openInPrivateWindow(from, libraryPage)
    expect(await page.$eval('[role=alert]', ({ textContent }) => textContent)).toContain(
      'Offprint does not work in private windows',
    )
    expect(await page.evaluate(() => indexedDB.databases().catch(() => 'refused'))).toBe('refused')
  }, 240_000)

  test('so does a browser in which every window is private', async () => {
    const { browser } = await start({ preferences: { 'browser.privatebrowsing.autostart': true } })
    const page = await openFirefoxPage(browser, libraryPage)
    expect(await textOf(page)).toContain('Offprint does not work in private windows')
  }, 240_000)
})

const libraryPage = 'extension/library/index.html'

/** Whether Firefox lets the extension look at the sites that its manifest names. */
function areSitesAllowed({ desk }: RunningFirefox): Promise<boolean> {
  return desk.evaluate(() => {
    const { permissions, runtime } = Reflect.get(globalThis, 'browser')
    return permissions.contains({ origins: runtime.getManifest().content_scripts[0].matches })
  })
}

/** Takes them away, as a person does on Firefox's own page of extensions. */
function takeSitesAway({ desk }: RunningFirefox): Promise<void> {
  return desk.evaluate(() => {
    const { permissions, runtime } = Reflect.get(globalThis, 'browser')
    return permissions.remove({ origins: runtime.getManifest().content_scripts[0].matches })
  })
}
