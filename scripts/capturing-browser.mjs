// A browser in which saved pages are captured, as the extension would capture them, without a network.
import { bundle, closeTab, openSaved, startBrowser } from './isolated-world.mjs'

/**
 * Starts the browser at `executablePath`. `capture(page, options?)` captures a page of `readSavedPage` as
 * `{capture, paper, ms, lit}` (scripts/capture-entry.ts; `options` are the capture's), or with `explain` as
 * `Explained` (scripts/explain-entry.ts), and throws when the page cannot be loaded or captured in time; `close()`
 * ends it.
 */
export async function startCapturing(executablePath, { explain = false } = {}) {
  const source = await bundle(explain ? 'scripts/explain-entry.ts' : 'scripts/capture-entry.ts')
  const name = explain ? 'explained' : 'timed'
  let browser = await startBrowser(executablePath)
  return {
    async capture(saved, options = {}) {
      if (!browser.connected) browser = await startBrowser(executablePath)
      const page = await browser.newPage()
      try {
        const { evaluate } = await openSaved(page, saved)
        const given = [saved.url, new Date().toISOString(), options].map((each) =>
          JSON.stringify(each),
        )
        const call = `offprint.${name}(${given.join(', ')})`
        return JSON.parse(await evaluate(`${source}\nJSON.stringify(${call})`))
      } finally {
        await closeTab(page)
      }
    },
    close: () => browser.close(),
  }
}
