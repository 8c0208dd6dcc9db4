import { readFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openOwnPage, openPopup } from '../e2e/support/own-page.ts'
import { has, textOf } from '../e2e/support/popup.ts'
import { servePage } from '../e2e/support/serve-page.ts'
import { openDesk, send, stored } from './support/desk.ts'
import { doiOf, invented, inventedPage } from './support/invented.ts'
import { waitUntil } from './support/wait.ts'

let running: Running

afterEach(async () => {
  await running?.close()
})

test('while an old page holds the old version, ours say so and write nothing; then they go on with all that was there', async () => {
  running = await launch()
  const [old, desk] = [await openDesk(running), await openDesk(running)]
  const copy = await readFile('tests/library/databases/version-1.json', 'utf8')
  await old.evaluate(holdVersion1, copy)

  const library = await openOwnPage(running, 'extension/library/index.html')
  await library.page.waitForFunction(
    () => document.querySelector('[role=alert]')?.textContent?.includes('older version'),
    { timeout: 15_000 },
  )
  expect(await textOf(library.page)).toContain('Nothing is lost.')

  const refused = await send(desk, 'record:save', { capture: invented(1) })
  expect(refused).toMatchObject({ ok: false, error: expect.stringMatching(/older version/) })

  const page = await running.browser.newPage()
  const { url, html } = inventedPage(1)
  await servePage(page, url, html)
  const popup = (await openPopup(running, page)).page
  await popup.waitForFunction(() => document.body.innerText.includes('older version'), {
    timeout: 30_000,
  })
  expect(await textOf(popup)).toContain('Nothing is lost.')

  await old.close()
  await waitUntil(async () => !(await textOf(library.page)).includes('older version'))
  await library.page.bringToFront()
  await library.page.waitForFunction(() =>
    document.body.innerText.includes('Slow tides in shallow lagoons'),
  )
  expect((await send(desk, 'record:save', { capture: invented(1) })).ok).toBe(true)
  const after = await stored(desk)
  expect(after.version).toBe(2)
  expect(after.faults).toEqual([])
  expect(after.dois).toHaveLength(7)
  expect(after.dois).toContain(doiOf(1))
}, 120_000)

test('a library that a newer version wrote is left as it is, in words', async () => {
  running = await launch()
  const desk = await openDesk(running)
  await desk.evaluate(writeNewer)

  const refused = await send(desk, 'record:save', { capture: invented(1) })
  expect(refused).toMatchObject({ ok: false, error: expect.stringMatching(/newer version/) })
  const library = await openOwnPage(running, 'extension/library/index.html')
  await library.page.waitForFunction(() => document.body.innerText.includes('newer version'))
  expect(await textOf(library.page)).toContain('Nothing was changed.')
  expect(await has(library.page, 'button', 'Restore…')).toBe(false)

  expect(await desk.evaluate(readNewer)).toEqual({ version: 99, papers: ['as it was'] })
}, 60_000)

/** Makes the library one of version 1 out of a saved copy, and holds it open as a page does that was never told to let go. Runs in a page. */
async function holdVersion1(copy: string): Promise<void> {
  const { stores } = JSON.parse(copy) as { stores: { [store: string]: [string, unknown][] } }
  const keyPaths: { [store: string]: string | undefined } = {
    records: 'id',
    rows: 'id',
    highlights: 'id',
    tags: 'key',
    undo: 'n',
    drafts: 'key',
    meta: undefined,
  }
  const indexes = [
    ['records', 'ids', true],
    ['records', 'key', false],
    ['rows', 'order', false],
    ['rows', 'trash', false],
    ['rows', 'alike', false],
    ['highlights', 'ref', false],
    ['undo', 'ids', true],
  ] as const
  // The background may have made an empty one by now; it lets go of it when asked.
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('offprint')
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('offprint', 1)
    request.onupgradeneeded = () => {
      const database = request.result
      for (const [name, keyPath] of Object.entries(keyPaths)) {
        const store = database.createObjectStore(name, {
          ...(keyPath && { keyPath }),
          autoIncrement: name === 'undo',
        })
        for (const [of, field, multiEntry] of indexes)
          if (of === name) store.createIndex(field, field, { multiEntry })
        for (const [key, value] of stores[name] ?? []) store.put(value, keyPath ? undefined : key)
      }
    }
    request.onsuccess = () => {
      Object.assign(globalThis, { held: request.result })
      resolve()
    }
    request.onerror = () => reject(request.error)
  })
}

/** Makes the library one of a version that nobody has written yet. Runs in a page. */
async function writeNewer(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('offprint', 99)
    request.onupgradeneeded = () => {
      const papers = request.result.createObjectStore('papers')
      papers.put('as it was', 1)
    }
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
    request.onerror = () => reject(request.error)
  })
}

/** What the newer library is now. Runs in a page. */
function readNewer(): Promise<{ version: number; papers: unknown[] }> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('offprint')
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const database = request.result
      const papers = database.transaction('papers').objectStore('papers').getAll()
      papers.onsuccess = () => {
        const { version } = database
        database.close()
        resolve({ version, papers: papers.result })
      }
    }
  })
}
