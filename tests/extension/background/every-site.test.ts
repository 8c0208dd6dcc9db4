import { beforeEach, expect, test, vi } from 'vitest'
import { keepDetector } from '../../../extension/background/every-site.ts'
import { everySite } from '../../../extension/every-site.ts'
import { fakeSites } from '../support/fake-sites.ts'

const detector = {
  js: ['detect.js'],
  matches: ['https://known.example/*'],
  run_at: 'document_idle',
}
let sites = fakeSites([detector])

vi.mock('webextension-polyfill', () => ({
  default: {
    get permissions() {
      return sites.browser.permissions
    },
    get scripting() {
      return sites.browser.scripting
    },
    get runtime() {
      return sites.browser.runtime
    },
  },
}))

beforeEach(() => {
  sites = fakeSites([detector])
})

test('without the permission nothing is registered', async () => {
  await keepDetector()
  expect([...sites.registered]).toEqual([])
})

test('with it the detector is registered for all sites but those of the manifest, over the end of the browser', async () => {
  expect(await everySite.set(true)).toBe(true)
  await keepDetector()
  expect([...sites.registered.values()]).toEqual([
    {
      id: 'every-site',
      js: ['detect.js'],
      matches: ['https://*/*', 'http://*/*'],
      excludeMatches: ['https://known.example/*'],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ])
})

test('several events at once register it once', async () => {
  await everySite.set(true)
  await Promise.all([keepDetector(), keepDetector(), keepDetector()])
  expect(sites.registered.size).toBe(1)
})

test('after an update, which takes it off or leaves it with the hosts of before, it is as it should be', async () => {
  await everySite.set(true)
  await keepDetector()
  sites.registered.clear()
  await keepDetector()
  expect(sites.registered.size).toBe(1)
  sites.registered.set('every-site', { id: 'every-site', excludeMatches: [] })
  await keepDetector()
  expect(sites.registered.get('every-site')?.excludeMatches).toEqual(['https://known.example/*'])
})

test('what is given back, here or on the browser’s own page, takes it off', async () => {
  await everySite.set(true)
  await keepDetector()
  await everySite.set(false)
  expect(sites.granted.size).toBe(0)
  await keepDetector()
  expect(sites.registered.size).toBe(0)
})

test('one kind of address alone is not every site', async () => {
  await everySite.set(true)
  await keepDetector()
  sites.granted.delete('http://*/*')
  expect(await everySite.isOn()).toBe(false)
  await keepDetector()
  expect(sites.registered.size).toBe(0)
})

test('an error is told and keeps nobody from trying again', async () => {
  await everySite.set(true)
  const { scripting } = sites.browser
  const failing = vi
    .spyOn(scripting, 'registerContentScripts')
    .mockRejectedValueOnce(new Error('x'))
  await expect(keepDetector()).rejects.toThrow('x')
  expect(failing).toHaveBeenCalledOnce()
  await keepDetector()
  expect(sites.registered.size).toBe(1)
})

test('in Firefox the manifest’s sites may be taken away, and are asked for by their names', async () => {
  expect(await everySite.arePortalsAllowed()).toBe(false)
  sites.state.refuses = true
  expect(await everySite.allowPortals()).toBe(false)
  sites.state.refuses = false
  expect(await everySite.allowPortals()).toBe(true)
  expect([...sites.granted]).toEqual(['https://known.example/*'])
  expect(await everySite.arePortalsAllowed()).toBe(true)
  expect(await everySite.isOn()).toBe(false)
})

test('in Chromium, which gives them with the installation and does not tell, nothing is missing', async () => {
  sites.browser.runtime.getURL = () => 'chrome-extension://ours/'
  expect(await everySite.arePortalsAllowed()).toBe(true)
})
