// What a repeated capture of one page spends its time on.
import { bundle, closeTab, openSaved, startBrowser } from '../isolated-world.mjs'

/**
 * Captures a page of `readSavedPage` for about `seconds` under the browser's sampling profiler, and gives a text: the
 * functions by the time spent in themselves and with what they call, and the lines by the time spent on them. With
 * `firstOnly` it watches the one call that a click pays for, in which all code and every pattern is compiled.
 */
export async function profile(
  executablePath,
  saved,
  { work = 'capture', seconds = 4, rows = 30, firstOnly = false },
) {
  const source = await bundle('scripts/bench-entry.ts')
  const browser = await startBrowser(executablePath)
  try {
    const page = await browser.newPage()
    const { session, evaluate } = await openSaved(page, saved)
    await evaluate(`${source}\n;globalThis.bench = offprint; undefined\n//# sourceURL=bench.js`)
    const given = `${JSON.stringify(work)}, ${JSON.stringify(saved.url)}`
    let first = 0
    let times = 1
    if (!firstOnly) {
      first = await evaluate(`bench.sample(${given}, 1)`)
      const warmed = await timed(evaluate, `bench.repeat(${given}, 5)`)
      times = Math.max(5, Math.round((seconds * 1000) / (warmed / 5)))
    }
    await session.send('Profiler.enable')
    await session.send('Profiler.setSamplingInterval', { interval: 200 })
    await session.send('Profiler.start')
    const spent = await timed(evaluate, `bench.repeat(${given}, ${times})`)
    const { profile } = await session.send('Profiler.stop')
    const size = await evaluate('bench.size()')
    await closeTab(page)
    return report(profile, source.split('\n'), {
      title: `${saved.url}: ${size} elements; ${work}: ${firstOnly ? '' : `first call ${first.toFixed(2)} ms, then `}${(spent / times).toFixed(3)} ms (mean of ${times})`,
      times,
      rows,
    })
  } finally {
    await browser.close()
  }
}

async function timed(evaluate, expression) {
  return evaluate(
    `{ const start = performance.now(); ${expression}; performance.now() - start }`,
    120_000,
  )
}

function report(profile, code, { title, times, rows }) {
  const { nodes, samples, timeDeltas } = profile
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])))
  const named = new Map(nodes.map((node) => [node.id, nameOf(node.callFrame, code)]))
  const self = new Map()
  const total = new Map()
  const ticks = new Map()
  const add = (map, key, us) => map.set(key, (map.get(key) ?? 0) + us)
  let all = 0
  samples.forEach((id, i) => {
    const us = timeDeltas[i] ?? 0
    all += us
    add(self, named.get(id), us)
    const seen = new Set()
    for (let at = id; at !== undefined; at = parents.get(at)) seen.add(named.get(at))
    for (const name of seen) add(total, name, us)
  })
  const perTick = all / Math.max(1, samples.length)
  for (const { id, positionTicks = [] } of nodes) {
    if (byId.get(id).callFrame.url !== 'bench.js') continue
    for (const { line, ticks: count } of positionTicks) add(ticks, line, count * perTick)
  }
  const table = (map, name = (key) => key) =>
    [...map]
      .sort((a, b) => b[1] - a[1])
      .slice(0, rows)
      .map(
        ([key, us]) =>
          `${((100 * us) / all).toFixed(1).padStart(6)} %${(us / 1000 / times).toFixed(3).padStart(9)} ms  ${name(key)}`,
      )
  const called = [...total].filter(([name]) => !/^\(|^\{var offprint|^repeat|^sample/.test(name))
  return [
    title,
    '',
    'in the function itself (a call of the browser counts to its caller)',
    ...table(self),
    '',
    'with what it calls',
    ...table(new Map(called)),
    '',
    'by line of the bundled source',
    ...table(
      ticks,
      (line) => `${fileOf(code, line - 1)}  ${(code[line - 1] ?? '').trim().slice(0, 110)}`,
    ),
    '',
  ].join('\n')
}

/** `name file`, with an arrow function's own beginning where it has no name. */
function nameOf({ functionName, url, lineNumber }, code) {
  // A function that was inlined into another is reported without its script.
  if (lineNumber < 0 || (url !== '' && url !== 'bench.js')) return functionName || '(anonymous)'
  const name = functionName || `{${(code[lineNumber] ?? '').trim().slice(0, 60)}}`
  return `${name}  ${fileOf(code, lineNumber)}`
}

/** The source file that a line of the bundle comes from: the bundler marks where each begins. */
function fileOf(code, line) {
  for (let at = line; at >= 0; at--) {
    const file = /^\s*\/\/ ((?:src|scripts|node_modules)\/\S+)$/.exec(code[at] ?? '')?.[1]
    if (file) return file
  }
  return ''
}
