// How long it takes until a page of the extension shows what it has to show.
import { median } from './samples.mjs'

/** What is measured: a page with one word, and the popup with the first rows of the library. */
const pages = {
  blank: { path: 'blank.html', shown: () => document.body?.textContent?.includes('blank') },
  popup: {
    path: 'extension/popup/index.html',
    shown: () => document.querySelectorAll('li.row').length >= 50,
  },
}

/**
 * Times in ms from the navigation to the frame after which the page shows it, `turns` of each, in turn, as
 * `{blank: number[], popup: number[]}`. Before each, `before` gives the browser to use: one that lay idle, or a new one.
 */
export async function painted(before, turns) {
  const times = { blank: [], popup: [] }
  for (let turn = 0; turn < turns; turn++) {
    for (const name of Object.keys(pages)) {
      const running = await before()
      times[name].push(await paintedOnce(running, pages[name]))
    }
  }
  return times
}

async function paintedOnce({ browser, id }, { path, shown }) {
  const page = await browser.newPage()
  try {
    await page.evaluateOnNewDocument(`(${watch})(${shown})`)
    await page.goto(`chrome-extension://${id}/${path}`, { waitUntil: 'domcontentloaded' })
    await page.waitForFunction(() => globalThis.paintedAt !== undefined, {
      polling: 50,
      timeout: 60_000,
    })
    return await page.evaluate(() => globalThis.paintedAt)
  } finally {
    await page.close()
  }
}

/** Runs in the page: notes when the frame after the one in which `shown` holds begins. */
function watch(shown) {
  const look = () => {
    if (shown())
      requestAnimationFrame((now) => {
        globalThis.paintedAt = now
      })
    else requestAnimationFrame(look)
  }
  look()
}

/** How many times as long as a blank page. */
export function ratio({ blank, popup }) {
  return median(popup) / median(blank)
}
