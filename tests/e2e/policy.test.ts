import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type Running } from './support/launch.ts'
import { openOwnPage, openPopup } from './support/own-page.ts'
import { openFixture } from './support/pages.ts'
import { press, typeTags, waitForStatus } from './support/popup.ts'
import { expectPeace, watchViolations } from './support/violations.ts'

let running: Running

beforeAll(async () => {
  running = await launch()
})
afterAll(() => running.close())

const pages = readdirSync('dist/chrome', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.replaceAll('\\', '/'))

test.each(pages)('%s loads without anything that its policy stops', async (path) => {
  const own = await openOwnPage(running, path)
  await watchViolations(own.page)
  await own.page.reload({ waitUntil: 'networkidle0' })
  await expectPeace(own)
  await own.page.close()
})

test('nor does the popup do such a thing over a paper, in any of its tabs', async () => {
  const tab = await openFixture(running, 'qxmd/bolverin')
  const popup = await openPopup(running, tab)
  await watchViolations(popup.page)
  await waitForStatus(popup.page, 'Saved to your library')
  await typeTags(popup.page, 'harbour')
  await press(popup.page, 'Edit')
  await popup.page.waitForSelector('form, .editor, textarea')
  for (const name of ['Library', 'Review', 'This page']) {
    await press(popup.page, name, 'tab')
    await popup.page.waitForNetworkIdle()
  }
  await expectPeace(popup)
  await popup.page.close()
  await tab.close()
})

test('the background has had no such trouble either', () => {
  expect(running.workerErrors).toEqual([])
})
