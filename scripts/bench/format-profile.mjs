// What writing or reading one format spends its time on.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The functions by the share of time spent in themselves, as a text; making the records is among them, and is no part of the work. */
export function profileOf(rounds, { profile: work, format }, sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-profile-'))
  try {
    const records = sizes[work]
    const files =
      work === 'read'
        ? { file: rounds.file(format, records, 1_000), warmFile: rounds.file(format, 1_000, 0) }
        : {}
    rounds.round({ work, format, records, warm: 1_000, ...files }, [
      '--cpu-prof',
      `--cpu-prof-dir=${folder}`,
    ])
    const [name = ''] = readdirSync(folder)
    return tableOf(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tableOf({ nodes, samples, timeDeltas }) {
  const names = new Map(
    nodes.map(({ id, callFrame }) => [
      id,
      `${callFrame.functionName || '(anonymous)'}:${callFrame.lineNumber + 1}`,
    ]),
  )
  const spent = new Map()
  let all = 0
  samples.forEach((id, i) => {
    const name = names.get(id)
    spent.set(name, (spent.get(name) ?? 0) + timeDeltas[i])
    all += timeDeltas[i]
  })
  const lines = [...spent]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 40)
    .map(([name, us]) => `${((100 * us) / all).toFixed(1).padStart(6)} %  ${name}`)
  return `${lines.join('\n')}\n`
}
