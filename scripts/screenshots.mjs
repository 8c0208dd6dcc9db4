// npm run screenshots [-- --only review,popup-saved]: every state of the popup, the library page and the page of welcome, in light and dark, right to
// left and at 200 %, as pictures under docs/screenshots/. With `--only store` the pictures for the stores' pages, under docs/store/.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildExtension, support } from './driving.mjs'
import { picturedFile, picturedLibrary } from './pictured-library.mjs'
import { root, run, setUp } from './set-up.mjs'
import { takeStorePictures } from './store-pictures.mjs'

const usage = 'Usage: npm run screenshots [-- --only review,popup-saved | --only store]'
const folder = join(root, 'docs/screenshots')

/** The four ways in which each state is shown: a person's theme, direction (in Arabic, as there is none without a language) and zoom. */
const ways = [
  { name: 'light', scheme: 'light' },
  { name: 'dark', scheme: 'dark' },
  { name: 'rtl', scheme: 'light', language: 'ar' },
  { name: 'zoom', scheme: 'light', zoom: 2 },
]

/** A popup grows with its zoom until it has 800 by 600 px of the screen. */
const popupSize = { width: 400, height: 600, zoomed: { width: 400, height: 300 } }
const pageSize = { width: 1240, height: 800, zoomed: { width: 620, height: 400 } }

