// Rounds of bench-formats, each in a process of its own.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../set-up.mjs'

/** Runs rounds of work, each in a process of its own. */
export class Rounds {
  #bundle
  #place

  constructor(bundle, place) {
    this.#bundle = bundle
    this.#place = place
  }

  /** The path of a file of so many records of a format, from one on, which is written. */
  file(format, records, from) {
    const file = join(this.#place, `${format}-${from}-${records}.txt`)
    this.round({ work: 'file', format, records, from, warm: 0, file })
    return file
  }

  /** Works in turn, so that what else the machine does falls on all alike; records per CPU second of each round. */
  alternated(times, works) {
    const rates = Object.fromEntries(Object.keys(works).map((name) => [name, []]))
    for (let round = 0; round < times; round++) {
      for (const [name, asked] of Object.entries(works)) {
        const { ms, records } = this.round(asked)
        rates[name].push((1000 * records) / ms)
      }
    }
    return rates
  }

  /** One round; `flags` are Node's. */
  round(asked, flags = []) {
    process.stderr.write(`${asked.work} ${asked.format}, ${asked.records} records …\n`)
    const whole = { batch: 500, from: 0, ...asked, bundle: this.#bundle }
    const script = join(root, 'scripts/bench/format-round.mjs')
    const args = ['--expose-gc', ...flags, script, JSON.stringify(whole)]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${asked.work} ${asked.format} failed: ${stderr}`)
    return JSON.parse(stdout)
  }
}
