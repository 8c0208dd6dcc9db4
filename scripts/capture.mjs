// npm run --silent capture -- FILE [--url URL]: prints what is captured from a saved page, as one JSON object.
import { parseArgs } from 'node:util'
import { readSavedPage } from './saved-page.mjs'
import { run, setUp, typedPath } from './set-up.mjs'

const usage = 'Usage: npm run --silent capture -- FILE [--url URL]'

await run(async () => {
  const { file, url } = readArguments()
  const saved = await readSavedPage(typedPath(file), url)
  const { browser } = await setUp()
  const { startCapturing } = await import('./capturing-browser.mjs')
  const capturing = await startCapturing(browser)
  try {
    const { capture } = await capturing.capture(saved)
    process.stdout.write(`${JSON.stringify(printed(capture), undefined, 2)}\n`)
  } finally {
    await capturing.close()
  }
})

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { url: { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals.length !== 1) throw new Error('Name one file.')
    return { file: positionals[0], url: values.url }
  } catch (error) {
    throw new Error(`${error.message}\n${usage}`)
  }
}

function printed({ kind, item, sections, publicationTypes, identifiers, source }) {
  const { url, portal, capturedAt, fields, removed, doubts } = source
  return {
    kind,
    item,
    sections,
    publicationTypes,
    removed,
    sources: fields,
    doubts,
    identifiers,
    url,
    portal,
    capturedAt,
  }
}
