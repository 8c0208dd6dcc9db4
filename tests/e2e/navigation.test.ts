import type { Page } from 'puppeteer'
import { afterEach, expect, test } from 'vitest'
import { found, saved, waitForBadge } from './support/badge.ts'
import { launch, type Running } from './support/launch.ts'
import { openPopup } from './support/own-page.ts'
import { openFixture, showFixture } from './support/pages.ts'
import { waitForStatus } from './support/popup.ts'

let running: Running

afterEach(async () => {
  const errors = [...(running?.workerErrors ?? [])]
  await running?.close()
  expect(errors).toEqual([])
})

const dark = ({ text }: { text: string }): boolean => text === ''

test('a page that changes its address without a load is another paper', async () => {
  running = await launch()
  const page = await openFixture(running, 'qxmd/bolverin')
  const popup = await openPopup(running, page)
  await waitForStatus(popup.page, 'Saved to your library')
  await waitForBadge(running, page, saved)
  await popup.page.close()

  await goWithoutLoad(page, '/read/99000555/another-paper', 'Tides and moods of harbour seals')
  await waitForBadge(running, page, found)
  const other = await openPopup(running, page)
  await waitForStatus(other.page, 'Saved to your library')
  await other.page.waitForFunction(
    () => document.querySelector('h2')?.textContent === 'Tides and moods of harbour seals',
  )
  await waitForBadge(running, page, saved)
  await other.page.close()

  await goWithoutLoad(page, '/search', 'Search')
  await waitForBadge(running, page, dark)
  await page.evaluate(() => history.go(-2))
  await waitForBadge(running, page, saved)
})

test('a page that comes back from the back/forward cache has its badge again', async () => {
  running = await launch()
  const page = await openFixture(running, 'arxiv/tides')
  await waitForBadge(running, page, found)
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
  )
  await showFixture(page, 'not-a-paper/page')
  await waitForBadge(running, page, dark)
  await page.goBack()
  await waitForBadge(running, page, found)
  expect(await page.evaluate(() => Reflect.get(window, 'persisted'))).toBe(true)
})

test('on an unknown host too, the next page is not called saved', async () => {
  running = await launch()
  const page = await openFixture(running, 'highwire-unknown-host/page')
  const popup = await openPopup(running, page)
  await waitForStatus(popup.page, 'Saved to your library')
  await waitForBadge(running, page, saved)
  await popup.page.close()
  await goWithoutLoad(page, '/handle/1234/999', 'Copper on church roofs')
  await waitForBadge(running, page, (badge) => !saved(badge))
})

/** Does what an application does that shows its next page by itself. */
async function goWithoutLoad(page: Page, path: string, title: string): Promise<void> {
  await page.evaluate(
    (to, name) => {
      history.pushState({}, '', to)
      document.title = name
      for (const meta of document.querySelectorAll('meta, link[rel=canonical]')) meta.remove()
      for (const heading of document.querySelectorAll('h1')) heading.textContent = name
    },
    path,
    title,
  )
}
