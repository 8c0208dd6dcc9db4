import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandFile, root } from '../../scripts/set-up.mjs'
import { zipFolder } from '../../scripts/zip.mjs'

/** The warnings that docs/packages.md explains, each with its file. */
const explained = [
  ...readFileSync(join(root, 'docs/packages.md'), 'utf8').matchAll(
    /^\| `([A-Z_]+)` \| `(.+?)` \|/gm,
  ),
].map(([, code, file]) => `${code} in ${file}`)

test('addons-linter finds no error in the package for Firefox, and warns of what is explained alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-lint-'))
  try {
    const file = join(folder, 'offprint.zip')
    writeFileSync(file, zipFolder(join(root, 'dist/firefox')))
    const { stdout } = spawnSync(
      process.execPath,
      [commandFile('addons-linter'), '--output', 'json', file],
      { encoding: 'utf8', maxBuffer: 2 ** 26 },
    )
    const { errors, notices, warnings, metadata } = JSON.parse(stdout)
    expect(metadata.id).toBe('offprint@offprint')
    expect([...errors, ...notices]).toEqual([])
    const found = warnings.map(({ code, file: where }) => `${code} in ${where}`)
    expect(found.sort()).toEqual(explained.sort())
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 120_000)
