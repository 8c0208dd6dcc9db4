// npm start [-- --headless]: sets up, builds, and opens a browser with the extension and a sample page. Without a
// display, or with --headless, it saves the sample through the real popup and shows what came of it.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildExtension, support } from './driving.mjs'
import { readSavedPage } from './saved-page.mjs'
import { root, run, setUp } from './set-up.mjs'

await run(async () => {
  const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } })
  const { browser } = await setUp()
  process.env.CHROMIUM_PATH = browser
  buildExtension()
  const sample = await readSample()
  if (values.headless || !hasDisplay()) await demonstrate(sample)
  else await open(sample)
})

function hasDisplay() {
  const { platform, env } = process
  if (platform === 'darwin' || platform === 'win32') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** The sample: a page with an invented paper, made like those of a real portal. */
async function readSample() {
  const folder = join(root, 'tests/portals/qxmd')
  const name = readdirSync(folder)
    .filter((each) => each.endsWith('.html'))
    .sort()[0]
  if (!name) throw new Error(`There is no sample page in ${folder}`)
  const { url, body } = await readSavedPage(join(folder, name))
  return { url, html: body.toString('utf8') }
}

async function open({ url, html }) {
  const { launch } = await support('launch')
  const { servePage } = await support('serve-page')
  const userDataDir = join(root, 'node_modules/.cache/start-profile')
  const running = await launch({ headless: false, userDataDir })
  const [page = await running.browser.newPage()] = await running.browser.pages()
  await servePage(page, url, html, { others: 'allow' })
  process.stdout.write(
    [
      '',
      `The browser shows a sample page at ${url}`,
      "Click Offprint's button in the toolbar (behind the puzzle piece): the paper is saved at once.",
      'Close the browser to end.',
      '',
    ].join('\n'),
  )
  if (running.browser.connected) {
    await new Promise((closed) => running.browser.once('disconnected', closed))
  }
}

async function demonstrate({ url, html }) {
  const { launch } = await support('launch')
  const { servePage } = await support('serve-page')
  const { openPopup } = await support('own-page')
  const { byRole } = await support('by-role')
  const { screenshot, setColorScheme } = await support('look')
  let running = await launch()
  const openSample = async () => {
    const page = await running.browser.newPage()
    await servePage(page, url, html)
    return page
  }
  const click = async (page) => {
    const popup = await openPopup(running, page)
    await setColorScheme(popup.page, 'light')
    return popup
  }
  const press = (popup, role, name) => pressNamed(popup, byRole(role, name), `${role} "${name}"`)
  const tags = ['coastal fever', 'mechanism']
  const note = 'A good overview for the introduction.'
  try {
    const first = await click(await openSample())
    for (const tag of tags) {
      await press(first.page, 'combobox', 'Tags')
      await first.page.keyboard.type(tag)
      await first.page.keyboard.press('Enter')
    }
    await press(first.page, 'textbox', 'Note')
    await first.page.keyboard.type(note)
    const title = await first.page.$eval('h2', (heading) => heading.textContent.trim())
    const thisPage = await screenshot(first.page, 'this-page')
    first.assertNoErrors()
    // Closing is how a person leaves the popup; what was typed has to be kept by that alone.
    await first.page.close()

    running = await running.restart()
    const again = await click(await openSample())
    await expectKept(again.page, title, tags, note)
    await allowClipboard(running)
    await press(again.page, 'button', 'Copy BibTeX')
    const bibtex = await clipboardText(again.page)
    await press(again.page, 'tab', 'Library')
    await press(again.page, 'searchbox', 'Search')
    const library = await screenshot(again.page, 'library-tab')
    again.assertNoErrors()
    if (running.workerErrors.length > 0) throw new Error(running.workerErrors.join('\n'))
    process.stdout.write(
      [
        '',
        `One click saved "${title}". After two tags, a note and a new start of the browser it is still there:`,
        '',
        bibtex.trimEnd(),
        '',
        'Screenshots:',
        thisPage,
        library,
        '',
      ].join('\n'),
    )
  } finally {
    await running.close()
  }
}

/** Clicks what has this name, once it is there; throws with what the popup shows instead. */
async function pressNamed(popup, selector, named) {
  try {
    await popup.locator(selector).setTimeout(10_000).click()
  } catch (error) {
    const shown = await popup.evaluate(() => document.body.textContent)
    throw new Error(`The popup has no ${named} (${error.message}). It shows:\n${shown}`)
  }
}

/** Waits until the popup shows the record with what was typed; throws with what it shows instead. */
async function expectKept(popup, title, tags, note) {
  const found = await popup
    .waitForFunction(
      (words, text) => {
        const shown = document.body.textContent
        const noteBox = [...document.querySelectorAll('textarea')].some(
          ({ value }) => value === text,
        )
        return noteBox && words.every((word) => shown.includes(word))
      },
      { timeout: 10_000 },
      [title, ...tags],
      note,
    )
    .catch(() => undefined)
  if (found) return
  const shown = await popup.evaluate(() => document.body.textContent)
  throw new Error(`The record did not keep what was typed. The popup shows:\n${shown}`)
}

/** Lets the extension's pages read the clipboard, so that what they copied can be printed. */
function allowClipboard({ browser, id }) {
  const permissions = ['clipboard-read', 'clipboard-write']
  return browser
    .defaultBrowserContext()
    .overridePermissions(`chrome-extension://${id}`, permissions)
}

async function clipboardText(page) {
  const copied = await page.waitForFunction(
    async () => {
      const text = await navigator.clipboard.readText()
      return text.startsWith('@') && text
    },
    { timeout: 10_000, polling: 100 },
  )
  return copied.jsonValue()
}
