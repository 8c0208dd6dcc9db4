// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EverySiteSwitch } from '../../../extension/every-site.ts'
import { EverySite } from '../../../extension/library/EverySite.tsx'
import { type LibraryWork, WorkContext } from '../../../extension/library/work.ts'
import { hide, perform, show, the } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

const browser = { allows: false, refuses: false, hasPortals: true }
let changed = () => {}
const everySite: EverySiteSwitch = {
  isOn: async () => browser.allows,
  set: async (on) => {
    if (on && browser.refuses) return false
    browser.allows = on
    return true
  },
  arePortalsAllowed: async () => browser.hasPortals,
  allowPortals: async () => {
    if (browser.refuses) return false
    browser.hasPortals = true
    changed()
    return true
  },
  onChange: (listener) => {
    changed = listener
    return () => {}
  },
}

beforeEach(() => {
  Object.assign(browser, { allows: false, refuses: false, hasPortals: true })
})

const box = () => the<HTMLInputElement>('input', 'Detection on every site')
const alert = () => document.querySelector('[role=alert]')?.textContent
const open = () => {
  const work: Partial<LibraryWork> = { everySite }
  return show(
    <WorkContext.Provider value={work as LibraryWork}>
      <EverySite />
    </WorkContext.Provider>,
  )
}

test('the switch shows what the browser allows, and asks it for more', async () => {
  await open()
  expect(box().checked).toBe(false)
  await perform(() => box().click())
  expect([box().checked, browser.allows]).toEqual([true, true])
  await perform(() => box().click())
  expect([box().checked, browser.allows]).toEqual([false, false])
})

test('what is taken back on the browser’s own page is seen', async () => {
  browser.allows = true
  await open()
  expect(box().checked).toBe(true)
  browser.allows = false
  await perform(() => changed())
  expect(box().checked).toBe(false)
})

test('a refusal is said, and the switch stays off, the second time too', async () => {
  browser.refuses = true
  await open()
  for (let times = 0; times < 2; times++) {
    await perform(() => box().click())
    expect(box().checked).toBe(false)
    expect(alert()).toBe('Your browser did not allow it, so nothing has changed.')
  }
})

test('where the browser keeps known sites from us, that is said, and asked for on a click', async () => {
  await open()
  expect(buttons()).toEqual([])
  browser.hasPortals = false
  browser.refuses = true
  await perform(() => changed())
  expect(buttons()).toEqual(['Allow these sites'])
  expect(document.body.textContent).toContain('A click on it still saves the paper.')
  await perform(() => the('button', 'Allow these sites').click())
  expect(alert()).toBe('Your browser did not allow it, so nothing has changed.')
  browser.refuses = false
  await perform(() => the('button', 'Allow these sites').click())
  expect([buttons(), alert(), browser.hasPortals]).toEqual([[], undefined, true])
})

const buttons = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent)
