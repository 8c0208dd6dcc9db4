// npm run --silent capture -- FILE [--url URL] [--portals-off] [--explain]: prints what is captured from a saved page as one
// JSON object, or, explained, how it came about as a text for a person.
import { parseArgs } from 'node:util'
import { addressInCorpus } from './bench/pages.mjs'
import { explanation } from './explanation.mjs'
import { readSavedPage } from './saved-page.mjs'
import { run, setUp, typedPath } from './set-up.mjs'

const usage = 'Usage: npm run --silent capture -- FILE [--url URL] [--portals-off] [--explain]'

await run(async () => {
  const { file, url, explain, options } = readArguments()
  const path = typedPath(file)
  const saved = await readSavedPage(path, url ?? addressInCorpus(path))
  const { browser } = await setUp()
  const { startCapturing } = await import('./capturing-browser.mjs')
  const capturing = await startCapturing(browser, { explain })
  try {
    const captured = await capturing.capture(saved, options)
    process.stdout.write(
      explain
        ? explanation(captured)
        : `${JSON.stringify(printed(captured.capture), undefined, 2)}\n`,
    )
  } finally {
    await capturing.close()
  }
})

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        url: { type: 'string' },
        explain: { type: 'boolean', default: false },
        'portals-off': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    if (positionals.length !== 1) throw new Error('Name one file.')
    const options = values['portals-off'] ? { portals: [] } : {}
    return { file: positionals[0], url: values.url, explain: values.explain, options }
  } catch (error) {
    throw new Error(`${error.message}\n${usage}`)
  }
}

function printed({ kind, reason, item, sections, publicationTypes, identifiers, source }) {
  const { url, portal, capturedAt, fields, removed, doubts } = source
  return {
    kind,
    reason,
    item,
    sections,
    translations: source.translations,
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
