import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bundle, closeTab, openSaved, startBrowser } from '../../../scripts/isolated-world.mjs'
import { readSavedPage } from '../../../scripts/saved-page.mjs'
import { setUp } from '../../../scripts/set-up.mjs'
import { now } from '../../support/fixtures.ts'

/** A paper's page of our own, which tests round and fill with what hostile pages have. */
const url = 'https://journal.example.org/a/1'
const head =
  '<title>Salt on slate roofs</title><meta name="citation_title" content="Salt on slate roofs"><meta name="citation_journal_title" content="J Invented Roofs">'
export const h1 = '<h1>Salt on slate roofs</h1>'
export const own =
  'Slates were measured on the coast for forty years, and a third of them failed before their time. We weighed 1,204 slates each spring and fitted a model of wind, salt and frost to their losses. A builder who knows the wind can tell how long a roof will last.'
export const section = `<h2>Abstract</h2><p>${own}</p>`

/** Code that captures the page that it runs in: `{capture, ms}`. */
export const captureCall = `offprint.timed(${JSON.stringify(url)}, ${JSON.stringify(now)})`

/** A browser for the tests of a file; `within` opens a page in it and has the code run there that captures. */
export function slatesBrowser() {
  let browser
  let source
  let folder

  beforeAll(async () => {
    const found = await setUp()
    source = await bundle('scripts/capture-entry.ts')
    browser = await startBrowser(found.browser)
    folder = mkdtempSync(join(tmpdir(), 'offprint-slates-'))
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    if (folder) rmSync(folder, { recursive: true })
  })

  return {
    /** Opens a page; `work` has `evaluate(code)` of the page's isolated world, and the capture's own code to put before its. */
    async within({ more = '', body }, work) {
      const file = join(folder, 'page.html')
      const text = `<!doctype html><html><head>${head}${more}</head><body>${body}</body></html>`
      writeFileSync(file, text)
      return this.withSaved(await readSavedPage(file, url), work)
    },

    /** The same of a page that was saved. */
    async withSaved(saved, work) {
      const page = await browser.newPage()
      try {
        const { evaluate } = await openSaved(page, saved)
        return await work(evaluate, source)
      } finally {
        await closeTab(page)
      }
    },
  }
}
