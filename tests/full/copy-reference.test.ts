import type { Page } from 'puppeteer'
import { expect, test } from 'vitest'
import { byRole } from '../e2e/support/by-role.ts'
import { eachLibraryPage } from '../e2e/support/each-library-page.ts'
import type { Hand } from '../e2e/support/hands.ts'
import { keyboardHand } from '../e2e/support/keyboard-hand.ts'
import type { Running } from '../e2e/support/launch.ts'
import { look, savePaper, waitForCounts } from '../e2e/support/library-page.ts'
import { screenshot, setColorScheme } from '../e2e/support/look.ts'
import { type OwnPage, openPopup } from '../e2e/support/own-page.ts'
import { press, waitForStatus } from '../e2e/support/popup.ts'
import { backupFile, startImport } from '../faults/support/backup-file.ts'
import { invented } from '../faults/support/invented.ts'
import { withProfile } from '../faults/support/profile.ts'

let running: Running
let library: OwnPage
let page: Page
let hand: Hand

eachLibraryPage(async (opened) => {
  ;({ running, library, page } = opened)
  hand = keyboardHand(page)
  await running.browser
    .defaultBrowserContext()
    .overridePermissions(`chrome-extension://${running.id}`, ['clipboard-read'])
})

/** What lies on the clipboard as plain text and as HTML. */
async function clipboard(): Promise<{ text: string; html: string }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const part = async (type: string) => (await (await item?.getType(type))?.text()) ?? ''
    return { text: await part('text/plain'), html: await part('text/html') }
  })
}

/** A made-up paper with these fields besides. */
function paper(n: number, item: object) {
  const capture = invented(n)
  return { ...capture, item: { ...capture.item, ...item } }
}

const journal = { 'container-title': 'Journal of Tides', volume: '4', issue: '2', page: '77-81' }

test('references are copied by keyboard with their fonts, of one paper and of several, in the style that was last taken', async () => {
  await savePaper(page, paper(1, { ...journal, title: 'Dust <img src=x> in <i>Fagus</i>' }))
  await savePaper(page, paper(2, journal))
  await waitForCounts(page, { all: 2 })

  await hand.press('Dust <img src=x> in Fagus')
  await hand.press('Copy reference')
  await hand.hears('Copied in APA style')
  expect(await clipboard()).toEqual({
    text: 'Keeper1, A. (1901). Dust <img src=x> in Fagus. Journal of Tides, 4(2), 77–81. https://doi.org/10.5555/fault.1',
    html: 'Keeper1, A. (1901). Dust &lt;img src=x&gt; in <i>Fagus</i>. <i>Journal of Tides</i>, <i>4</i>(2), 77–81. https://doi.org/10.5555/fault.1',
  })

  await hand.pick('Citation style', 'Van')
  await page.reload()
  await hand.tick('Select Dust <img src=x> in Fagus')
  await hand.tick('Select Tide number 2 at the mole')
  await hand.press('Copy reference')
  await hand.hears('Copied 2 references in Vancouver style')
  const lines = [
    '1. Keeper1 A. Dust <img src=x> in Fagus. Journal of Tides. 1901;4(2):77–81.',
    '2. Keeper2 A. Tide number 2 at the mole. Journal of Tides. 1902;4(2):77–81.',
  ]
  const { text, html } = await clipboard()
  expect(text.split('\n')).toEqual(lines)
  expect(html).toContain('<p>1. Keeper1 A. Dust &lt;img src=x&gt; in <i>Fagus</i>. Journal')
  await look(library, 'reference-bulk')

  await hand.press('Settings')
  const about = await page.$$eval('.setting', (all) => {
    all.at(-1)?.scrollIntoView()
    return all.at(-1)?.textContent ?? ''
  })
  await look(library, 'reference-about')
  expect(about).toContain('citeproc-js. Copyright © 2009–2019 Frank Bennett.')
  expect(about).toContain('Common Public Attribution License 1.0')
  expect(about).toContain('github.com/juris-m/citeproc-js')
})

test('a thousand are copied in one go while the page goes on answering', async () => {
  await withProfile(async (folder) => {
    await startImport(page, await backupFile(folder, 1000))
    await waitForStatus(page, 'Imported')
    await page.waitForSelector('.row-title')
    const first = await page.$eval('.row-title', (title) => title.textContent)
    await hand.tick(`Select ${first}`)
    await hand.press('Select all 1,000')
    await page.evaluate(countTurns)
    await hand.press('Copy reference')
    await page.waitForSelector(byRole('button', 'Stop'), { visible: true })
    await waitForStatus(page, 'Copied 1,000 references in APA style', 120_000)
    const { text, html } = await clipboard()
    expect(text.split('\n')).toHaveLength(1000)
    expect(html.match(/<p>/g)).toHaveLength(1000)
    // Work in one piece would leave the page none, in two pieces one.
    expect(await page.evaluate(() => (globalThis as unknown as Turns).turns)).toBeGreaterThan(40)

    await hand.pick('Citation style', 'MLA')
    await hand.press('Copy reference')
    await hand.press('Stop')
    await page.waitForSelector('dialog', { hidden: true })
    expect((await clipboard()).text).toBe(text)
  })
}, 240_000)

interface Turns {
  turns: number
}

/** Counts how often the page has its turn for something else while it works. */
function countTurns(): void {
  const counted = globalThis as unknown as Turns
  counted.turns = 0
  setInterval(() => {
    if (document.querySelector('dialog progress')) counted.turns += 1
  }, 10)
}

test('in the popup the reference stands beside what else is done with the paper', async () => {
  await savePaper(page, paper(1, journal))
  const tab = await running.browser.newPage()
  const popup = await openPopup(running, tab)
  await press(popup.page, 'Tide number 1 at the mole')
  await popup.page.waitForSelector(byRole('button', 'Copy reference'))
  for (const colours of ['light', 'dark'] as const) {
    await setColorScheme(popup.page, colours)
    await screenshot(popup.page, `reference-popup-${colours}`)
  }
  await press(popup.page, 'Copy reference')
  await waitForStatus(popup.page, 'Copied in APA style')
  popup.assertNoErrors()
})
