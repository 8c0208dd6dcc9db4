import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runnerImport } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guessPath, newPortal } from '../../scripts/new-portal.mjs'
import { exportName, writePortalTables } from '../../scripts/portal-tables.mjs'

const root = resolve(import.meta.dirname, '../..')

const oldHarbour = `import type { Portal } from './portal.ts'

export const oldHarbour = {
  id: 'old-harbour',
  name: 'Old Harbour',
  hosts: ['*.old.example.org', 'old.example.com'],
  path: /^\\/paper\\/\\d+$/i,
  silent: true,
  pages: ['https://www.old.example.org/paper/1'],
  notPages: ['https://www.old.example.org/'],
} satisfies Portal
`

/** A copy of the project in which that portal is the only one. */
let folder
const read = (path) => readFileSync(join(folder, path), 'utf8')
const load = async (path) => (await runnerImport(join(folder, path))).module

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-portal-'))
  for (const name of ['biome.json', 'tsconfig.base.json', '.gitignore', 'src']) {
    cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  writeFileSync(join(folder, 'package.json'), '{ "version": "0.9.0" }')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const name of readdirSync(join(folder, 'src/portals'))) {
    const path = join(folder, 'src/portals', name)
    if (name.endsWith('.ts') && readFileSync(path, 'utf8').includes('} satisfies Portal'))
      rmSync(path)
  }
  writeFileSync(join(folder, 'src/portals/old-harbour.ts'), oldHarbour)
  await writePortalTables({ folder })
}, 30_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the tables that are made from the portals', () => {
  it('hold the portals, the silent ones’ paths, and every host', async () => {
    expect((await load('src/portals/index.ts')).portals.map(({ id }) => id)).toEqual([
      'old-harbour',
    ])
    const { paths, isPaperPath } = await load('src/detection/paths.ts')
    expect(paths).toEqual([' *.old.example.org old.example.com /^\\/paper\\/\\d+$/i'])
    expect(isPaperPath(new URL('https://www.old.example.org/Paper/1'))).toBe(true)
    expect((await load('src/portals/released-hosts.ts')).releasedHosts).toEqual([
      'https://*.old.example.org/*',
      'https://old.example.com/*',
    ])
  })

  it('are the same when they are made again', async () => {
    const files = [
      'src/portals/index.ts',
      'src/detection/paths.ts',
      'src/portals/released-hosts.ts',
    ]
    const before = files.map(read)
    await writePortalTables({ folder })
    expect(files.map(read)).toEqual(before)
  })

  it('keep the released hosts from 1.0 on, unless they are asked for', async () => {
    const hosts = 'src/portals/released-hosts.ts'
    const kept = read(hosts).replace('https://old.example.com/*', 'https://older.example.com/*')
    try {
      writeFileSync(join(folder, 'package.json'), '{ "version": "1.0.0" }')
      writeFileSync(join(folder, hosts), kept)
      await writePortalTables({ folder })
      expect(read(hosts)).toBe(kept)
      await writePortalTables({ folder, hosts: true })
      expect(read(hosts)).not.toBe(kept)
    } finally {
      writeFileSync(join(folder, 'package.json'), '{ "version": "0.9.0" }')
    }
  })

  it('are not made of a portal that exports another name', async () => {
    const file = join(folder, 'src/portals/other-harbour.ts')
    writeFileSync(file, oldHarbour)
    try {
      await expect(writePortalTables({ folder })).rejects.toThrow(/oldHarbour, not otherHarbour/)
    } finally {
      rmSync(file)
    }
  })

  it.each([
    ['web-of-science', 'webOfScience'],
    ['f1000research', 'f1000research'],
    ['d-lib', 'dLib'],
  ])('call %s %s', (id, name) => expect(exportName(id)).toBe(name))
})

describe('newPortal', () => {
  it('writes a portal that its own address belongs to, a page, and the tables', async () => {
    const url = 'https://www.new.example.org/article/view/1234?lang=en'
    const { portal, page } = await newPortal('new-harbour', url, folder)
    const { portals } = await load('src/portals/index.ts')
    expect(portals.map(({ id }) => id)).toEqual(['new-harbour', 'old-harbour'])
    expect((await load('src/detection/paths.ts')).paths).toHaveLength(1)
    const [made] = portals
    expect(made.pages).toEqual([url])
    expect(made.path.test('/article/view/99')).toBe(true)
    expect(made.path.test('/article/list')).toBe(false)
    expect((await load('src/portals/released-hosts.ts')).releasedHosts).toContain(
      'https://www.new.example.org/*',
    )
    expect(read(portal)).toContain('export const newHarbour = {')
    const [first] = read(page).split('\n', 1)
    expect(JSON.parse(first.replace(/^<!-- | -->$/g, ''))).toEqual({ url, kind: 'reconstructed' })
  })

  it.each([
    ['an id with capitals', 'NewHarbour', 'https://a.example.org/1', /no id/],
    ['an id that begins with a digit', '1harbour', 'https://a.example.org/1', /no id/],
    ['an id that leads elsewhere', '../harbour', 'https://a.example.org/1', /no id/],
    ['a portal that is there', 'old-harbour', 'https://a.example.org/1', /there already/],
    ['a file that is no portal', 'released-hosts', 'https://a.example.org/1', /there already/],
    ['no address', 'harbour', 'a.example.org/1', /no web address/],
    ['another scheme', 'harbour', 'ftp://a.example.org/1', /no web address/],
    ['a front page', 'harbour', 'https://a.example.org/', /front page/],
    ['a host without a name', 'harbour', 'http://127.0.0.1/1', /host/],
    ['a known page', 'harbour', 'https://www.old.example.org/paper/2', /Old Harbour already/],
  ])('refuses %s and writes nothing', async (_, id, url, message) => {
    const before = readdirSync(join(folder, 'src/portals'))
    await expect(newPortal(id, url, folder)).rejects.toThrow(message)
    expect(readdirSync(join(folder, 'src/portals'))).toEqual(before)
    expect(existsSync(join(folder, 'tests/portals/harbour'))).toBe(false)
  })

  it.each([
    ['/article/view/1234', '/^\\/article\\/view\\/\\d+\\/?$/'],
    ['/content/12/3/e45.full', '/^\\/content\\/\\d+\\/\\d+\\/[\\w.-]+\\/?$/'],
    ['/doi/abs/10.5555/x(1)', '/^\\/doi\\/abs\\/10\\.\\d{4,9}\\/.+$/'],
    ['/a.b/S123/', '/^\\/a\\.b\\/[\\w.-]+\\/?$/'],
  ])('guesses from %s', (pathname, pattern) => {
    expect(guessPath(pathname)).toBe(pattern)
    const [, source] = /^\/(.*)\/$/.exec(pattern)
    expect(new RegExp(source).test(pathname)).toBe(true)
  })
})
