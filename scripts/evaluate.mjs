// npm run evaluate -- --corpus DIR [--split NAME] [--out FILE] [-- the scorer's own arguments]:
// captures every page of a corpus folder, writes the predictions, and prints the scorer's table.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readSavedPage } from './saved-page.mjs'
import { root, run, setUp, typedPath } from './set-up.mjs'

const usage = 'Usage: npm run evaluate -- --corpus DIR [--split NAME] [--out FILE] [-- --worst 20]'

await run(async () => {
  const { corpus, split, out, extra } = readArguments()
  const pages = readPages(corpus, split)
  const { browser } = await setUp()
  const { startCapturing } = await import('./capturing-browser.mjs')
  const capturing = await startCapturing(browser)
  const lines = []
  let errors = 0
  try {
    for (const [index, page] of pages.entries()) {
      const prediction = await predict(capturing, corpus, page)
      lines.push(`${JSON.stringify(prediction)}\n`)
      if (prediction.error) errors++
      const outcome = prediction.error ?? `${prediction.kind}, ${prediction.ms.toFixed(1)} ms`
      process.stderr.write(`${index + 1}/${pages.length} ${page.id}: ${outcome}\n`)
    }
  } finally {
    await capturing.close()
  }
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, lines.join(''))
  process.stderr.write(`${pages.length} predictions (${errors} errors) in ${out}\n`)
  score(corpus, split, out, extra)
})

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        corpus: { type: 'string' },
        split: { type: 'string' },
        out: { type: 'string' },
      },
      allowPositionals: true,
    })
    if (!values.corpus) throw new Error('Name a corpus folder.')
    return {
      corpus: typedPath(values.corpus),
      split: values.split,
      out: values.out ? typedPath(values.out) : join(root, 'node_modules/.cache/predictions.jsonl'),
      extra: positionals,
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

async function predict(capturing, corpus, { id, file, url }) {
  try {
    const saved = await readSavedPage(join(corpus, file), url)
    const { capture, paper, ms } = await capturing.capture(saved)
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
      ms,
    }
  } catch (error) {
    return { id, detected: false, error: String(error.message ?? error).split('\n')[0] }
  }
}

/** A CSL name with its particles in the family name, where the corpus has them. */
function flatName({ family, given, literal, ...name }) {
  if (literal !== undefined) return { literal }
  const particles = [name['dropping-particle'], name['non-dropping-particle']]
  return { family: [...particles, family].filter(Boolean).join(' '), given }
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
