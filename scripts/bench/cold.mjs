// What a content script costs a page that has just been opened: its first evaluation in a new process.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBrowser } from '../isolated-world.mjs'
import { median } from './samples.mjs'

/** The least that tells the background of a page with citation tags: 155 bytes. */
export const leastDetector =
  'const meta=document.querySelector(\'meta[name^="citation_title"]\');if(meta)chrome.runtime.sendMessage({name:"detected",title:meta.content,at:location.href})'

/** As long, but it only looks. */
export const lookingDetector =
  'const meta=document.querySelector(\'meta[name^="citation_title"]\');if(meta){globalThis.offprint={name:"page:detected",title:meta.content,at:location.href};}'

/** The same, made as long as `bytes` by functions that nobody calls. */
export function padded(code, bytes) {
  let long = code
  for (let i = 0; long.length < bytes; i++) {
    const more = `;function f${i}(a,b){const c=a.querySelector(b);return c&&c.id!==''?c.getAttribute('content'):f${i}}`
    long += more.length <= bytes - long.length ? more : ';'.repeat(bytes - long.length)
  }
  return long
}

/**
 * The CPU time of each script on the renderer's main thread, in ms, as `{name: {bytes, median, min, whole}}`: the first
 * two of its evaluation (compiling and running), `whole` a median that includes what it does later by itself.
 *
 * The scripts are content scripts of one extension, as they are in use; each run is a page at a host of its own,
 * which gets a process of its own, and the scripts take turns.
 */
export async function coldEvaluations(executablePath, scripts, { runs = 20 } = {}) {
  const names = Object.keys(scripts)
  const host = (name, run) => `${name}-${run}.test`
  const folder = mkdtempSync(join(tmpdir(), 'offprint-cold-'))
  writeFileSync(join(folder, 'background.js'), 'chrome.runtime.onMessage.addListener(() => {})')
  for (const name of names) writeFileSync(join(folder, `${name}.js`), scripts[name])
  const hosts = (name) => Array.from({ length: runs }, (_, run) => `https://${host(name, run)}/*`)
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'cold evaluation',
      version: '1',
      background: { service_worker: 'background.js' },
      content_scripts: names.map((name) => ({
        matches: hosts(name),
        js: [`${name}.js`],
        run_at: 'document_idle',
      })),
    }),
  )
  const browser = await startBrowser(executablePath, { extension: folder })
  try {
    const tracer = await browser.newPage()
    await tracer.tracing.start({ categories: ['devtools.timeline'] })
    for (let run = 0; run < runs; run++) {
      for (const name of names) await visit(browser, `https://${host(name, run)}/article/1`)
    }
    const trace = JSON.parse(new TextDecoder().decode(await tracer.tracing.stop()))
    return times(trace.traceEvents, scripts, runs)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A page as a journal's is: citation tags, and little else, so that the script is what is measured. */
const html = `<!doctype html><html lang="en"><head><title>A paper</title>
<meta name="citation_title" content="A paper"><meta name="citation_author" content="Doe, Jane">
<meta name="citation_journal_title" content="A journal"><meta name="citation_doi" content="10.5555/1">
</head><body><h1>A paper</h1><p>Text.</p></body></html>`

async function visit(browser, url) {
  const page = await browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', (request) =>
    request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html }),
  )
  await page.goto(url)
  // The script runs once the page is idle, after its load.
  await new Promise((done) => setTimeout(done, 150))
  await page.close()
}

function times(events, scripts, runs) {
  const own = events.filter(
    ({ ph, args }) => ph === 'X' && /^chrome-extension:/.test(args.data?.url),
  )
  const result = {}
  for (const [name, code] of Object.entries(scripts)) {
    const byProcess = new Map()
    for (const { name: event, pid, tdur, args } of own) {
      if (!args.data.url.endsWith(`/${name}.js`)) continue
      const sums = byProcess.get(pid) ?? { evaluations: 0, evaluation: 0, later: 0 }
      byProcess.set(pid, sums)
      if (event === 'EvaluateScript') {
        sums.evaluations++
        sums.evaluation += tdur / 1000
      }
      // Idle callbacks, timers and listeners; no call stands inside another, nor in the evaluation.
      if (event === 'FunctionCall') sums.later += tdur / 1000
    }
    const all = [...byProcess.values()]
    if (all.length !== runs || all.some(({ evaluations }) => evaluations !== 1)) {
      throw new Error(`${name} was not evaluated once in each of ${runs} processes`)
    }
    const evaluations = all.map(({ evaluation }) => evaluation)
    result[name] = {
      bytes: Buffer.byteLength(code),
      median: median(evaluations),
      min: Math.min(...evaluations),
      whole: median(all.map(({ evaluation, later }) => evaluation + later)),
    }
  }
  return result
}
