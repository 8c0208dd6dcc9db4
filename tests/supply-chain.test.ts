import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** A package as package-lock.json has it. */
interface Locked {
  version: string
  integrity?: string
  resolved?: string
  dev?: boolean
  hasInstallScript?: boolean
}

const { dependencies, devDependencies } = JSON.parse(read('package.json'))
const locked: [path: string, entry: Locked][] = Object.entries<Locked>(
  JSON.parse(read('package-lock.json')).packages,
).filter(([path]) => path !== '')

describe('what is installed', () => {
  it('is asked for in exact versions', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('is locked by its hash, in the version that is asked for, whatever registry it comes from', () => {
    const entries = new Map(locked)
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(entries.get(`node_modules/${name}`)?.version, name).toBe(version)
    for (const [path, { integrity, resolved }] of locked) {
      expect(integrity, path).toMatch(/^sha512-/)
      expect(resolved, path).toBeUndefined()
    }
  })

  it('runs no scripts while it is installed', () => {
    const told = read('.npmrc').split('\n')
    for (const setting of ['ignore-scripts', 'save-exact', 'engine-strict']) {
      expect(told).toContain(`${setting}=true`)
    }
    expect(read('scripts/set-up.mjs')).toContain("'--ignore-scripts'")
  })
})

describe('what is built in', () => {
  it('is ten packages at most, each with its reason in ARCHITECTURE.md', () => {
    const names = Object.keys(dependencies)
    expect(names.length).toBeLessThanOrEqual(10)
    const [, section = ''] = read('ARCHITECTURE.md').split('## Runtime dependencies\n')
    const [table = ''] = section.split('\n## ')
    const rows = [...table.matchAll(/^\| ([@\w/.-]+) \| (.+) \|$/gm)].filter(
      ([, name]) => name !== 'package',
    )
    expect(rows.map(([, name]) => name).sort()).toEqual(names.sort())
    for (const [, name, reason = ''] of rows) expect(reason.length, name).toBeGreaterThan(15)
  })

  it('runs nothing when it is installed', () => {
    const runtime = locked.filter(([, { dev }]) => !dev)
    expect(runtime.length).toBeGreaterThanOrEqual(Object.keys(dependencies).length)
    expect(runtime.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
  })
})
