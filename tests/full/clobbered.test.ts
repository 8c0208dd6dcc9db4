import { readFile } from 'node:fs/promises'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { found, saved, tabIdOf, waitForBadge } from '../e2e/support/badge.ts'
import { byRole } from '../e2e/support/by-role.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openPopup } from '../e2e/support/own-page.ts'
import { fixtureNamed } from '../e2e/support/pages.ts'
import { press, waitForStatus } from '../e2e/support/popup.ts'
import { servePage } from '../e2e/support/serve-page.ts'

let running: Running
let pages = 90_000_000

beforeAll(async () => {
  running = await launch()
})
afterAll(() => running.close())

/** What our scripts say on a page: names of the window and of the document. */
const globals =
  'chrome offprintWatching offprintCapture offprintToLatex navigation requestIdleCallback getSelection location document JSON Reflect URL MutationObserver addEventListener setTimeout'
const ofDocument =
  'title body head documentElement contentType readyState links querySelector querySelectorAll getElementsByTagName getElementsByClassName getElementById createTreeWalker addEventListener'
const names = `${globals} ${ofDocument}`.split(' ')

/** Elements by whose names or ids a window, a document or a form is asked for what is its own. */
const clobbering: [string, (name: string) => string][] = [
  ['ids', (name) => `<a id="${name}"></a>`],
  ['two elements of one id', (name) => `<a id="${name}"></a><a id="${name}" name="runtime"></a>`],
  ['images', (name) => `<img name="${name}" id="${name}">`],
  ['forms', (name) => `<form name="${name}" id="${name}"><input name="runtime"></form>`],
  ['frames', (name) => `<iframe name="${name}"></iframe>`],
  ['objects', (name) => `<object id="${name}" name="${name}"></object><embed name="${name}">`],
]

const title = 'Mechanisms of Action of Bolverin in Coastal Fever'

/** Opens a paper on a portal, at an address of its own, with these elements before its text. */
async function openWith(elements: string, n: number): Promise<Page> {
  const fixture = fixtureNamed('qxmd/bolverin')
  const html = await readFile(fixture.file, 'utf8')
  const page = await running.browser.newPage()
  await tabIdOf(running, page)
  const url = fixture.url.replace(/\/read\/\d+/, `/read/${n}`)
  await servePage(
    page,
    url,
    html.replace(/<body[^>]*>/i, (body) => body + elements),
  )
  return page
}

test.each(clobbering)(
  'a page that names %s like what our scripts say is found, and saved',
  async (_, element) => {
    const page = await openWith(names.map(element).join(''), ++pages)
    await waitForBadge(running, page, (badge) => found(badge) || saved(badge))
    const popup = await openPopup(running, page)
    await waitForStatus(popup.page, 'library')
    await popup.page.waitForSelector(byRole('heading', title))
    popup.assertNoErrors()
    await popup.page.close()
    await page.close()
    expect(running.workerErrors).toEqual([])
  },
)

// There Chromium (156) itself is led astray: no extension's script has `runtime` beside a frame of that name.
test('beside a frame that is named browser nothing is found, and the popup says that the page cannot be read', async () => {
  const page = await openWith('<iframe name="browser"></iframe>', ++pages)
  const popup = await openPopup(running, page)
  await press(popup.page, 'This page', 'tab')
  await popup.page.waitForFunction(() => document.body.innerText.includes('cannot read this page'))
  popup.assertNoErrors()
  expect(running.workerErrors).toEqual([])
})
