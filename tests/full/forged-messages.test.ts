import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'webextension-polyfill'
import type { UiToBackground } from '../../extension/messages.ts'
import { found, waitForBadge } from '../e2e/support/badge.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { savePaper } from '../e2e/support/library-page.ts'
import { openPopup } from '../e2e/support/own-page.ts'
import { openFixture } from '../e2e/support/pages.ts'
import { storedDocuments } from '../e2e/support/stored-documents.ts'
import { openDesk } from '../faults/support/desk.ts'
import { invented } from '../faults/support/invented.ts'
import { withProfile } from '../faults/support/profile.ts'

/** As it stands in a worker or a content script, where some of the functions below run. */
declare const chrome: Browser

let running: Running
let desk: Page
let page: Page
let id: string
let before: string

/** Everything that lies in the library, and what our extension keeps beside it. */
async function everything(): Promise<string> {
  const stores = ['records', 'highlights', 'meta'] as const
  const documents = await Promise.all(stores.map((store) => storedDocuments(desk, store)))
  const kept = await desk.evaluate(async () => [
    await chrome.storage.local.get(null),
    Object.keys(await chrome.storage.session.get(null)).filter((key) => !key.startsWith('tab:')),
  ])
  return JSON.stringify([documents, kept])
}

beforeAll(async () => {
  running = await launch()
  desk = await openDesk(running)
  id = await savePaper(desk, invented(1), { tags: ['salt'], note: 'Mine.' })
  await savePaper(desk, invented(2))
  page = await openFixture(running, 'qxmd/bolverin')
  await waitForBadge(running, page, found)
  // The capture script is in the page from here on, too.
  const popup = await openPopup(running, page)
  await popup.page.waitForSelector('h2')
  await popup.page.close()
  before = await everything()
})
afterAll(() => running.close())

/** Each message of our own pages, as who wanted to do harm would send it. */
function forged(): { [N in keyof UiToBackground]: unknown } {
  const other = invented(3)
  return {
    'page:open': { tabId: 1 },
    'record:save': { capture: other },
    'record:edit': { id, edit: { note: 'Theirs.' } },
    'record:delete': { ids: [id] },
    'record:restore': { ids: [id] },
    'record:merge': { ids: [id, id], fields: { title: 'Theirs.' } },
    'highlight:add': { recordId: id, selector: { exact: 'tide', prefix: '', suffix: '', at: 0 } },
    'highlight:remove': { id, removed: true },
    'record:keep-apart': { ids: [id, 'x'] },
    undo: {},
    'draft:put': { key: id, session: 's', n: 1, fields: { note: 'Theirs.' } },
    'draft:commit': { key: id },
    'draft:drop': { key: id },
    'citation-keys:assign': { ids: [id] },
    'library:changed': {},
  }
}

const verbs = [
  'page:open',
  'record:save',
  'record:edit',
  'record:delete',
  'record:restore',
  'record:merge',
  'highlight:add',
  'highlight:remove',
  'record:keep-apart',
  'undo',
  'draft:put',
  'draft:commit',
  'draft:drop',
  'citation-keys:assign',
  'library:changed',
] as const satisfies readonly (keyof UiToBackground)[]

/** Time in which an answer would have come and a write been made. */
const moment = (): Promise<void> => new Promise((wake) => setTimeout(wake, 300))

test('every message of our own pages is among those that are forged', () => {
  expect(Object.keys(forged()).toSorted()).toEqual([...verbs].toSorted())
})

describe('a content script that has been taken over', () => {
  let session: CDPSession
  let world: number

  beforeAll(async () => {
    session = await page.createCDPSession()
    const worlds: { id: number; name: string; origin: string }[] = []
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context))
    await session.send('Runtime.enable')
    world = worlds.find(({ origin }) => origin.includes(running.id))?.id ?? -1
  })

  /** Says something to the background from the world of our content scripts; the answer, `null` where there is none. */
  async function says(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: world,
      awaitPromise: true,
      returnByValue: true,
      expression,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
    return result.value
  }

  test('may say what it is there to say', async () => {
    const body = { evidence: ['path'], identifiers: [], url: page.url() }
    const message = JSON.stringify({ name: 'page:detected', body })
    expect(await says(`chrome.runtime.sendMessage(${message})`)).toEqual({ ok: true })
  })

  test('is believed no address of another site', async () => {
    const body = { evidence: ['path'], identifiers: [], url: 'https://pubmed.ncbi.nlm.nih.gov/1/' }
    const message = JSON.stringify({ name: 'page:detected', body })
    await says(`chrome.runtime.sendMessage(${message})`)
    const tabs = await desk.evaluate(async () =>
      Object.entries(await chrome.storage.session.get(null)).flatMap(([key, value]) =>
        key.startsWith('tab:') ? [value as { url: string }] : [],
      ),
    )
    expect(tabs.map(({ url }) => new URL(url).origin)).toEqual([new URL(page.url()).origin])
  })

  test.each(verbs)('gets no answer to %s, and changes nothing', async (name) => {
    const message = JSON.stringify({ name, body: forged()[name] })
    const answer = await says(
      `chrome.runtime.sendMessage(${message}).then((value) => value ?? null, () => null)`,
    )
    expect(answer ?? null).toBe(null)
    await moment()
    expect(await everything()).toBe(before)
  })

  test('commits no draft by a port that bears a popup’s name', async () => {
    await desk.evaluate((message) => chrome.runtime.sendMessage(message), {
      name: 'draft:put',
      body: { key: id, session: 'mine', n: 1, fields: { note: 'Half a' } },
    })
    await says(`chrome.runtime.connect({ name: 'session:mine' }).disconnect()`)
    await moment()
    expect((await storedDocuments(desk, 'records')).map(({ note }) => note)).not.toContain('Half a')
    await desk.evaluate((message) => chrome.runtime.sendMessage(message), {
      name: 'draft:drop',
      body: { key: id },
    })
    before = await everything()
  })
})

