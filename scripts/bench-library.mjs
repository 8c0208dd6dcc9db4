// npm run bench:library [-- --records 100000] [-- --keep]: what the library costs with many papers, beside the least that the
// browser allows, in one run of one browser; the last line is one JSON object.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureLibrary } from './bench/library.mjs'
import { judgeLibrary, tableOfLibrary } from './bench/library-targets.mjs'
import { buildExtension } from './driving.mjs'
import { root, run, setUp } from './set-up.mjs'

const usage =
  'Usage: npm run bench:library [-- --records 100000] [-- --keep] [-- --only search,save]'

await run(async () => {
  const options = readArguments()
  const { browser } = await setUp()
  process.env.CHROMIUM_PATH = browser
  buildExtension()
  const place = join(root, 'node_modules/.cache/bench-library')
  const profile = join(place, `profile-${options.records}`)
  if (!options.keep) rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  const measured = await measureLibrary({
    folder: withBlankPages(join(place, 'extension')),
    profile,
    filled: existsSync(profile),
    ...options,
    say: (text) => process.stderr.write(`${text}\n`),
  })
  if (!options.keep) rmSync(place, { recursive: true, force: true })
  const figures = judgeLibrary(measured)
  process.stdout.write(`${tableOfLibrary(figures)}\n${JSON.stringify(figures)}\n`)
})

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        records: { type: 'string', default: '100000' },
        keep: { type: 'boolean', default: false },
        only: { type: 'string' },
      },
    })
    const records = Number(values.records)
    if (!Number.isInteger(records) || records < 1000) throw new Error('1,000 records at least.')
    return { records, keep: values.keep, only: values.only?.split(',') }
  } catch (error) {
    throw new Error(`${error.message}\n${usage}`)
  }
}

/** The built extension with a page that has nothing but a word: what every page of an extension pays. */
function withBlankPages(folder) {
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(root, 'dist/chrome'), folder, { recursive: true })
  writeFileSync(
    join(folder, 'blank.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>blank</title><body><p>blank</p></body></html>\n',
  )
  return folder
}
