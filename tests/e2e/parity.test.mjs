import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, closeTab, openSaved, startBrowser } from '../../scripts/isolated-world.mjs'
import { readSavedPage } from '../../scripts/saved-page.mjs'
import { setUp } from '../../scripts/set-up.mjs'
import { captureFixture, fixtures, now } from '../support/fixtures.ts'

let browser
let source

beforeAll(async () => {
  const found = await setUp()
  source = await bundle('scripts/capture-entry.ts')
  browser = await startBrowser(found.browser)
}, 120_000)

afterAll(() => browser?.close())

/** Captures a fixture in the browser, and tells whether the page is the same afterwards. */
async function captureInBrowser({ file, url }) {
  const page = await browser.newPage()
  try {
    const { evaluate } = await openSaved(page, await readSavedPage(file, url))
    const call = `offprint.timed(${JSON.stringify(url)}, ${JSON.stringify(now)})`
    return JSON.parse(
      await evaluate(`${source}
        (() => {
          const before = document.documentElement.outerHTML
          const { capture } = ${call}
          const unchanged = document.documentElement.outerHTML === before
          return JSON.stringify({ capture, unchanged })
        })()`),
    )
  } finally {
    await closeTab(page)
  }
}

describe('a real browser and jsdom read alike', () => {
  test.each(fixtures())('$name', async (fixture) => {
    const { capture, unchanged } = await captureInBrowser(fixture)
    expect(capture).toEqual(JSON.parse(JSON.stringify(captureFixture(fixture))))
    expect(unchanged).toBe(true)
  })
})
