// npm run screenshots [-- --only review,popup-saved]: every state of the popup, the library page and the page of welcome, in light and dark, right to
// left and at 200 %, as pictures under docs/screenshots/. With `--only store` the pictures for the stores' pages, under docs/store/.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildExtension, support } from './driving.mjs'
import { picturedFile, picturedLibrary } from './pictured-library.mjs'
import { root, run, setUp } from './set-up.mjs'
import { takeStorePictures } from './store-pictures.mjs'

const usage = 'Usage: npm run screenshots [-- --only review,popup-saved | --only store]'
const folder = join(root, 'docs/screenshots')

/** The four ways in which each state is shown: a person's theme, direction and zoom. */
const ways = [
  { name: 'light', scheme: 'light' },
  { name: 'dark', scheme: 'dark' },
  { name: 'rtl', scheme: 'light', direction: 'rtl' },
  { name: 'zoom', scheme: 'light', zoom: 2 },
]

const popupSize = { width: 400, height: 600 }
const pageSize = { width: 1240, height: 800 }

await run(async () => {
  const only = readArguments()
  const { browser } = await setUp()
  process.env.CHROMIUM_PATH = browser
  buildExtension()
  if (!only || only.includes('store')) await takeStorePictures()
  if (only?.join() === 'store') return
  const [{ launch }, ownPage, pages, popup, { byRole }, { pointerHand }] = await Promise.all(
    ['launch', 'own-page', 'pages', 'popup', 'by-role', 'pointer-hand'].map(support),
  )
  if (!only) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const running = await launch()
  let taken = 0

  /** Takes a state's pictures; `size` is the window's at 100 %. */
  const shoot = async (page, name, size) => {
    if (only && !only.includes(name)) return
    for (const { name: way, scheme, direction, zoom = 1 } of ways) {
      await page.setViewport({
        width: Math.round(size.width / zoom),
        height: Math.round(size.height / zoom),
        deviceScaleFactor: zoom,
      })
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ])
      await page.evaluate((dir) => {
        document.documentElement.dir = dir
      }, direction ?? 'ltr')
      await page.evaluate(() => new Promise((done) => setTimeout(done, 250)))
      await page.screenshot({ path: join(folder, `${name}-${way}.png`) })
      taken++
    }
    await page.evaluate(() => {
      document.documentElement.dir = 'ltr'
    })
    await page.setViewport(size)
  }
  const press = (page, name, role = 'button') => page.locator(byRole(role, name)).click()

  try {
    const library = await ownPage.openOwnPage(running, 'extension/library/index.html')
    const { page } = library
    await page.setViewport(pageSize)
    await press(page, 'Import…')
    await page.locator('dialog[open] textarea').fill('TY  - JOUR\nTI  - Reeds in the wind\nER  - ')
    await shoot(page, 'import', pageSize)
    await page.locator('dialog[open] textarea').fill(picturedLibrary(Date.now()))
    await press(page, 'Read the text')
    await press(page, 'Import')
    await popup.waitForStatus(page, 'Imported')
    await press(page, 'Import…')
    await page.locator('dialog[open] textarea').fill(picturedFile)
    await press(page, 'Read the text')
    await page.waitForSelector('dialog[open] .counts')
    await shoot(page, 'import-preview', pageSize)
    await press(page, 'Cancel')
    const tab = await running.browser.newPage()
    /** The popup over a page of the fixtures, opened by its button. */
    const over = async (fixture, name, act) => {
      if (fixture) await pages.showFixture(tab, fixture)
      const { page } = await ownPage.openPopup(running, tab)
      await act(page)
      await shoot(page, name, popupSize)
      await page.close().catch(() => undefined)
    }
    await over('qxmd/bolverin', 'popup-saved', async (page) => {
      await popup.waitForStatus(page, 'Saved to your library')
      await popup.typeTags(page, 'harbour', 'fever')
    })
    await over(undefined, 'popup-before', (page) => page.waitForSelector('.record-panel'))
    await over('pubmed/lighthouse', 'popup-editing', async (page) => {
      await popup.waitForStatus(page, 'Saved to your library')
      await press(page, 'Edit')
    })
    await over(undefined, 'popup-undone', async (page) => {
      await page.waitForSelector('.record-panel')
      await press(page, 'Delete')
      await page.locator(byRole('button', 'Save')).wait()
    })
    // More papers, so that the lists have something to show.
    for (const fixture of ['arxiv/tides', 'plain-text/page']) {
      await pages.showFixture(tab, fixture)
      const more = await ownPage.openPopup(running, tab)
      await wait(2500)
      await more.page.close().catch(() => undefined)
    }
    await tab.goto('about:blank')
    await page.bringToFront()
    await page.reload()
    await page.waitForSelector('.row-title')
    await wait(1500)
    await shoot(page, 'library', pageSize)
    // In a picture without them a paper with a note, a highlight and a key would look like one without.
    await press(page, 'Anchorin is the primary target of bolverin in harbour workers')
    await page.waitForSelector('.record-panel')
    await pointerHand(page).highlightLast(14)
    await popup.waitForStatus(page, 'Highlighted')
    await press(page, 'Copy citation key')
    await popup.waitForStatus(page, 'copied')
    await shoot(page, 'library-record', pageSize)
    await page.locator('.row input').click()
    await page.waitForSelector('.bulk')
    await shoot(page, 'library-bulk', pageSize)
    await press(page, 'Tag…')
    await page.waitForSelector('dialog[open]')
    await shoot(page, 'library-bulk-tags', pageSize)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.evaluate(() => document.querySelector('dialog')?.close())
    await page.locator(byRole('searchbox', 'Search')).fill('tide')
    await wait(600)
    await shoot(page, 'library-search', pageSize)
    await page.locator(byRole('searchbox', 'Search')).fill('nothing of the kind')
    await wait(600)
    await shoot(page, 'library-nothing', pageSize)
    await page.locator(byRole('searchbox', 'Search')).click({ count: 3 })
    await page.keyboard.press('Backspace')
    await wait(600)
    await page.evaluate(() =>
      Reflect.get(globalThis, 'chrome').storage.local.set({
        'setting:wanted': ['tide', 'fever'],
        'setting:unwanted': ['trial'],
      }),
    )
    for (const [state, button] of [
      ['review', 'Review'],
      ['overview', 'Overview'],
      ['duplicates', 'Possible duplicates'],
      ['trash', 'Trash'],
    ]) {
      await press(page, button)
      await wait(900)
      await shoot(page, state, pageSize)
    }
    for (const [state, button] of [
      ['settings', 'Settings'],
      ['backup', 'Backup'],
      ['export', 'Export…'],
    ]) {
      await press(page, button)
      await page.waitForSelector('dialog[open]')
      await shoot(page, state, pageSize)
      await page.keyboard.press('Escape')
      await page.waitForFunction(() => !document.querySelector('dialog[open]'))
    }
    await popupIn(running, 'popup-library', async () => undefined)
    await popupIn(running, 'popup-review', (popupPage) =>
      press(popupPage, 'Review', 'tab').then(() => popupPage.waitForSelector('.review-paper')),
    )
    const empty = await launch()
    try {
      const first = await ownPage.openOwnPage(empty, 'extension/library/index.html')
      await first.page.setViewport(pageSize)
      await first.page.waitForSelector('.empty')
      await wait(500)
      await shoot(first.page, 'library-empty', pageSize)
      await popupIn(empty, 'popup-empty', async () => undefined)
      const welcome = await ownPage.openOwnPage(empty, 'extension/welcome/index.html')
      await welcome.page.waitForSelector('.jobs')
      await shoot(welcome.page, 'welcome', pageSize)
    } finally {
      await empty.close()
    }
    /** The popup in a tab, as over a page that is not on the web. */
    async function popupIn(of, name, act) {
      const { page: own } = await ownPage.openOwnPage(of, 'extension/popup/index.html')
      await own.setViewport(popupSize)
      await wait(1200)
      await act(own)
      await wait(400)
      await shoot(own, name, popupSize)
      await own.close()
    }
  } finally {
    await running.close()
  }
  process.stdout.write(`${taken} pictures in docs/screenshots/\n`)
})

function wait(ms) {
  return new Promise((done) => setTimeout(done, ms))
}

function readArguments() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' } } })
    return values.only?.split(',')
  } catch (error) {
    throw new Error(`${error.message}\n${usage}`)
  }
}
