import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'puppeteer'
import { type Fixture, fixtures } from '../../support/fixtures.ts'
import { tabIdOf } from './badge.ts'
import type { Running } from './launch.ts'
import { servePage } from './serve-page.ts'

/** The fixture of this name; throws where there is none. */
export function fixtureNamed(name: string): Fixture {
  const found = fixtures().find((fixture) => fixture.name === name)
  if (!found) throw new Error(`no fixture ${name}`)
  return found
}

/** Opens a fixture in a new tab, at its true address. */
export async function openFixture(running: Running, name: string): Promise<Page> {
  const page = await running.browser.newPage()
  await tabIdOf(running, page)
  await showFixture(page, name)
  return page
}

/** Opens a fixture in a new tab of any browser. */
export async function openInTab(browser: Browser, name: string): Promise<Page> {
  const page = await browser.newPage()
  await showFixture(page, name)
  return page
}

/** Opens a fixture in a tab that is there. */
export async function showFixture(page: Page, name: string): Promise<void> {
  const fixture = fixtureNamed(name)
  const contentType = `${fixture.contentType}; charset=utf-8`
  await servePage(page, fixture.url, await readFile(fixture.file, 'utf8'), { contentType })
}
