// The pictures for the stores' pages: the extension's own windows as they are, in the light, with a sentence each.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { support } from './driving.mjs'
import { picturedLibrary } from './pictured-library.mjs'
import { root } from './set-up.mjs'

const folder = join(root, 'docs/store')

/** The windows as they are shown, in CSS pixels. */
const wide = { width: 1160, height: 636 }
const popupSize = { width: 400, height: 600 }
const behindPopup = { width: 740, height: 666 }

/** What each picture shows and says, in the stores' order. */
const scenes = [
  {
    name: '1-save',
    window: 'popup',
    title: 'One click keeps the paper',
    text: 'Title, abstract and citation data, without what the site puts round them. Your tags and your note stay with it.',
  },
  {
    name: '2-library',
    window: 'record',
    title: 'A library of your own, on your own machine',
    text: 'Tags, notes and highlights beside each abstract. No account, no server.',
  },
  {
    name: '3-search',
    window: 'search',
    title: 'Found as you type, among 100,000 papers',
    text: 'Words, “phrases”, -exclusions, author:, year:, tag:',
  },
  {
    name: '4-review',
    window: 'review',
    title: 'Review: one abstract after the other',
    text: 'Include, maybe or exclude with one key each, with reasons, and every step can be taken back.',
  },
  {
    name: '5-export',
    window: 'export',
    title: 'Yours to take away',
    text: 'BibTeX, BibLaTeX, CSL-JSON, RIS, PubMed and CSV, or a whole backup that comes back as it was.',
  },
]

/** Takes the windows of the built extension and draws the pictures. */
export async function takeStorePictures() {
  const { launch } = await support('launch')
  const running = await launch()
  try {
    mkdirSync(folder, { recursive: true })
    await drawPictures(running.browser, await windowsOf(running))
  } finally {
    await running.close()
  }
}

/** A PNG of each scene's window, and of the page that the popup lies over. */
async function windowsOf(running) {
  const [ownPage, popup, { byRole }, { pointerHand }, { servePage }] = await Promise.all(
    ['own-page', 'popup', 'by-role', 'pointer-hand', 'serve-page'].map(support),
  )
  const press = (page, name, role = 'button') => page.locator(byRole(role, name)).click()
  const taken = {}
  const { page } = await ownPage.openOwnPage(running, 'extension/library/index.html')
  await page.setViewport(wide)
  await press(page, 'Import…')
  await page.locator('dialog[open] textarea').fill(picturedLibrary(Date.now()))
  await press(page, 'Read the text')
  await press(page, 'Import')
  await popup.waitForStatus(page, 'Imported')

  const tab = await running.browser.newPage()
  const html = readFileSync(join(root, 'scripts/pictured-page.html'), 'utf8')
  await servePage(tab, 'https://trials.example/article/0141', html)
  taken.page = await inLight(tab, behindPopup)
  const { page: over } = await ownPage.openPopup(running, tab)
  await popup.waitForStatus(over, 'Saved to your library')
  await popup.typeTags(over, 'fever', 'trial')
  taken.popup = await inLight(over, popupSize)
  await over.close().catch(() => undefined)

  await page.bringToFront()
  await press(page, anchorin)
  await page.waitForSelector('.record-panel')
  await pointerHand(page).highlightLast(14)
  await popup.waitForStatus(page, 'Highlighted')
  await page.evaluate(asBackedUp)
  await page.reload({ waitUntil: 'networkidle0' })
  await press(page, anchorin)
  await page.waitForSelector('.record-panel')
  taken.record = await inLight(page, wide)
  await page.locator(byRole('searchbox', 'Search')).fill('bolverin -plus')
  await page.waitForSelector('mark')
  taken.search = await inLight(page, wide)
  await page.reload({ waitUntil: 'networkidle0' })
  await page.waitForSelector('.row-title')
  await press(page, 'Export…')
  await page.waitForSelector('dialog[open]')
  taken.export = await inLight(page, wide)
  await page.keyboard.press('Escape')
  await press(page, 'Review')
  await page.waitForSelector('.review-paper')
  taken.review = await inLight(page, wide)
  return taken
}

const anchorin = 'Anchorin is the primary target of bolverin in harbour workers'

