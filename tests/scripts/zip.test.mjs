import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import { filesIn, zipFolder } from '../../scripts/zip.mjs'

const folders = []
const { TZ } = process.env

afterEach(() => {
  if (TZ === undefined) delete process.env.TZ
  else process.env.TZ = TZ
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const texts = {
  'manifest.json': '{}',
  'a/b.js': 'let b',
  'a/ä.js': 'let a',
  'a.js': 'a'.repeat(999),
}

/** A folder with the texts, written in this order at this time with these rights. */
function folderOf(names, time, mode) {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-zip-'))
  folders.push(folder)
  mkdirSync(join(folder, 'a'))
  for (const name of names) {
    const path = join(folder, name)
    writeFileSync(path, texts[name])
    chmodSync(path, mode)
    utimesSync(path, time, time)
  }
  return folder
}

test('a folder’s zip is the same whenever, wherever and in whatever order its files were written', () => {
  const names = Object.keys(texts)
  process.env.TZ = 'UTC'
  const one = zipFolder(folderOf(names, new Date('2020-02-02T02:02:02Z'), 0o600))
  process.env.TZ = 'Pacific/Auckland'
  const other = zipFolder(folderOf(names.toReversed(), new Date('2031-03-03T03:03:03Z'), 0o755))
  expect(Buffer.compare(one, other)).toBe(0)
})

test('it holds every file by its path, in code-unit order, and no folder', () => {
  const folder = folderOf(Object.keys(texts), new Date(), 0o644)
  const sorted = ['a.js', 'a/b.js', 'a/ä.js', 'manifest.json']
  expect(filesIn(folder)).toEqual(sorted)
  const found = Object.entries(unzipSync(zipFolder(folder)))
  expect(found.map(([name]) => name)).toEqual(sorted)
  for (const [name, bytes] of found) expect(strFromU8(bytes)).toBe(texts[name])
})
