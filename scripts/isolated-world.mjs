// Saved pages in a browser without a network, and code that runs beside them in a world of its own.
import { root } from './set-up.mjs'

/** The longest that a page may take to load, and code to run on it, in ms. */
export const patience = 20_000

/** Starts the browser at `executablePath`, with the unpacked extension in a folder if one is named. */
export async function startBrowser(executablePath, { extension } = {}) {
  const { default: puppeteer } = await import('puppeteer')
  return puppeteer.launch({
    executablePath,
    pipe: true,
    acceptInsecureCerts: true,
    protocolTimeout: 600_000,
    enableExtensions: extension ? [extension] : false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    ],
  })
}

/**
 * Loads a page of `readSavedPage` in a tab of puppeteer's. `evaluate(expression, ms?)` then runs code beside it and
 * gives its value, which must be JSON; it throws when the code does, or takes too long. `session` is the tab's own.
 */
export async function openSaved(page, saved) {
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
  const evaluate = async (expression, ms = patience) => {
    const { result, exceptionDetails } = await inTime(
      session.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        returnByValue: true,
        timeout: ms,
      }),
      ms,
      'capturing',
    )
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    }
    return result.value
  }
  return { session, evaluate }
}

/** Closes a tab; where its page hangs, the whole browser ends. */
export async function closeTab(page) {
  const browser = page.browser()
  await inTime(page.close(), patience, 'closing the page').catch(() =>
    browser.process()?.kill('SIGKILL'),
  )
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

/** A script of the project, with all that it imports, as one expression that defines `offprint`. */
export async function bundle(entry, { minify = false } = {}) {
  const { build } = await import('vite')
  const [{ output }] = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      minify,
      copyPublicDir: false,
      target: 'chrome130',
      lib: { entry: `${root}/${entry}`, formats: ['iife'], name: 'offprint' },
    },
  })
  return output[0].code
}

function inTime(promise, ms, what) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms + 2_000)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
