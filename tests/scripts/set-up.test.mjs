import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkNode, packagesAreCurrent } from '../../scripts/set-up.mjs'

describe('checkNode', () => {
  it('takes the floor and what is newer', () => {
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.1.0']) {
      expect(() => checkNode(version)).not.toThrow()
    }
  })

  it('refuses what is older, and says what is needed', () => {
    for (const version of ['18.20.4', '20.18.3']) {
      expect(() => checkNode(version)).toThrow(/20\.19/)
    }
  })
})

describe('packagesAreCurrent', () => {
  let folder
  const write = (name, packages) => writeFileSync(join(folder, name), JSON.stringify({ packages }))

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'offprint-set-up-'))
    mkdirSync(join(folder, 'node_modules'))
    write('package-lock.json', {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/for-another-platform': { version: '1.0.0', optional: true },
    })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is false before anything was installed', () => {
    expect(packagesAreCurrent(folder)).toBe(false)
  })

  it('is true when every package that this platform needs is there', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
    expect(packagesAreCurrent(folder)).toBe(true)
  })

  it('is false when a version has changed or a package is new', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } })
    expect(packagesAreCurrent(folder)).toBe(false)
    write('node_modules/.package-lock.json', {})
    expect(packagesAreCurrent(folder)).toBe(false)
  })
})
