import { resolve } from 'node:path'
import type { Page } from 'puppeteer'
import { afterEach, expect, test } from 'vitest'
import { withProfile } from '../faults/support/profile.ts'
import { waitUntil } from '../faults/support/wait.ts'
import { found, readBadge, saved, waitForBadge } from './support/badge.ts'
import { byRole } from './support/by-role.ts'
import { grantedProfile } from './support/granted-profile.ts'
import { launch, type Running } from './support/launch.ts'
import { look, openLibraryPage, waitForNamed } from './support/library-page.ts'
import { type OwnPage, openPopup } from './support/own-page.ts'
import { openFixture, showFixture } from './support/pages.ts'
import { press, waitForStatus } from './support/popup.ts'

let running: Running

afterEach(async () => {
  const errors = [...running.workerErrors]
  await running.close()
  expect(errors).toEqual([])
})

const everySite = 'Detection on every site'
const origins = ['http://*/*', 'https://*/*']
const dark = ({ text }: { text: string }): boolean => text === ''

// The browser's question cannot be answered from here: the profile is one in which it once was, so that it is not put again.
test('detection on every site is asked for, lights the button on an unknown host, and is given back', async () => {
  await withProfile(async (folder) => {
    const { userDataDir } = await grantedProfile(folder, [], origins)
    running = await launch({ userDataDir })
    const page = await openFixture(running, 'highwire-unknown-host/page')
    await page.waitForNetworkIdle()
    expect(await readBadge(running, page)).toMatchObject({ text: '' })

    let library = await settings()
    expect(await isTicked(library)).toBe(false)
    expect(await allowed()).toBe(false)
    await press(library.page, everySite, 'checkbox')
    await waitUntil(async () => (await registered()).length === 1)
    expect(await allowed()).toBe(true)
    await look(library, 'settings-every-site')
    await library.page.close()

    await showFixture(page, 'highwire-unknown-host/page')
    await waitForBadge(running, page, found)
    await showFixture(page, 'not-a-paper/page')
    await waitForBadge(running, page, dark)
    // On a host of the manifest it runs once, from there.
    await showFixture(page, 'qxmd/bolverin')
    await waitForBadge(running, page, found)
    await showFixture(page, 'highwire-unknown-host/page')
    await waitForBadge(running, page, found)
    const popup = await openPopup(running, page)
    await waitForStatus(popup.page, 'Saved to your library')
    await waitForBadge(running, page, saved)
    popup.assertNoErrors()

    // The browser starts again.
    await inWorker('scripting.unregisterContentScripts')
    await dispatch('runtime.onStartup')
    await waitUntil(async () => (await registered()).length === 1)

    library = await settings()
    expect(await isTicked(library)).toBe(true)
    await press(library.page, everySite, 'checkbox')
    await waitUntil(async () => (await registered()).length === 0)
    expect(await allowed()).toBe(false)
    expect(await isTicked(library)).toBe(false)
    library.assertNoErrors()
    await library.page.close()
    await showFixture(page, 'plain-text/page')
    await showFixture(page, 'highwire-unknown-host/page')
    await waitForBadge(running, page, dark)
  })
})

test('where the browser takes it back, the detector goes and the settings that stand open say so', async () => {
  await withProfile(async (folder) => {
    const { userDataDir } = await grantedProfile(folder, [], origins)
    running = await launch({ userDataDir })
    const library = await settings()
    await press(library.page, everySite, 'checkbox')
    await waitUntil(async () => (await registered()).length === 1)
    await inWorker('permissions.remove', { origins: ['https://*/*'] })
    await waitUntil(async () => (await registered()).length === 0)
    await waitUntil(async () => !(await isTicked(library)))
    library.assertNoErrors()
  })
})

test('an update, over which the browser forgets what was registered, leaves it as it was', async () => {
  await withProfile(async (folder) => {
    const { userDataDir } = await grantedProfile(folder, [], origins)
    // A worker that was looked into would not start again.
    running = await launch({ userDataDir, watchWorker: false })
    const { page } = await settings()
    await press(page, everySite, 'checkbox')
    await waitUntil(async () => (await registeredSeenBy(page)).length === 1)
    // Loaded anew from its folder, as an update does it: its pages close.
    expect(await running.browser.installExtension(resolve('dist/chrome'))).toBe(running.id)
    await waitUntil(async () => page.isClosed())
    const library = await settings()
    expect(await isTicked(library)).toBe(true)
    await waitUntil(async () => (await registeredSeenBy(library.page)).length === 1)
    library.assertNoErrors()
    const paper = await openFixture(running, 'highwire-unknown-host/page')
    await waitForBadge(running, paper, found)
  })
})

function registeredSeenBy(page: Page): Promise<unknown[]> {
  return page.evaluate(() =>
    Reflect.get(globalThis, 'chrome').scripting.getRegisteredContentScripts(),
  )
}

async function settings(): Promise<OwnPage> {
  const library = await openLibraryPage(running)
  await press(library.page, 'Settings')
  await waitForNamed(library.page, 'checkbox', everySite)
  await library.page.waitForSelector(`${byRole('checkbox', everySite)}:not(:disabled)`)
  return library
}

function isTicked({ page }: OwnPage): Promise<boolean> {
  return page.$eval(byRole('checkbox', everySite), (box) => Reflect.get(box, 'checked'))
}

async function registered(): Promise<unknown[]> {
  return (await inWorker('scripting.getRegisteredContentScripts')) as unknown[]
}

async function allowed(): Promise<boolean> {
  return (await inWorker('permissions.contains', { origins })) as boolean
}

/** Calls the extension's interface in the worker. */
async function inWorker(path: string, ...given: unknown[]): Promise<unknown> {
  const worker = await running.worker()
  return worker.evaluate(
    (names, values) => {
      const [area = '', name = ''] = names.split('.')
      return Reflect.get(globalThis, 'chrome')[area][name](...values)
    },
    path,
    given,
  )
}

/** Sends one of the browser's events to the background. */
async function dispatch(path: string, what?: unknown): Promise<void> {
  const worker = await running.worker()
  await worker.evaluate(
    (names, given) => {
      const [area = '', name = ''] = names.split('.')
      Reflect.get(globalThis, 'chrome')[area][name].dispatch(given)
    },
    path,
    what,
  )
}
