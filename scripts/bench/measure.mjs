// Measures what reading a page costs, on many pages.
import { bundle, closeTab, openSaved, startBrowser } from '../isolated-world.mjs'

/** What is measured; the order is that of the table. */
export const works = ['floor', 'detection', 'capture', 'readability', 'defuddle']

/**
 * Measures each page as `{id, elements, floor, detection, capture, readability, defuddle}`, each of these
 * `{first, median, min}` in ms. A page that cannot be measured has `error` instead.
 */
export async function measurePages(executablePath, pages, say) {
  const source = await bundle('scripts/bench-entry.ts')
  const browser = await startBrowser(executablePath)
  const measured = []
  try {
    for (const [index, { id, saved }] of pages.entries()) {
      const page = await browser.newPage()
      let row
      try {
        row = { id, ...(await measurePage(page, await saved(), source)) }
      } catch (error) {
        row = { id, error: String(error.message ?? error).split('\n')[0] }
      }
      await closeTab(page)
      measured.push(row)
      say(`${index + 1}/${pages.length} ${id}: ${row.error ?? line(row)}`)
    }
  } finally {
    await browser.close()
  }
  return measured
}

async function measurePage(page, saved, source) {
  const { evaluate } = await openSaved(page, saved)
  await evaluate(`${source}\n;globalThis.bench = offprint; undefined`)
  const elements = await evaluate('bench.size()')
  const measure = (names) =>
    evaluate(`bench.measure(${JSON.stringify(names)}, ${JSON.stringify(saved.url)})`, 120_000)
  // Defuddle is slow and of no target: it comes last, so that its rubbish is swept up in its own time.
  return { elements, ...(await measure(works.slice(0, 4))), ...(await measure(works.slice(4))) }
}

function line(row) {
  const times = works.map((work) => `${work} ${row[work].median.toFixed(3)}`)
  return `${row.elements} elements, ${times.join(', ')} ms`
}
