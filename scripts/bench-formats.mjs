// npm run bench:formats [-- --records 100000] [-- --rounds 5] [-- --only write,read,memory]: what writing and reading files of
// references costs, beside the least that it could and beside others; the last line is one JSON object.
// `--profile write|read [--format ris]` shows instead what the time goes to.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { profileOf } from './bench/format-profile.mjs'
import { Rounds } from './bench/format-rounds.mjs'
import { judgeFormats, tableOfFormats } from './bench/format-targets.mjs'
import { nodeBundle } from './node-bundle.mjs'
import { checkNode, ensurePackages, root, run } from './set-up.mjs'

const usage =
  'Usage: npm run bench:formats [-- --records 100000] [-- --rounds 5] [-- --only write,read,memory] [-- --profile write|read --format ris]'

const kinds = ['write', 'read', 'memory']
const formats = ['bibtex', 'biblatex', 'json', 'csl-json', 'ris', 'nbib', 'csv']

/** How many records a round of each work writes or reads; a parser of BibTeX in JavaScript takes seconds for a hundred. */
const sizes = { write: 5_000, citationJs: 1_000, read: 3_000, bibtexParser: 100 }

await run(async () => {
  const options = readArguments()
  checkNode()
  ensurePackages()
  const place = join(root, 'node_modules/.cache/bench-formats')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  const rounds = new Rounds(await nodeBundle('bench-formats'), place)
  if (options.profile) process.stdout.write(profileOf(rounds, options, sizes))
  else print(judgeFormats(measured(rounds, options)))
  rmSync(place, { recursive: true, force: true })
})

function print(figures) {
  process.stdout.write(`${tableOfFormats(figures)}\n${JSON.stringify(figures)}\n`)
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        records: { type: 'string', default: '100000' },
        rounds: { type: 'string', default: '5' },
        only: { type: 'string', default: kinds.join(',') },
        profile: { type: 'string' },
        format: { type: 'string', default: 'bibtex' },
      },
    })
    const [records, times] = [Number(values.records), Number(values.rounds)]
    const only = values.only.split(',')
    if (!Number.isInteger(records) || records < 1000) throw new Error('1,000 records at least.')
    if (!Number.isInteger(times) || times < 1) throw new Error('One round at least.')
    if (only.some((kind) => !kinds.includes(kind)))
      throw new Error(`--only knows ${kinds.join(', ')}.`)
    if (![undefined, 'write', 'read'].includes(values.profile) || !formats.includes(values.format))
      throw new Error('There is no such work, or no such format.')
    return { ...values, records, rounds: times, only }
  } catch (error) {
    throw new Error(`${error.message}\n${usage}`)
  }
}

/** `{write: {FORMAT: {ours, bare}}, peers: {citationJs}, read: {…}, memory: {…}}`: records per CPU second of each round, and MB. */
function measured(rounds, { records, rounds: times, only }) {
  const found = {}
  if (only.includes('write')) {
    found.write = Object.fromEntries(
      formats.map((format) => [format, rounds.alternated(times, writing(format))]),
    )
  }
  if (only.includes('read')) found.read = rounds.alternated(times, reading(rounds))
  if (only.includes('memory')) found.memory = memory(rounds, records)
  return found
}

function writing(format) {
  const ours = { work: 'write', format, records: sizes.write, warm: 1_000 }
  const bare = { ...ours, work: 'bare' }
  if (format !== 'bibtex' && format !== 'biblatex') return { ours, bare }
  return { ours, bare, citationJs: { ...ours, work: 'citationJs', records: sizes.citationJs } }
}

function reading(rounds) {
  const file = (records, from = 0) => rounds.file('bibtex', records, from)
  const warm = { warm: 1_000, warmFile: file(1_000) }
  const few = { warm: 30, warmFile: file(30) }
  return {
    ours: {
      work: 'read',
      format: 'bibtex',
      records: sizes.read,
      ...warm,
      file: file(sizes.read, 1_000),
    },
    bibtexParser: {
      work: 'bibtexParser',
      format: 'bibtex',
      records: sizes.bibtexParser,
      ...few,
      file: file(sizes.bibtexParser, 30),
    },
  }
}

/** What writing and reading so many records takes in MB of memory beyond what the process had, and what a tenth of them takes. */
function memory(rounds, records) {
  const found = {}
  for (const format of formats) {
    found[`write_${format}`] = rounds.round({ work: 'write', format, records, warm: 1_000 }).extra
  }
  for (const [name, count] of [
    ['read', records],
    ['read_tenth', records / 10],
  ]) {
    const file = rounds.file('bibtex', count, 1_000)
    const asked = { work: 'read', format: 'bibtex', records: count, warm: 1_000, file }
    found[name] = rounds.round({ ...asked, warmFile: rounds.file('bibtex', 1_000, 0) }).extra
  }
  return found
}
