import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isPaperPath, paths } from '../../src/detection/paths.ts'
import { portals } from '../../src/portals/index.ts'
import { releasedHosts } from '../../src/portals/released-hosts.ts'

const stale = 'The portals have changed: run `npm run portals`.'
const { version } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
)
const silent = portals.filter((portal) => portal.silent)
const addresses = (of: 'pages' | 'notPages') =>
  silent.flatMap((portal) => portal[of].map((page) => ({ id: portal.id, page })))

describe('the paths that the detector knows', () => {
  test('are those of the portals whose pages have nothing in their head', () => {
    const lines = silent.map(({ hosts, path }) => ` ${hosts.join(' ')} ${path}`)
    expect(lines.length).toBeGreaterThan(0)
    expect(paths, stale).toEqual(lines)
  })

  test.each(addresses('pages'))('$page is one of $id', ({ page }) => {
    expect(isPaperPath(new URL(page))).toBe(true)
  })

  test.each(addresses('notPages'))('$page is none of $id', ({ page }) => {
    expect(isPaperPath(new URL(page))).toBe(false)
  })

  test('a host stands for itself, and with a star for what is below it too', () => {
    const known = (url: string): boolean => isPaperPath(new URL(url))
    expect(known('https://kns.cnki.net/kcms2/article/abstract')).toBe(true)
    expect(known('https://cnki.net/kcms2/article/abstract')).toBe(true)
    expect(known('https://acnki.net/kcms2/article/abstract')).toBe(false)
    expect(known('https://www.scopus.com/pages/publications/99')).toBe(true)
    expect(known('https://a.www.scopus.com/pages/publications/99')).toBe(false)
    expect(known('https://scopus.com/pages/publications/99')).toBe(false)
    expect(known('https://scopus.com.example.org/pages/publications/99')).toBe(false)
    expect(known('https://constructor/pages/publications/99')).toBe(false)
  })
})

describe('the released hosts', () => {
  test('are those of all portals until 1.0, and afterwards none that is no portal’s', () => {
    const hosts = new Set(portals.flatMap((portal) => portal.hosts))
    const patterns = [...hosts].sort().map((host) => `https://${host}/*`)
    if (version.startsWith('0.')) expect(releasedHosts, stale).toEqual(patterns)
    else expect(patterns).toEqual(expect.arrayContaining([...releasedHosts]))
  })

  test('are match patterns of whole hosts', () => {
    for (const pattern of releasedHosts) {
      expect(pattern).toMatch(/^https:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)+\/\*$/)
    }
  })
})