describe('a page', () => {
  test('has nobody of ours to speak to, and is heard by nobody', async () => {
    const messages = Object.entries(forged()).map(([name, body]) => ({ name, body }))
    const detected = {
      name: 'page:detected',
      body: { evidence: ['highwire'], identifiers: ['doi:10.1/x'] },
    }
    const got = await page.evaluate(
      async (all, extension) => {
        const heard: unknown[] = []
        addEventListener('message', (event) => {
          if (event instanceof MessageEvent && event.source !== window) heard.push(event.data)
        })
        for (const message of all) {
          postMessage(message, '*')
          postMessage({ ...message, source: extension }, location.origin)
          for (const target of [window, document, document.documentElement])
            for (const type of ['message', message.name, 'offprint', extension])
              target.dispatchEvent(new CustomEvent(type, { detail: message, bubbles: true }))
          new BroadcastChannel('offprint').postMessage(message)
        }
        const runtime = Reflect.get(Reflect.get(globalThis, 'chrome') ?? {}, 'runtime')
        await new Promise((wake) => setTimeout(wake, 500))
        return { heard, runtime: typeof runtime }
      },
      [...messages, detected],
      running.id,
    )
    expect(got).toEqual({ heard: [], runtime: 'undefined' })
    expect(await everything()).toBe(before)
  })

  test('can load none of our files, which would tell it that we are there', async () => {
    const paths = ['manifest.json', 'icons/offprint-16.png', 'extension/popup/index.html']
    const loaded = await page.evaluate(
      (urls) =>
        Promise.all(
          urls.map((url) =>
            fetch(url).then(
              () => url,
              () => '',
            ),
          ),
        ),
      paths.map((path) => `chrome-extension://${running.id}/${path}`),
    )
    expect(loaded.join('')).toBe('')
  })
})

test('another extension that knows our id gets no answer, no port and no change', async () => {
  await withProfile(async (folder) => {
    const other = join(folder, 'other')
    await mkdir(other)
    const manifest = {
      manifest_version: 3,
      name: 'Another',
      version: '1',
      background: { service_worker: 'worker.js' },
    }
    await writeFile(join(other, 'manifest.json'), JSON.stringify(manifest))
    await writeFile(join(other, 'worker.js'), 'chrome.runtime.onInstalled.addListener(() => {})')
    const otherId = await running.browser.installExtension(other)
    const target = await running.browser.waitForTarget(
      (each) => each.type() === 'service_worker' && each.url().includes(otherId),
    )
    const worker = await target.worker()
    await expect
      .poll(() => worker?.evaluate('typeof chrome?.runtime?.sendMessage'))
      .toBe('function')
    const messages = Object.entries(forged()).map(([name, body]) => ({ name, body }))
    const answers = await worker?.evaluate(
      async (ours, all) => {
        const got: unknown[] = []
        for (const message of all) {
          const late = new Promise((wake) => setTimeout(wake, 300, 'none'))
          const asked = chrome.runtime.sendMessage(ours, message).catch(() => 'none')
          got.push(await Promise.race([asked, late]))
        }
        const port = chrome.runtime.connect(ours, { name: 'session:mine' })
        got.push(
          await new Promise((wake) => {
            port.onDisconnect.addListener(() => wake('none'))
            setTimeout(wake, 1000, 'a port')
          }),
        )
        return got
      },
      running.id,
      messages,
    )
    expect(new Set(answers)).toEqual(new Set(['none']))
    expect(await everything()).toBe(before)
  })
})
