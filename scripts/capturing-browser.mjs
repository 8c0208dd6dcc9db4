// A browser in which saved pages are captured, as the extension would capture them, without a network.
import { root } from './set-up.mjs'

/** The longest that a page may take to load, and to be captured, in ms. */
const patience = 20_000

/**
 * Starts the browser at `executablePath`. `capture(page)` captures a page of `readSavedPage` as `{capture, paper, ms}`
 * (scripts/capture-entry.ts) and throws when the page cannot be loaded or captured in time; `close()` ends it.
 */
export async function startCapturing(executablePath) {
  const source = await bundle()
  const { default: puppeteer } = await import('puppeteer')
  const start = () =>
    puppeteer.launch({
      executablePath,
      pipe: true,
      acceptInsecureCerts: true,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      ],
    })
  let browser = await start()
  return {
    async capture(saved) {
      if (!browser.connected) browser = await start()
      const page = await browser.newPage()
      try {
        return await captureIn(page, saved, source)
      } finally {
        await inTime(page.close(), 'closing the page').catch(() =>
          browser.process()?.kill('SIGKILL'),
        )
      }
    },
    close: () => browser.close(),
  }
}

async function captureIn(page, saved, source) {
  await serve(page, saved)
  await page.goto(saved.url, { waitUntil: 'domcontentloaded', timeout: patience })
  const session = await page.createCDPSession()
  // A refresh to about:blank makes no request that could be refused.
  await session.send('Page.stopLoading')
  const { frameTree } = await session.send('Page.getFrameTree')
  // A world of its own, as a content script has: what a page calls its globals cannot get in the way.
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'offprint',
  })
  const given = [saved.url, new Date().toISOString()].map((each) => JSON.stringify(each))
  const expression = `${source}\nJSON.stringify(offprint.timed(${given.join(', ')}))`
  const { result, exceptionDetails } = await inTime(
    session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
      timeout: patience,
    }),
    'capturing',
  )
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  }
  return JSON.parse(result.value)
}

/** Answers the tab's first request with the page, and refuses all others: sub-resources, refreshes, redirects. */
async function serve(page, { body, contentType }) {
  let sent = false
  await page.setRequestInterception(true)
  page.on('request', async (request) => {
    const first = !sent && request.isNavigationRequest() && request.frame() === page.mainFrame()
    if (!first) return request.abort('aborted')
    sent = true
    await request.respond({
      status: 200,
      body,
      contentType,
      // The page's scripts stay quiet, and yet scripting is on: else <noscript> would be read as markup.
      headers: { 'content-security-policy': "script-src 'none'" },
    })
  })
}

/** The capture script as one expression that defines `offprint`. */
async function bundle() {
  const { build } = await import('vite')
  const [{ output }] = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      copyPublicDir: false,
      target: 'chrome130',
      lib: { entry: `${root}/scripts/capture-entry.ts`, formats: ['iife'], name: 'offprint' },
    },
  })
  return output[0].code
}

function inTime(promise, what) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} took longer than ${patience} ms`)),
      patience + 2_000,
    )
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
