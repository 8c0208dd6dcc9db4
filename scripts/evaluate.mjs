// npm run evaluate -- --corpus DIR [--split NAME] [--portals-off] [--out FILE] [-- the scorer's own arguments]:
// captures every page of a corpus folder, writes the predictions, and prints the scorer's table and what the detector
// said. With --portals-off the capture knows no portal, as on a host that nobody has described.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { detectorSummary } from './detector-summary.mjs'
import { readSavedPage } from './saved-page.mjs'
import { root, run, setUp, typedPath } from './set-up.mjs'

const usage =
  'Usage: npm run evaluate -- --corpus DIR [--split NAME] [--portals-off] [--out FILE] [-- --worst 20]'

await run(async () => {
  const { corpus, split, out, extra, captureOptions } = readArguments()
  const pages = readPages(corpus, split)
  const { browser } = await setUp()
  const { startCapturing } = await import('./capturing-browser.mjs')
  const capturing = await startCapturing(browser)
  const predictions = []
  try {
    for (const [index, page] of pages.entries()) {
      const prediction = await predict(capturing, corpus, page, captureOptions)
      predictions.push(prediction)
      const outcome = prediction.error ?? `${prediction.kind}, ${prediction.ms.toFixed(1)} ms`
      process.stderr.write(`${index + 1}/${pages.length} ${page.id}: ${outcome}\n`)
    }
  } finally {
    await capturing.close()
  }
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, predictions.map((each) => `${JSON.stringify(each)}\n`).join(''))
  const errors = predictions.filter(({ error }) => error !== undefined).length
  process.stderr.write(`${pages.length} predictions (${errors} errors) in ${out}\n`)
  if (captureOptions.portals)
    process.stdout.write('portals off: generic reading and platforms only\n')
  score(corpus, split, out, extra)
  process.stdout.write(`\n${detectorSummary(predictions)}\n`)
})

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        corpus: { type: 'string' },
        split: { type: 'string' },
        out: { type: 'string' },
        'portals-off': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    if (!values.corpus) throw new Error('Name a corpus folder.')
    const off = values['portals-off']
    const name = off ? 'predictions-portals-off' : 'predictions'
    return {
      corpus: typedPath(values.corpus),
      split: values.split,
      out: values.out ? typedPath(values.out) : join(root, `node_modules/.cache/${name}.jsonl`),
      extra: positionals,
      captureOptions: off ? { portals: [] } : {},
    }
  } catch (error) {
    throw new Error(`${error.message}\n${usage}`)
  }
}

/** The pages to capture; of what is known of each, only its id, file and address may be used. */
function readPages(corpus, split) {
  const gold = join(corpus, 'gold.jsonl')
  if (!existsSync(gold)) throw new Error(`${corpus} is no corpus: it has no gold.jsonl.`)
  const pages = readFileSync(gold, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, file, url } = JSON.parse(line)
      return { id, file, url }
    })
  if (split === undefined) return pages
  const splits = join(corpus, 'split.json')
  const ids = existsSync(splits) ? JSON.parse(readFileSync(splits, 'utf8'))[split] : undefined
  if (!Array.isArray(ids)) throw new Error(`${corpus} has no split named ${split}.`)
  const wanted = new Set(ids)
  return pages.filter(({ id }) => wanted.has(id))
}

async function predict(capturing, corpus, { id, file, url }, options) {
  try {
    const saved = await readSavedPage(join(corpus, file), url)
    const { capture, paper, ms, lit } = await capturing.capture(saved, options)
    const { kind, item } = capture
    return {
      id,
      detected: paper,
      kind,
      title: plain(item.title),
      abstract: plain(item.abstract),
      authors: (item.author ?? []).map(flatName),
      doi: item.DOI ?? null,
      year: year(item.issued),
      journal: item['container-title'] ?? null,
      pmid: item.PMID ?? null,
      lit,
      ms,
    }
  } catch (error) {
    return { id, detected: false, error: String(error.message ?? error).split('\n')[0] }
  }
}

/** A CSL name with its particles and suffix in the family name, where the corpus has them. */
function flatName({ family, given, literal, suffix, ...name }) {
  if (literal !== undefined) return { literal }
  const particles = [name['dropping-particle'], name['non-dropping-particle']]
  return { family: [...particles, family, suffix].filter(Boolean).join(' '), given }
}

/** CSL's inline markup is not part of a text's words. */
function plain(text) {
  return text?.replace(/<\/?(?:i|b|sub|sup|sc)>/g, '') ?? null
}

function year(date) {
  const first = date?.['date-parts']?.[0]?.[0]
  return first === undefined ? (date?.literal ?? null) : String(first)
}

function score(corpus, split, out, extra) {
  const scorer = join(corpus, 'score.mjs')
  if (!existsSync(scorer)) {
    process.stderr.write(`${corpus} has no score.mjs, so there is no table.\n`)
    return
  }
  const splitArguments = split ? ['--split', split, '--split-file', join(corpus, 'split.json')] : []
  const { status } = spawnSync(
    process.execPath,
    [scorer, out, '--gold', join(corpus, 'gold.jsonl'), ...splitArguments, ...extra],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  if (status !== 0) process.exitCode = 1
}
