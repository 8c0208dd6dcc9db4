// npm run package: builds, and writes the packages for the stores with the hashes of everything in them.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension } from './driving.mjs'
import { ensurePackages, root, run } from './set-up.mjs'

/** Where the packages go. */
const target = join(root, 'dist/packages')

await run(async () => {
  ensurePackages()
  // It needs what is installed only now.
  const { filesIn, zipFolder } = await import('./zip.mjs')
  buildExtension()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  const zips = ['chrome', 'firefox'].map((browser) => {
    const folder = join(root, 'dist', browser)
    const name = `offprint-${version}-${browser}.zip`
    const zip = zipFolder(folder)
    writeFileSync(join(target, name), zip)
    const inside = filesIn(folder).map((file) => hashLine(readFileSync(join(folder, file)), file))
    writeFileSync(join(target, `${name}.files.sha256`), `${inside.join('\n')}\n`)
    process.stdout.write(`${name}: ${zip.length} bytes\n`)
    return hashLine(zip, name)
  })
  writeFileSync(join(target, 'packages.sha256'), `${zips.join('\n')}\n`)
  process.stdout.write(`${zips.join('\n')}\n`)
})

/** A line as `sha256sum` writes it, and checks with `--check`. */
function hashLine(bytes, name) {
  return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`
}
