// A script of the project with all that it imports as one file that Node runs by itself.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { root } from './set-up.mjs'

/**
 * The path of the bundle of `scripts/NAME-entry.ts`. Vite builds it where none is there of the sources as they are now; the
 * ones of earlier sources are thrown away.
 */
export async function nodeBundle(name) {
  const folder = join(root, 'node_modules/.cache/node-bundle', name)
  const fileName = `${stateOfSources()}.mjs`
  const file = join(folder, fileName)
  if (existsSync(file)) return file
  const code = await bundled(`scripts/${name}-entry.ts`)
  mkdirSync(folder, { recursive: true })
  // Another run may be looking for it: it is there whole or not at all.
  const whole = join(folder, `${process.pid}.tmp`)
  writeFileSync(whole, code)
  renameSync(whole, file)
  for (const other of readdirSync(folder)) {
    if (other.endsWith('.mjs') && other !== fileName) rmSync(join(folder, other), { force: true })
  }
  return file
}

async function bundled(entry) {
  const { build } = await import('vite')
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      write: false,
      ssr: entry,
      target: 'node20',
      copyPublicDir: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  if (output.length !== 1) throw new Error(`${entry} is not one file`)
  return output[0].code
}

/** A name that is another one when a source has been changed, added or taken away. */
function stateOfSources() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['scripts', 'src']) {
    for (const path of readdirSync(join(root, folder), { recursive: true }).sort()) {
      if (!/\.(?:ts|mjs)$/.test(path)) continue
      const { size, mtimeMs } = statSync(join(root, folder, path))
      hash.update(`${folder}/${path} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex').slice(0, 16)
}
