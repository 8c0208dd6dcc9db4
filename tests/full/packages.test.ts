import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { releasedHosts } from '../../src/portals/released-hosts.ts'
import { chromeCheck } from '../e2e/support/chrome-check.ts'
import { launch } from '../e2e/support/launch.ts'
import { withProfile } from '../faults/support/profile.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'dist/packages')

/** Writes the packages as `npm run package` does, from nothing, on a machine of such a time zone; their bytes by name. */
function makePackages(zone: string): { [name: string]: Buffer } {
  rmSync(folder, { recursive: true, force: true })
  execFileSync(process.execPath, [join(root, 'scripts/package.mjs')], {
    stdio: 'pipe',
    env: { ...process.env, TZ: zone, NODE_ENV: 'production' },
  })
  const names = readdirSync(folder).sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]))
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let made: { [name: string]: Buffer }
const zipFor = (browser: string): Buffer => {
  const name = Object.keys(made).find((each) => each.endsWith(`${browser}.zip`)) ?? ''
  return made[name] ?? Buffer.alloc(0)
}

beforeAll(() => {
  made = makePackages('UTC')
}, 120_000)

describe('npm run package', () => {
  test('writes both zips with the same bytes each time', () => {
    const again = makePackages('Pacific/Auckland')
    expect(Object.keys(again)).toEqual(Object.keys(made))
    expect(Object.keys(made)).toHaveLength(5)
    for (const [name, bytes] of Object.entries(made))
      expect(again[name]?.equals(bytes), name).toBe(true)
  }, 120_000)

  test('names the hash of each zip and of each file in it', () => {
    const lines = (name: string) => made[name]?.toString('utf8').trimEnd().split('\n')
    const zips = Object.keys(made).filter((name) => name.endsWith('.zip'))
    expect(zips).toHaveLength(2)
    expect(lines('packages.sha256')).toEqual(
      zips.map((name) => `${sha256(made[name] ?? Buffer.alloc(0))}  ${name}`),
    )
    for (const zip of zips) {
      const inside = Object.entries(unzipSync(made[zip] ?? Buffer.alloc(0)))
      expect(inside.length).toBeGreaterThan(20)
      expect(lines(`${zip}.files.sha256`)).toEqual(
        inside.map(([name, bytes]) => `${sha256(bytes)}  ${name}`),
      )
    }
  })

  test.each(['chrome', 'firefox'])('the zip for %s has 1.5 MB at most', (browser) => {
    expect(zipFor(browser).length).toBeGreaterThan(100_000)
    expect(zipFor(browser).length).toBeLessThanOrEqual(1.5 * 1024 * 1024)
  })
})

/** Loads an unpacked package into Chromium, and gives what it says of it. */
async function checked(path: string) {
  const running = await launch({ folder: path })
  try {
    return await chromeCheck(running)
  } finally {
    await running.close()
  }
}

describe('Chromium', () => {
  test('takes the package without an error or a warning, and tells of the portals’ hosts alone', async () => {
    await withProfile(async (profile) => {
      const path = join(profile, 'package')
      for (const [name, bytes] of Object.entries(unzipSync(zipFor('chrome')))) {
        mkdirSync(dirname(join(path, name)), { recursive: true })
        writeFileSync(join(path, name), bytes)
      }
      const { complaints, warnings, hosts } = await checked(path)
      expect(complaints).toEqual([])
      expect(warnings).toEqual([])
      expect(hosts.length).toBeGreaterThan(0)
      expect(hosts.filter((host) => !releasedHosts.includes(host))).toEqual([])
      // A host below one that is told already is not told.
      const covered = hosts.flatMap((host) => /^https:\/\/\*(\..+)$/.exec(host)?.[1] ?? [])
      const untold = releasedHosts.filter(
        (host) =>
          !hosts.includes(host) && !covered.some((end) => host.replace('//', '//.').endsWith(end)),
      )
      expect(untold).toEqual([])
    })
  })

  test.each([
    ['a key that it does not know', { externally_conectable: {} }, 'complaints'],
    ['a permission that it does not know', { permissions: ['storage', 'tabz'] }, 'complaints'],
    ['a permission with a warning', { permissions: ['storage', 'downloads'] }, 'warnings'],
  ] as const)('would say so of %s', async (_, change, where) => {
    await withProfile(async (profile) => {
      const path = join(profile, 'package')
      cpSync(join(root, 'dist/chrome'), path, { recursive: true })
      const file = join(path, 'manifest.json')
      const manifest = JSON.parse(readFileSync(file, 'utf8'))
      const permissions = 'permissions' in change ? change.permissions : []
      const all = [...new Set([...manifest.permissions, ...permissions])]
      writeFileSync(file, JSON.stringify({ ...manifest, ...change, permissions: all }))
      expect((await checked(path))[where]).not.toEqual([])
    })
  })
})
