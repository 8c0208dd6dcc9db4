import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { found, readBadge, tabIdOf, waitForBadge } from '../e2e/support/badge.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { type OwnPage, openPopup } from '../e2e/support/own-page.ts'
import { fixtureNamed } from '../e2e/support/pages.ts'
import { press, textOf, waitForStatus } from '../e2e/support/popup.ts'
import { servePage } from '../e2e/support/serve-page.ts'
import { storedDocuments } from '../e2e/support/stored-documents.ts'
import { inventedPage } from '../faults/support/invented.ts'

let running: Running
let page: Page

beforeEach(async () => {
  running = await launch()
  page = await running.browser.newPage()
  await tabIdOf(running, page)
})
afterEach(async () => {
  const errors = [...running.workerErrors]
  await running.close()
  expect(errors).toEqual([])
})

const inner = inventedPage(1)
const outer = inventedPage(2)
const plain = 'The harbour office is open from nine to five, and closed while the tide is out.'

/** A page that holds another one in a frame as large as its window. */
const around = (url: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>Harbour office</title></head><body>${body}<iframe src="${url}" width="900" height="600"></iframe></body></html>`

async function titles(popup: OwnPage): Promise<unknown[]> {
  return (await storedDocuments(popup.page, 'records')).map(({ title }) => title)
}

describe('of a page in a frame from elsewhere', () => {
  test('nothing is read by a click: only the page round it is looked at', async () => {
    await servePage(page, inner.url, inner.html)
    await servePage(page, 'https://harbour.example/', around(inner.url, `<p>${plain}</p>`))
    const popup = await openPopup(running, page)
    await press(popup.page, 'This page', 'tab')
    await popup.page.waitForFunction(() => document.body.innerText.includes('no paper'))
    expect(await titles(popup)).toEqual([])
    popup.assertNoErrors()
  })

  test('nor is it taken for the paper that the page round it shows', async () => {
    await servePage(page, inner.url, inner.html)
    const html = outer.html.replace('<main>', `<iframe src="${inner.url}"></iframe><main>`)
    await servePage(page, outer.url, html)
    const popup = await openPopup(running, page)
    await waitForStatus(popup.page, 'Saved to your library')
    expect(await titles(popup)).toEqual(['Tide number 2 at the mole'])
    popup.assertNoErrors()
  })

  test('nor does a portal light the button of the page that it is put into', async () => {
    const portal = fixtureNamed('qxmd/bolverin')
    await servePage(page, portal.url, await readFile(portal.file, 'utf8'))
    await waitForBadge(running, page, found)
    await servePage(page, 'https://harbour.example/', around(portal.url, `<p>${plain}</p>`))
    await new Promise((wake) => setTimeout(wake, 2_000))
    expect((await readBadge(running, page)).text).toBe('')
  })
})

describe('where no extension reads or nothing of the web is', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'offprint-schemes-'))
    await writeFile(join(folder, 'paper.html'), inner.html)
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test.each([
    ['a file', () => `file://${join(folder, 'paper.html')}`],
    ['a data address', () => `data:text/html,${encodeURIComponent(inner.html)}`],
    ['an empty page', () => 'about:blank'],
    ['a page of the browser', () => 'chrome://version'],
    ['the source of a page', () => `view-source:${inner.url}`],
    ['a page of ours', () => `chrome-extension://${running.id}/extension/library/index.html`],
  ])('%s is not read, and the popup says so plainly', async (_, address) => {
    await servePage(page, inner.url, inner.html)
    await page.goto(address()).catch(() => undefined)
    const popup = await openPopup(running, page)
    await press(popup.page, 'This page', 'tab')
    await popup.page
      .waitForFunction(() => document.body.innerText.includes('cannot read this page'), {
        timeout: 10_000,
      })
      .catch(async () => expect(await textOf(popup.page)).toContain('cannot read this page'))
    expect(await textOf(popup.page)).toContain('Browsers let no extension read this page')
    expect(await titles(popup)).toEqual([])
    popup.assertNoErrors()
  })
})
