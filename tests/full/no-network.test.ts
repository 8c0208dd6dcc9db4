import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { found, saved, tabIdOf, waitForBadge } from '../e2e/support/badge.ts'
import { byRole } from '../e2e/support/by-role.ts'
import { type CountingProxy, countingProxy } from '../e2e/support/counting-proxy.ts'
import { download } from '../e2e/support/download.ts'
import { keyboardHand } from '../e2e/support/keyboard-hand.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openLibraryPage, waitForCounts, waitForNamed } from '../e2e/support/library-page.ts'
import { openPopup } from '../e2e/support/own-page.ts'
import { openFixture } from '../e2e/support/pages.ts'
import { press, typeNote, typeTags, waitForStatus } from '../e2e/support/popup.ts'
import { inventedPage } from '../faults/support/invented.ts'

const paper = inventedPage(1)
const address = paper.url.replace('https:', 'http:')
const pages = new Map([[address, paper.html]])

let proxy: CountingProxy
let running: Running
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-no-network-'))
  proxy = await countingProxy(pages)
})

afterEach(async () => {
  await running?.close()
  await proxy.close()
  await rm(folder, { recursive: true, force: true })
})

/**
 * What Chromium (156) asks for by itself, with no extension in it too, whatever it is told: the time, whether somebody is signed in,
 * its start page, its own parts, and the picture for a tab.
 */
const ofTheBrowser = [
  /^http:\/\/clients2\.google\.com\/time\//,
  /^CONNECT (?:www|accounts|android\.clients)\.google\.com:443$/,
  /^CONNECT redirector\.gvt1\.com:443$/,
  /\/favicon\.ico$/,
  // The picture for the portal's tab; its page is the test's own and comes by no network.
  /^CONNECT read\.qxmd\.com:443$/,
]

/** What was asked for beside the page that the person opened, and what the browser asks for by itself. */
function others(): string[] {
  return proxy.asked.filter(
    (url) => url !== address && !ofTheBrowser.some((known) => known.test(url)),
  )
}

/** A person reads the page that the proxy serves, and saves its paper. */
async function savesFromPage(): Promise<void> {
  const tab = await running.browser.newPage()
  await tabIdOf(running, tab)
  await tab.goto(address, { waitUntil: 'load' })
  const popup = await openPopup(running, tab)
  await waitForStatus(popup.page, 'Saved to your library')
  await waitForBadge(running, tab, saved)
  await typeTags(popup.page, 'harbour')
  await typeNote(popup.page, 'Why this one matters.')
  await popup.page.close()
  await tab.close()
}

test('a day’s work asks nothing of any network', async () => {
  running = await launch({ args: proxy.args })
  await savesFromPage()
  // A portal’s page comes from the test itself: only that it is found before any click is of interest.
  const portal = await openFixture(running, 'qxmd/bolverin')
  await waitForBadge(running, portal, found)
  const popup = await openPopup(running, portal)
  await waitForStatus(popup.page, 'Saved to your library')
  await waitForBadge(running, portal, saved)
  await popup.page.close()
  await portal.close()

  let library = await openLibraryPage(running)
  let hand = keyboardHand(library.page)
  await waitForCounts(library.page, { all: 2, tags: { harbour: 1 } })
  await hand.write('searchbox', 'Search', 'keeper1')
  await library.page.waitForFunction(() => document.querySelectorAll('.row-title').length === 1)
  await hand.press('Tide number 1 at the mole')
  await library.page.waitForSelector('.section-text')
  await hand.highlightLast(14)
  await hand.hears('Highlighted')
  await hand.press('Copy reference')
  await hand.hears('Copied in APA style')

  await hand.press('Review')
  await waitForNamed(library.page, 'button', 'Include')
  await hand.press('Include')
  await hand.hears('Included')
  await hand.press('All')

  let backup = ''
  for (const format of ['BibTeX', 'RIS', 'CSV', 'JSON']) {
    await press(library.page, 'Export…')
    await library.page.waitForSelector(byRole('button', 'Download'))
    await press(library.page, format, 'radio')
    const file = await download(running.browser, () => press(library.page, 'Download'))
    await library.page.waitForFunction(() => document.querySelector('dialog[open]') === null)
    if (format === 'JSON') backup = file.text
  }
  const references = join(folder, 'reeds.bib')
  await writeFile(references, '@misc{a, title = {Reeds}, url = {http://reeds.example/1}}')
  const copy = join(folder, 'backup.json')
  await writeFile(copy, backup)
  for (const file of [references, copy]) {
    const chooser = library.page.waitForFileChooser()
    await press(library.page, 'Import…')
    await (await chooser).accept([file])
    await press(library.page, 'Import')
    await waitForStatus(library.page, 'mported')
    await library.page.waitForFunction(() => document.querySelector('dialog[open]') === null)
  }
  await waitForCounts(library.page, { all: 3 })
  for (const dialog of ['Settings', 'Backup', 'Manage tags']) {
    await press(library.page, dialog)
    await library.page.waitForSelector('dialog[open]')
    await library.page.keyboard.press('Escape')
    await library.page.waitForFunction(() => !document.querySelector('dialog[open]'))
  }
  for (const pane of ['Overview', 'Possible duplicates', 'Trash']) await press(library.page, pane)
  library.assertNoErrors()

  running = await running.restart()
  library = await openLibraryPage(running)
  hand = keyboardHand(library.page)
  await waitForCounts(library.page, { all: 3, tags: { harbour: 1 } })
  await savedAgain()
  library.assertNoErrors()
  expect(proxy.asked).toContain(address)
  expect(others()).toEqual([])
}, 240_000)

/** After a restart the page is opened once more, and its paper is known. */
async function savedAgain(): Promise<void> {
  const tab = await running.browser.newPage()
  await tabIdOf(running, tab)
  await tab.goto(address, { waitUntil: 'load' })
  const popup = await openPopup(running, tab)
  await popup.page.waitForSelector(byRole('textbox', 'Note'))
  await popup.page.close()
  await tab.close()
}

test.each([
  ['the background', 'extension/background/main.js', 'worker'],
  ['the popup', 'extension/popup/index.js', 'popup'],
  ['the library page', 'extension/library/index.js', 'library'],
])('one request of %s would be counted', async (_, script, name) => {
  const extension = join(folder, 'extension')
  await cp('dist/chrome', extension, { recursive: true })
  const file = join(extension, script)
  await writeFile(
    file,
    `${await readFile(file, 'utf8')}\nfetch('http://asked.example/${name}').catch(() => {})`,
  )
  const manifest = join(extension, 'manifest.json')
  const policy = await readFile(manifest, 'utf8')
  await writeFile(manifest, policy.replace("connect-src 'none'", 'connect-src *'))
  running = await launch({ args: proxy.args, folder: extension })
  await savesFromPage()
  await openLibraryPage(running)
  await expect.poll(others).toContain(`http://asked.example/${name}`)
})