await run(async () => {
  const only = readArguments()
  const { browser } = await setUp()
  process.env.CHROMIUM_PATH = browser
  buildExtension()
  if (!only || only.includes('store')) await takeStorePictures()
  if (only?.join() === 'store') return
  const [{ launch }, ownPage, pages, popup, { byRole }, { pointerHand }, badge] = await Promise.all(
    ['launch', 'own-page', 'pages', 'popup', 'by-role', 'pointer-hand', 'badge'].map(support),
  )
  if (!only) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const running = await launch()
  let taken = 0
  let ofPopups = ways.filter(({ zoom }) => zoom === undefined)

  /** Takes a state's pictures; `size` is the window's at 100 %. */
  const shoot = async (page, name, size) => {
    if (only && !only.includes(name)) return
    for (const { name: way, scheme, language = 'system', zoom = 1 } of size ? ways : ofPopups) {
      // A real popup is as large as it is.
      if (size)
        await page.setViewport({ ...(zoom > 1 ? size.zoomed : size), deviceScaleFactor: zoom })
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ])
      await set(page, { language })
      await page.waitForFunction(
        (dir) => document.documentElement.dir === dir,
        {},
        language === 'ar' ? 'rtl' : 'ltr',
      )
      await wait(250)
      await page.screenshot({ path: join(folder, `${name}-${way}.png`) })
      taken++
    }
    if (size) await page.setViewport(size)
    await set(page, { language: 'system' })
    await page.waitForFunction(() => document.documentElement.dir === 'ltr')
  }
  /** Changes settings, as Settings does. */
  const set = (page, settings) =>
    page.evaluate(
      (changed) => Reflect.get(globalThis, 'chrome').storage.local.set(changed),
      Object.fromEntries(
        Object.entries(settings).map(([name, value]) => [`setting:${name}`, value]),
      ),
    )
  const unfold = async (page, name) => {
    await press(page, name)
    await page.$eval('.disclosure button[aria-expanded=true]', (button) => button.scrollIntoView())
  }
  const press = (page, name, role = 'button') => page.locator(byRole(role, name)).click()

  /** What the page itself says where a paper was saved by the keyboard; it goes by itself, so each picture has its own. */
  async function takeNotices(running, library, tab) {
    if (only && !only.includes('notice')) return
    // What a press of the keys would allow, which nobody can press here.
    const { page: allowing } = await ownPage.openPopup(running, tab)
    await wait(1500)
    await allowing.close()
    for (const { name: way, scheme, language = 'system', zoom = 1 } of ways) {
      await tab.setViewport({ ...(zoom > 1 ? pageSize.zoomed : pageSize), deviceScaleFactor: zoom })
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      await set(library, { language })
      const worker = await running.worker()
      await worker.evaluate(
        async (id) => {
          const { commands, tabs } = Reflect.get(globalThis, 'chrome')
          commands.onCommand.dispatch('save-page', await tabs.get(id))
        },
        await badge.tabIdOf(running, tab),
      )
      await wait(2000)
      await tab.screenshot({ path: join(folder, `notice-${way}.png`) })
      taken++
    }
    await set(library, { language: 'system' })
    await tab.setViewport(pageSize)
  }

  /** Brings the pictured library in. */
  async function fill(page) {
    await press(page, 'Import…')
    await page.locator('dialog[open] textarea').fill(picturedLibrary(Date.now()))
    await press(page, 'Read the text')
    await press(page, 'Import')
    await popup.waitForStatus(page, 'Imported')
  }

  /** The states of This page in the real popup, opened by its button over a page of the fixtures. */
  async function takePopups(running, library, tab) {
    /** The popup over a page of the fixtures, opened by its button. */
    const over = async (fixture, name, act) => {
      if (fixture) await pages.showFixture(tab, fixture)
      const { page } = await ownPage.openPopup(running, tab)
      await act(page)
      await shoot(page, name)
      await page.close().catch(() => undefined)
    }
    await over('qxmd/bolverin', 'popup-saved', async (page) => {
      await popup.waitForStatus(page, 'Saved to your library')
      await popup.typeTags(page, 'harbour', 'fever')
    })
    await over(undefined, 'popup-left-out', (page) => unfold(page, 'What was left out'))
    await over(undefined, 'popup-sources', (page) => unfold(page, 'Where each field came from'))
    await over(undefined, 'popup-export', async (page) => {
      await press(page, 'Export…')
      await page.waitForSelector('dialog[open]')
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
    await set(library, { askBeforeSaving: true })
    await over('arxiv/tides', 'popup-asking', (page) =>
      page.waitForSelector(byRole('button', 'Save')),
    )
    await set(library, { askBeforeSaving: false })
    // Closed in the middle of a word, and opened again.
    const { page: typing } = await ownPage.openPopup(running, tab)
    await typing.locator(byRole('textbox', 'Note')).fill('Read this bef')
    await wait(600)
    await typing.close()
    await over(undefined, 'popup-draft', (page) =>
      page.waitForFunction(() => document.querySelector('textarea')?.value !== ''),
    )
    await over('not-a-paper/page', 'popup-no-paper', async (page) => {
      await press(page, 'This page', 'tab')
      await page.waitForSelector(byRole('button', 'Take it anyway'))
    })
    await over(undefined, 'popup-taken-anyway', async (page) => {
      await press(page, 'This page', 'tab')
      await press(page, 'Take it anyway')
      await page.waitForSelector(byRole('button', 'Save'))
    })
  }

  try {
    const library = await ownPage.openOwnPage(running, 'extension/library/index.html')
    const { page } = library
    await page.setViewport(pageSize)
    await press(page, 'Import…')
    await page.locator('dialog[open] textarea').fill('TY  - JOUR\nTI  - Reeds in the wind\nER  - ')
    await shoot(page, 'import', pageSize)
    await press(page, 'Cancel')
    await fill(page)
    await press(page, 'Import…')
    await page.locator('dialog[open] textarea').fill(picturedFile)
    await press(page, 'Read the text')
    await page.waitForSelector('dialog[open] .counts')
    await shoot(page, 'import-preview', pageSize)
    await press(page, 'Cancel')
    const tab = await running.browser.newPage()
    await takePopups(running, page, tab)
    await pages.showFixture(tab, 'qxmd/bolverin')
    await takeNotices(running, page, tab)
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
    await set(page, { wanted: ['tide', 'fever'], unwanted: ['trial'] })
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
    await press(page, 'Overview')
    await page.waitForFunction(() => document.querySelectorAll('.chart').length > 4)
    await page.$eval('.chart:last-of-type', (chart) => chart.scrollIntoView())
    await shoot(page, 'overview-end', pageSize)
    await press(page, 'All')
    await page.locator(byRole('searchbox', 'Search')).click()
    await page.waitForSelector('.search-choice')
    await shoot(page, 'library-hints', pageSize)
    for (const [state, button] of [
      ['tags', 'Manage tags'],
      ['settings', 'Settings'],
      ['backup', 'Backup'],
      ['export', 'Export…'],
    ]) {
      await press(page, button)
      await page.waitForSelector('dialog[open]')
      await shoot(page, state, pageSize)
      if (state === 'tags') {
        await press(page, 'Rename fever')
        await shoot(page, 'tags-rename', pageSize)
        // The box first, then the dialog.
        await page.keyboard.press('Escape')
      }
      if (state === 'settings') {
        await page.$eval('dialog[open]', (dialog) => dialog.scrollTo(0, dialog.scrollHeight))
        await shoot(page, 'settings-end', pageSize)
      }
      await page.keyboard.press('Escape')
      await page.waitForFunction(() => !document.querySelector('dialog[open]'))
    }
    await popupIn(running, 'popup-library', async () => undefined)
    await popupIn(running, 'popup-review', (popupPage) =>
      press(popupPage, 'Review', 'tab').then(() => popupPage.waitForSelector('.review-paper')),
    )
    await page.bringToFront()
    // What was highlighted has gone from the abstract.
    await press(page, 'All')
    await press(page, 'Edit')
    await page
      .locator(byRole('textbox', 'Section 4, text'))
      .fill('Anchorin is what bolverin acts on.')
    await press(page, 'Done')
    await page.waitForSelector('.highlight-item .soft')
    await page.$eval('.highlight-item', (item) => item.scrollIntoView({ block: 'center' }))
    await shoot(page, 'library-highlight-lost', pageSize)
    await set(page, { reviewPass: 'fullText' })
    await press(page, 'Review')
    await wait(900)
    await shoot(page, 'review-full-text', pageSize)
    await set(page, { reviewPass: 'abstract', reviewOf: 'is:exclude' })
    await page.reload()
    await press(page, 'Review')
    await wait(900)
    await shoot(page, 'review-end', pageSize)
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
    // The zoom that a person has for all pages is the popup's too.
    const folder = mkdtempSync(join(tmpdir(), 'offprint-zoomed-'))
    mkdirSync(join(folder, 'Default'))
    const preferences = { partition: { default_zoom_level: { x: Math.log(2) / Math.log(1.2) } } }
    writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences))
    const zoomed = await launch({ userDataDir: folder })
    ofPopups = ways.filter(({ zoom }) => zoom !== undefined)
    try {
      const own = await ownPage.openOwnPage(zoomed, 'extension/library/index.html')
      await fill(own.page)
      await takePopups(zoomed, own.page, await zoomed.browser.newPage())
    } finally {
      await zoomed.close()
      rmSync(folder, { recursive: true, force: true })
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
