// One round of bench-formats in a process of its own, started with what to do as JSON; prints what it took as JSON.
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/**
 * `work` is one of `works`, done on `records` records from `from` on, after `warm` others; their input is made `batch` by
 * `batch`. What reads takes them out of `file`, and the others out of `warmFile`.
 */
const asked = JSON.parse(process.argv[2])
const { bareWriter, codecOf, decode, papers } = await import(pathToFileURL(asked.bundle).href)

/** So much is written and read at once, as browsers do. */
const stretch = 65_536

/** CPU time in ms, of all threads of the process: what others do on the machine counts little, collecting garbage in full. */
let ms = 0
let since = process.cpuUsage()
/** The most that the process held while it worked, in bytes of its resident set. */
let peak = 0

function look() {
  peak = Math.max(peak, process.memoryUsage.rss())
}

/** Makes input outside of the clock, and leaves none of its rubbish to be collected in the work's time. */
function outside(make) {
  stop()
  const made = make()
  // Twice, and what is new counts as old: else the work would pay for moving it.
  globalThis.gc({ type: 'minor' })
  globalThis.gc({ type: 'minor' })
  since = process.cpuUsage()
  return made
}

function stop() {
  const { user, system } = process.cpuUsage(since)
  ms += (user + system) / 1000
  look()
}

function* made(from, to) {
  for (let at = from; at < to; at += asked.batch)
    yield* outside(() => papers(at, Math.min(to, at + asked.batch)))
}

const encoder = new TextEncoder()

/** Takes what is written as a file does, in stretches of UTF-8: strings that nobody reads would never be joined. */
async function taken(pieces, sink = () => undefined) {
  let waiting = ''
  const flush = () => {
    sink(encoder.encode(waiting))
    waiting = ''
  }
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length >= stretch) flush()
  }
  flush()
}

function* bytesOf(path) {
  const file = openSync(path, 'r')
  for (;;) {
    const bytes = new Uint8Array(stretch)
    const length = readSync(file, bytes)
    look()
    if (length > 0) yield bytes.subarray(0, length)
    else break
  }
  closeSync(file)
}

/** A record as a CSL item for others. */
function cslOf({ item, tags, note, citationKey, sections }) {
  const abstract = sections.map(({ label, text }) => (label ? `${label}: ${text}` : text))
  const keyword = [item.keyword, ...tags].join(', ')
  return { ...item, id: citationKey, abstract: abstract.join('\n\n'), keyword, note }
}

const works = {
  /** Writes the file that others read. */
  async file(from, to) {
    const file = openSync(asked.file, 'w')
    await taken(codecOf(asked.format).write(made(from, to)), (bytes) => writeSync(file, bytes))
    closeSync(file)
  },
  write: (from, to) => taken(codecOf(asked.format).write(made(from, to))),
  bare: (from, to) => taken(bareWriter(asked.format)(made(from, to))),
  async read(from, to, path) {
    let read = 0
    for await (const entry of codecOf(asked.format).read(decode(bytesOf(path)))) {
      if ('broken' in entry) throw new Error(`line ${entry.broken.line}: ${entry.broken.reason}`)
      read += 1
    }
    if (read !== to - from) throw new Error(`${read} of ${to - from} entries were read`)
  },
  /** Citation.js's own writer, given CSL items as it holds them: it is spared reading any. */
  async citationJs(from, to) {
    const { plugins } = await peers.citationJs()
    for (let at = from; at < to; at += asked.batch) {
      const items = outside(() => papers(at, Math.min(to, at + asked.batch)).map(cslOf))
      encoder.encode(plugins.output.format(asked.format, items))
    }
  },
  async bibtexParser(from, to, path) {
    const { parse } = await peers.bibtexParser()
    const { entries, errors } = parse(readFileSync(path, 'utf8'))
    if (entries.length !== to - from)
      throw new Error(`${entries.length} of ${to - from} entries, ${errors.length} errors`)
  },
}

const peers = {
  async citationJs() {
    await import('@citation-js/plugin-bibtex')
    return import('@citation-js/core')
  },
  bibtexParser: () => import('@retorquere/bibtex-parser'),
}

// What is compiled while it runs is compiled before it is measured.
const begin = asked.from + asked.warm
if (asked.warm > 0) await works[asked.work](asked.from, begin, asked.warmFile)
papers(begin, begin + asked.batch)
globalThis.gc()
const base = process.memoryUsage.rss()
peak = base
ms = 0
since = process.cpuUsage()
await works[asked.work](begin, begin + asked.records, asked.file)
stop()
process.stdout.write(JSON.stringify({ ms, records: asked.records, extra: (peak - base) / 1e6 }))
