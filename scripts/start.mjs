// npm start [-- --headless]: sets up, builds, and opens a browser with the extension and a sample page. Without a
// display, or with --headless, it saves the sample through the real popup and shows what came of it.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readSavedPage } from './saved-page.mjs'
import { commandFile, root, run, setUp } from './set-up.mjs'

await run(async () => {
  const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } })
  const { browser } = await setUp()
  process.env.CHROMIUM_PATH = browser
  build()
  const sample = await readSample()
  if (values.headless || !hasDisplay()) await demonstrate(sample)
  else await open(sample)
})

function build() {
  const { status } = spawnSync(process.execPath, [commandFile('vite'), 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error('The build failed; its message is above.')
}

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

/** What the end-to-end tests use to drive a browser; it is TypeScript, which Node 20 cannot import by itself. */
async function support(name) {
  const { runnerImport } = await import('vite')
  return (await runnerImport(join(root, 'tests/e2e/support', `${name}.ts`))).module
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
    await popup.page.locator(byRole('combobox', 'Tags')).wait()
    return popup
  }
  const tags = ['coastal fever', 'mechanism']
  const note = 'A good overview for the introduction.'
  try {
    const first = await click(await openSample())
    const title = await paperTitle(first.page)
    for (const tag of tags) {
      await first.page.locator(byRole('combobox', 'Tags')).click()
      await first.page.keyboard.type(tag)
      await first.page.keyboard.press('Enter')
    }
    await first.page.locator(byRole('textbox', 'Note')).click()
    await first.page.keyboard.type(note)
    await setColorScheme(first.page, 'light')
    const thisPage = await screenshot(first.page, 'this-page')
    first.assertNoErrors()
    // Closing is how a person leaves the popup; what was typed has to be kept by that alone.
    await first.page.close()

    running = await running.restart()
    const again = await click(await openSample())
    await expectKept(again.page, title, tags, note)
    const bibtex = await copyBibtex(again.page, byRole('button', 'Copy BibTeX'))
    await again.page.locator(byRole('tab', 'Library')).click()
    await again.page.waitForFunction(
      (words) => document.body.textContent.includes(words),
      {},
      title,
    )
    await setColorScheme(again.page, 'light')
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

function paperTitle(popup) {
  return popup.$eval('h2', (heading) => heading.textContent.trim())
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

/** Presses the button and gives what it put on the clipboard. */
async function copyBibtex(popup, button) {
  // Node's URL gives an extension no origin.
  const [origin] = popup.url().match(/^[\w-]+:\/\/[^/]+/)
  const context = popup.browserContext()
  await context.overridePermissions(origin, ['clipboard-read', 'clipboard-write'])
  await popup.locator(button).click()
  const copied = await popup.waitForFunction(
    async () => {
      const text = await navigator.clipboard.readText()
      return text.startsWith('@') && text
    },
    { timeout: 10_000, polling: 100 },
  )
  return copied.jsonValue()
}