/** Words to look out for in a review, and a library whose changes are all in a backup; runs in a page of ours. */
async function asBackedUp() {
  const { local } = Reflect.get(globalThis, 'chrome').storage
  const { backup } = await local.get('backup')
  await local.set({
    backup: { ...backup, changes: Number.MAX_SAFE_INTEGER },
    'setting:wanted': ['bolverin', 'fever'],
    'setting:unwanted': ['trial'],
  })
}

/** A picture of a page as it is shown in the light. */
async function inLight(page, size) {
  await page.setViewport(size)
  // What lies under the pointer looks otherwise.
  await page.mouse.move(0, 0)
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])
  await page.evaluate(() => new Promise((done) => setTimeout(done, 800)))
  return page.screenshot()
}

const screenshot = { width: 1280, height: 800 }
const tile = { width: 440, height: 280 }

/** Draws the screenshots and the tile into the folder. */
async function drawPictures(browser, taken) {
  const page = await browser.newPage()
  const draw = async (name, size, body) => {
    await page.setViewport(size)
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${body}`)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    process.stdout.write(`docs/store/${name}.png\n`)
  }
  for (const scene of scenes)
    await draw(
      scene.name,
      screenshot,
      scene.window === 'popup' ? beside(scene, taken) : below(scene, taken),
    )
  await draw(
    'tile',
    tile,
    `<div class="tile">${icon}<h1>Offprint</h1><p>Keeps the papers you meet</p></div>`,
  )
  await page.close()
}

const svgOf = (name) => readFileSync(join(root, `icons/${name}.svg`), 'utf8')
const icon = svgOf('offprint')
const image = (png) =>
  `<img alt="" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`
const words = ({ title, text }) => `<h1>${title}</h1><p>${text}</p>`
const framed = (inside, name = '') =>
  `<div class="window"><div class="bar"><i></i><i></i><i></i><span></span>${name && svgOf(name)}</div>${inside}</div>`

/** The popup over its page, the words beside it. */
function beside(scene, taken) {
  const popup = `<div class="popup">${image(taken[scene.window])}</div>`
  return `<div class="beside"><div class="words">${icon}${words(scene)}</div>${framed(image(taken.page) + popup, 'offprint-saved')}</div>`
}

/** A page of ours with the words above it. */
function below(scene, taken) {
  return `<div class="below"><div class="words">${words(scene)}</div>${framed(image(taken[scene.window]))}</div>`
}

const style = `
body { margin: 0; background: #e5f0ef; color: #123d42; font-family: system-ui, "Noto Sans", sans-serif }
h1 { margin: 0; font: 600 36px/1.2 Charter, "Noto Serif", Georgia, serif }
p { margin: 0; font-size: 19px; line-height: 1.45; color: #2f4b50 }
img { display: block }
.words { display: grid; gap: 8px; align-content: center }
.window { position: relative; background: #fff; border: 1px solid #b7cbca; border-radius: 10px; overflow: hidden }
.bar { display: flex; align-items: center; gap: 8px; height: 34px; padding: 0 14px; background: #eceeef; border-bottom: 1px solid #d5dadb }
.bar i { width: 10px; height: 10px; border-radius: 50%; background: #c3c9cb }
.bar span { flex: 1; height: 20px; margin: 0 10px; border-radius: 10px; background: #fff }
.bar svg { width: 22px; height: 22px }
.below { display: grid; grid-template-rows: 128px 672px; justify-content: center; height: 800px; overflow: hidden; text-align: center }
.below .window { border-radius: 10px 10px 0 0 }
.beside { display: grid; grid-template-columns: 380px 742px; gap: 56px; align-items: center; padding: 0 51px; height: 800px }
.beside .words { gap: 18px }
.beside .words svg { width: 64px; height: 64px }
.popup { position: absolute; top: 44px; right: 14px; border: 1px solid #b7cbca; border-radius: 8px; overflow: hidden; box-shadow: 0 4px 18px #0003 }
.tile { display: grid; gap: 6px; place-content: center; justify-items: center; height: 280px; text-align: center }
.tile svg { width: 96px; height: 96px }
.tile h1 { font-size: 40px }
.tile p { font-size: 18px }
`
