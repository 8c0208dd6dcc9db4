import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { portals } from '../src/portals/index.ts'
import { matchesHost, matchPortal } from '../src/portals/match.ts'
import { platforms } from '../src/portals/platforms/index.ts'

/** The files of one entry each, in a folder: those that are named as their entry is. */
function entriesIn(folder: string): string[] {
  const directory = resolve(import.meta.dirname, folder)
  return readdirSync(directory)
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /satisfies (?:Portal|Platform)\b/.test(readFileSync(resolve(directory, file), 'utf8')),
    )
    .map((file) => file.replace(/\.ts$/, ''))
    .sort()
}

/** What the first lines of a portal's pages say of where they come from. */
function kindsOf(id: string): string[] {
  const folder = resolve(import.meta.dirname, 'portals', id)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => /"kind": "(\w+)"/.exec(readFileSync(resolve(folder, file), 'utf8'))?.[1] ?? '')
}

const pages = portals.flatMap((portal) => portal.pages.map((page) => ({ id: portal.id, page })))
const notPages = portals.flatMap((portal) =>
  portal.notPages.map((page) => ({ id: portal.id, page })),
)

describe('portals', () => {
  test('every file is in the table, in alphabetical order', () => {
    expect(portals.map((portal) => portal.id)).toEqual(entriesIn('../src/portals'))
    expect(platforms.map((platform) => platform.id)).toEqual(entriesIn('../src/portals/platforms'))
  })

  test('the README says how many there are', () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8')
    expect(readme).toContain(`those of ${portals.length} portals`)
  })

  test('how many rest on reconstructions only', () => {
    const kinds = portals.map(({ id }) => kindsOf(id))
    const reconstructed = kinds.filter((kind) => kind.length > 0 && !kind.includes('trimmed'))
    process.stderr.write(
      `${portals.length} portals: the pages of ${reconstructed.length} are reconstructed only, from documented markup; those of ${portals.length - reconstructed.length} are after real pages.\n`,
    )
    expect(kinds.every((kind) => kind.length > 0)).toBe(true)
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
