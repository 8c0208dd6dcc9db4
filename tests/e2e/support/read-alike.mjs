import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle, closeTab, openSaved, startBrowser } from '../../../scripts/isolated-world.mjs'
import { readSavedPage } from '../../../scripts/saved-page.mjs'
import { setUp } from '../../../scripts/set-up.mjs'
import { captureFixture, now } from '../../support/fixtures.ts'

/** A browser that has opened hundreds of pages takes four times as long for one. */
const pagesOfBrowser = 40

let program
let browser
let opened = 0
let source

/** Captures a fixture in the browser, and tells whether the page is the same afterwards. */
async function captureInBrowser({ file, url }) {
  if (opened++ % pagesOfBrowser === pagesOfBrowser - 1) {
    await browser.close()
    browser = await startBrowser(program)
  }
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

/** Defines one test for each of the fixtures: a real browser and jsdom read it alike, and leave it as it was. */
export function readAlike(fixtures) {
  beforeAll(async () => {
    program = (await setUp()).browser
    source = await bundle('scripts/capture-entry.ts')
    browser = await startBrowser(program)
  }, 120_000)

  afterAll(() => browser?.close())

  test.each(fixtures)('$name', async (fixture) => {
    const { capture, unchanged } = await captureInBrowser(fixture)
    expect(capture).toEqual(JSON.parse(JSON.stringify(captureFixture(fixture))))
    expect(unchanged).toBe(true)
  })
}
