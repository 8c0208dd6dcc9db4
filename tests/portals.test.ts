import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isPaperPath, paths } from '../src/detection/paths.ts'
import { portals } from '../src/portals/index.ts'
import { matchesHost, matchPortal } from '../src/portals/match.ts'
import { releasedHosts } from '../src/portals/released-hosts.ts'

const pages = portals.flatMap((portal) => portal.pages.map((page) => ({ id: portal.id, page })))
const notPages = portals.flatMap((portal) =>
  portal.notPages.map((page) => ({ id: portal.id, page })),
)

describe('portals', () => {
  test('every file is in the table, in alphabetical order', () => {
    const files = readdirSync(resolve(import.meta.dirname, '../src/portals'))
      .map((file) => file.replace(/\.ts$/, ''))
      .filter(
        (name) => !['identifiers', 'index', 'match', 'portal', 'released-hosts'].includes(name),
      )
    expect(portals.map((portal) => portal.id)).toEqual(files.sort())
  })

  test.each(portals)('$id has addresses on both sides, and a fixture', (portal) => {
    expect(portal.pages.length).toBeGreaterThan(0)
    expect(portal.notPages.length).toBeGreaterThan(0)
    const folder = resolve(import.meta.dirname, 'portals', portal.id)
    expect(existsSync(folder) && readdirSync(folder).some((file) => file.endsWith('.html'))).toBe(
      true,
    )
  })

  test.each(pages)('$page belongs to $id and to no other', ({ id, page }) => {
    const matching = portals.filter((portal) => matchPortal(new URL(page), [portal]))
    expect(
      matching.map((portal) => portal.id),
      'Is the page another portal’s? Then its path is too wide. Is it not? Then take it off the list.',
    ).toEqual([id])
  })

  test.each(notPages)('$page is no paper of $id', ({ page }) => {
    expect(matchPortal(new URL(page))).toBeUndefined()
  })

  test('only web pages belong to a portal', () => {
    expect(matchPortal(new URL('ftp://arxiv.org/abs/1706.03762'))).toBeUndefined()
    expect(matchPortal(new URL('https://arxiv.org.example.com/abs/1706.03762'))).toBeUndefined()
  })

  test.each([
    ['*.example.org', 'example.org', true],
    ['*.example.org', 'www.example.org', true],
    ['*.example.org', 'badexample.org', false],
    ['example.org', 'www.example.org', false],
  ])('%s covers %s: %s', (pattern, host, covers) => {
    expect(matchesHost(pattern, host)).toBe(covers)
  })
})

describe('what the detector knows of the portals', () => {
  test('its paths are the portals’ hosts and paths', () => {
    const made = portals.flatMap((portal) =>
      portal.hosts.map((host) => [host, portal.path] as const),
    )
    expect(paths).toEqual(made)
  })

  test.each(pages)('it knows $page', ({ page }) => expect(isPaperPath(new URL(page))).toBe(true))

  test.each(notPages)('it passes $page by', ({ page }) =>
    expect(isPaperPath(new URL(page))).toBe(false),
  )

  test('released hosts are portals’ hosts', () => {
    const hosts = portals.flatMap((portal) => portal.hosts)
    for (const pattern of releasedHosts) {
      const host = /^https:\/\/([^/]+)\/\*$/.exec(pattern)?.[1]
      expect(hosts).toContain(host)
    }
  })
})
