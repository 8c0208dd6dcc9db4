import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// @ts-expect-error: the scripts have no types.
import { nodeBundle } from '../../scripts/node-bundle.mjs'
import { fuzzSeeds } from './fuzz-seeds.ts'

/** `OFFPRINT_FUZZ=full` reads as many as the product promises. */
const isFull = process.env.OFFPRINT_FUZZ === 'full'
const files = isFull ? 100_000 : 1_000

/** A process that stays at one file for so many ms hangs there. */
const patience = 60_000

/** `OFFPRINT_SEED=N` repeats a run, `OFFPRINT_FUZZ_AT=N` its file N alone. */
const seed = Number(
  process.env.OFFPRINT_SEED ??
    (process.env.CI === 'true' ? 20261124 : Math.floor(Math.random() * 0x7fffffff)),
)
const at = process.env.OFFPRINT_FUZZ_AT

// BibTeX and BibLaTeX have one reader.
const readers = ['bibtex', 'csl-json', 'json', 'ris', 'nbib', 'csv'] as const

interface Fault {
  n: number
  fault: string
  text?: string
}

describe('readers', () => {
  let folder = ''
  let bundle = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'offprint-fuzz-'))
    writeFileSync(join(folder, 'seeds.json'), JSON.stringify(await fuzzSeeds()))
    bundle = await nodeBundle('fuzz')
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.concurrent.each(readers)(
    'of %s never throw, hang or write into a prototype, whatever the file',
    async (format) => {
      const range = at === undefined ? { from: 0, to: files } : { from: +at, to: +at + 1 }
      const found = await reading(format, range)
      const how = `OFFPRINT_SEED=${seed} OFFPRINT_FUZZ_AT=${found.faults[0]?.n} OFFPRINT_FUZZ=${isFull ? 'full' : ''} repeats the first`
      expect(found, how).toEqual({ faults: [], read: range.to - range.from })
      console.info(`${format}: ${found.read} broken files were read, seed ${seed}`)
    },
    isFull ? 1_200_000 : 180_000,
  )

  /** Reads broken files in a process that is ended where it hangs. */
  function reading(
    format: string,
    range: { from: number; to: number },
  ): Promise<{ faults: Fault[]; read: number | undefined }> {
    const place = join(folder, `${format}-place`)
    writeFileSync(place, String(range.from))
    const asked = { format, seed, ...range, seeds: join(folder, 'seeds.json'), place }
    const child = spawn(process.execPath, ['--stack-size=900', bundle, JSON.stringify(asked)])
    let output = ''
    let trouble = ''
    child.stdout.on('data', (text) => {
      output += text
    })
    child.stderr.on('data', (text) => {
      trouble += text
    })
    const faults: Fault[] = []
    let last = ''
    let since = Date.now()
    const watch = setInterval(() => {
      const now = readFileSync(place, 'utf8').trim()
      if (now !== last) since = Date.now()
      last = now
      if (Date.now() - since < patience) return
      faults.push({ n: Number(now), fault: 'hung' })
      child.kill('SIGKILL')
      clearInterval(watch)
    }, 250)
    return new Promise((resolve) => {
      child.on('close', (code) => {
        clearInterval(watch)
        let read: number | undefined
        for (const line of output.split('\n').filter((one) => one !== '')) {
          const said = JSON.parse(line) as Fault | { read: number }
          if ('read' in said) read = said.read
          else faults.push(said)
        }
        if (code !== 0 && faults.length === 0)
          faults.push({ n: Number(readFileSync(place, 'utf8')), fault: `ended: ${trouble}` })
        resolve({ faults, read })
      })
    })
  }
})
