import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findFirefox, isFirefoxForTests } from '../../scripts/find-firefox.mjs'

describe('isFirefoxForTests', () => {
  it.each(['Mozilla Firefox 140.12.0esr', 'Mozilla Firefox 153.0esr\n'])('takes %s', (version) => {
    expect(isFirefoxForTests(version)).toBe(true)
  })

  it.each([
    ['one that the extension is too new for', 'Mozilla Firefox 128.5.0esr'],
    ['one that wants a signature', 'Mozilla Firefox 145.0.1'],
    ['another program', 'Chromium 140.0.1esr'],
    ['one that says nothing', ''],
  ])('refuses %s', (_, version) => {
    expect(isFirefoxForTests(version)).toBe(false)
  })
})

describe.skipIf(process.platform === 'win32')('findFirefox', () => {
  let folder
  const program = (name, version) => {
    const path = join(folder, name)
    writeFileSync(path, `#!/bin/sh\necho '${version}'\n`)
    chmodSync(path, 0o755)
    return path
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'offprint-firefox-'))
    vi.stubEnv('PATH', folder)
    vi.stubEnv('FIREFOX_PATH', '')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  it('takes the one that FIREFOX_PATH names, whatever its version', () => {
    program('firefox-esr', 'Mozilla Firefox 140.1.0esr')
    const named = program('nightly', 'Mozilla Firefox 160.0a1')
    vi.stubEnv('FIREFOX_PATH', named)
    expect(findFirefox()).toBe(named)
  })

  it('says so where the one that FIREFOX_PATH names does not start', () => {
    vi.stubEnv('FIREFOX_PATH', join(folder, 'none'))
    expect(findFirefox).toThrow(/FIREFOX_PATH.*does not start/)
  })

  it('takes the one of PATH that can be tested in', () => {
    program('firefox', 'Mozilla Firefox 145.0.1')
    const found = program('firefox-esr', 'Mozilla Firefox 140.1.0esr')
    expect(findFirefox()).toBe(found)
  })
})
