import { cp, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterEach, describe, expect, test } from 'vitest'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openLibraryPage, savePaper, waitForCounts } from '../e2e/support/library-page.ts'
import { openOwnPage } from '../e2e/support/own-page.ts'
import { press } from '../e2e/support/popup.ts'
import { expectPeace, violationsIn, watchViolations } from '../e2e/support/violations.ts'
import { invented } from '../faults/support/invented.ts'
import { withProfile } from '../faults/support/profile.ts'

let running: Running

afterEach(() => running.close())

test('the library page does nothing that its policy stops, in any pane or dialog', async () => {
  running = await launch()
  const own = await openLibraryPage(running)
  const { page } = own
  await watchViolations(page)
  await page.reload({ waitUntil: 'load' })
  // So many that the list draws only those in sight.
  for (let n = 1; n <= 60; n++)
    await savePaper(page, invented(n), n === 1 ? { tags: ['salt'] } : {})
  await waitForCounts(page, { all: 60 })
  await page.locator('.row-title').click()
  await page.waitForSelector('.record-panel')
  await press(page, 'Edit')
  await press(page, 'Done')
  for (const dialog of ['Settings', 'Backup', 'Export…', 'Import…', 'Manage tags']) {
    const chooser = dialog === 'Import…' ? page.waitForFileChooser() : undefined
    await press(page, dialog)
    await (await chooser)?.cancel()
    await page.waitForSelector('dialog[open]')
    await page.waitForNetworkIdle()
    await leaveDialog(page)
  }
  await press(page, 'Select Tide number 60 at the mole', 'checkbox')
  await press(page, 'Tag…')
  await page.waitForSelector('dialog[open]')
  await leaveDialog(page)
  for (const pane of ['Overview', 'Possible duplicates', 'Trash', 'Review']) {
    await press(page, pane)
    await page.waitForNetworkIdle()
  }
  await expectPeace(own)
  expect(running.workerErrors).toEqual([])
}, 120_000)

async function leaveDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => !document.querySelector('dialog[open]'))
}

/** A page of ours that holds, and whose script does, everything that the policy is there to stop. */
const hostilePage = (server: string) => `<!doctype html><html><head>
<base href="${server}/base/">
<style>body { counter-reset: inline-style }</style>
<link rel="stylesheet" href="${server}/style.css">
<script>globalThis.inlineScript = true</script>
<script src="${server}/script.js"></script>
</head><body onclick="globalThis.inlineHandler = true" style="counter-reset: inline-attribute">
<img src="${server}/image.png"><iframe src="${server}/frame"></iframe>
<object data="${server}/object"></object><embed src="${server}/embed">
<video src="${server}/video.mp4"></video>
<form action="${server}/form"></form>
<a href="javascript:void(globalThis.javascriptLink = true)">link</a>
<script src="/attempts.js"></script></body></html>`

/** The page's own script; it leaves in `got` what went through. Its errors are what is hoped for. */
const attempts = (server: string) => `
const got = []
globalThis.got = got
const tried = (name, act) => { try { if (act() !== false) got.push(name) } catch {} }
const awaited = (name, act) => Promise.resolve().then(act).then(() => got.push(name), () => undefined)
tried('innerHTML', () => { document.createElement('p').innerHTML = '<b>x</b>' })
tried('DOMParser', () => { new DOMParser().parseFromString('<b>x</b>', 'text/html') })
tried('eval', () => { eval('1') })
tried('Function', () => { new Function('1')() })
tried('script text', () => { document.createElement('script').text = '1' })
tried('base', () => document.baseURI.includes('/base/'))
tried('inline handler', () => { document.body.click(); return globalThis.inlineHandler === true })
tried('inline script', () => globalThis.inlineScript === true)
tried('inline style', () => /inline/.test(getComputedStyle(document.body).counterReset))
document.querySelector('a').click()
document.querySelector('form').submit()
globalThis.finished = Promise.all([
  awaited('fetch', () => fetch('${server}/fetch', { mode: 'no-cors' })),
  awaited('font', () => new FontFace('x', 'url(${server}/font.woff2)').load()),
  awaited('socket', () => new Promise((yes, no) => {
    const socket = new WebSocket('${server.replace('http', 'ws')}/socket')
    socket.onopen = yes
    socket.onerror = no
  })),
]).then(() => new Promise((wake) => setTimeout(wake, 500)))
`

/** A server that notes what is asked of it. */
async function noting(): Promise<{ server: Server; url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.end('')
  })
  server.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

describe('what the built policy is there to stop', () => {
  test('does not go through in a page of ours, nor in the background', async () => {
    const { server, url, asked } = await noting()
    try {
      await withProfile(async (profile) => {
        const folder = join(profile, 'extension')
        await cp('dist/chrome', folder, { recursive: true })
        await writeFile(join(folder, 'hostile.html'), hostilePage(url))
        await writeFile(join(folder, 'attempts.js'), attempts(url))
        running = await launch({ folder })
        // The server can be reached by a page that may.
        const free = await running.browser.newPage()
        await free.goto(`${url}/free`)
        expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/free'])
        await free.close()
        asked.length = 0

        const { page } = await openOwnPage(running, 'hostile.html')
        await watchViolations(page)
        await page.reload()
        await page.evaluate('globalThis.finished')
        expect(await page.evaluate(() => Reflect.get(globalThis, 'got'))).toEqual([])
        expect(await page.evaluate(() => Reflect.get(globalThis, 'javascriptLink'))).toBeUndefined()
        const stopped = (await violationsIn(page)).map((each) => each.split(':')[0])
        expect([...new Set(stopped)].sort()).toEqual([
          'base-uri',
          'connect-src',
          'font-src',
          'form-action',
          'frame-src',
          'img-src',
          'media-src',
          'object-src',
          'require-trusted-types-for',
          'script-src-attr',
          'script-src-elem',
          'style-src-attr',
          'style-src-elem',
        ])

        const worker = await running.worker()
        const fromWorker = worker.evaluate((address) => fetch(address), `${url}/worker`)
        await expect(fromWorker).rejects.toThrow()
        expect(asked).toEqual([])
      })
    } finally {
      server.close()
    }
  })
})
