import { afterEach, beforeEach, expect, test } from 'vitest'
import { byRole } from '../e2e/support/by-role.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { followLink, openPopup } from '../e2e/support/own-page.ts'
import { openFixture } from '../e2e/support/pages.ts'
import { press, textOf, waitForStatus } from '../e2e/support/popup.ts'
import { storedDocuments } from '../e2e/support/stored-documents.ts'

const doi = '10.5555/jicm.2021.0412'
const keepers = 'Evening light and sleep in lighthouse keepers: a randomized trial'

let running: Running

beforeEach(async () => {
  running = await launch()
})

afterEach(() => running.close())

test('another paper’s DOI that is typed is said to be its, and swallows it not', async () => {
  const tab = await openFixture(running, 'pubmed/lighthouse')
  const first = await openPopup(running, tab)
  await waitForStatus(first.page, 'Saved to your library')
  await first.page.close()

  const other = await openPopup(running, await openFixture(running, 'qxmd/bolverin'))
  await waitForStatus(other.page, 'Saved to your library')
  const title = await other.page.$eval('h2', (heading) => heading.textContent)
  await press(other.page, 'Edit')
  const box = await other.page.waitForSelector(byRole('textbox', 'DOI'))
  await box?.click({ count: 3 })
  await box?.type(`https://doi.org/${doi}`)
  await other.page.waitForSelector(byRole('link', keepers))
  // Nothing else is left by which the two could be told apart.
  const pmid = await other.page.waitForSelector(byRole('textbox', 'PMID'))
  await pmid?.click({ count: 3 })
  await other.page.keyboard.press('Backspace')
  await other.page.keyboard.press('Tab')
  const typed = async () => (await storedDocuments(other.page, 'records')).map(({ PMID }) => PMID)
  await expect.poll(typed).toContain(null)
  const library = await followLink(running, 'extension/library/index.html', () =>
    press(other.page, keepers, 'link'),
  )
  await library.page.waitForSelector(byRole('heading', keepers))
  await library.page.close()

  const again = await openPopup(running, tab)
  await again.page.waitForSelector(byRole('heading', keepers))
  expect(await textOf(again.page)).toContain('Saved in your library since')
  const records = await storedDocuments(again.page, 'records')
  expect(records.map((record) => [record.title, record.mergedInto ?? record.del ?? null])).toEqual(
    expect.arrayContaining([
      [keepers, null],
      [title, null],
    ]),
  )
  expect([...running.workerErrors, ...other.errors, ...again.errors]).toEqual([])
})

test('what is no DOI is not saved, and comes back with the next popup', async () => {
  const tab = await openFixture(running, 'pubmed/lighthouse')
  const first = await openPopup(running, tab)
  await waitForStatus(first.page, 'Saved to your library')
  await press(first.page, 'Edit')
  const box = await first.page.waitForSelector(byRole('textbox', 'DOI'))
  await box?.click({ count: 3 })
  await box?.type('not a doi at all')
  const volume = await first.page.waitForSelector(byRole('textbox', 'Volume'))
  await volume?.click({ count: 3 })
  await volume?.type('77')
  await first.page.close()
  await running.worker()

  const again = await openPopup(running, tab)
  const kept = await again.page.waitForSelector(byRole('textbox', 'DOI'))
  const text = () => kept?.evaluate((element) => Reflect.get(element, 'value'))
  await expect.poll(text).toBe('not a doi at all')
  expect(await textOf(again.page)).toContain('This is no DOI, so it is not saved.')
  const stored = async () =>
    (await storedDocuments(again.page, 'records')).map(({ DOI, volume }) => [DOI, volume])
  await expect.poll(stored).toEqual([[doi, '77']])
  await press(again.page, 'Leave it as it was')
  await press(again.page, 'Save it')
  await again.page.waitForSelector(byRole('button', 'Edit'))
  expect([...running.workerErrors, ...again.errors]).toEqual([])
})
