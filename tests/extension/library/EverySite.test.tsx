// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EverySiteSwitch } from '../../../extension/every-site.ts'
import { EverySite } from '../../../extension/library/EverySite.tsx'
import { type LibraryWork, WorkContext } from '../../../extension/library/work.ts'
import { hide, perform, show, the } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

const browser = { allows: false, refuses: false }
let changed = () => {}
const everySite: EverySiteSwitch = {
  isOn: async () => browser.allows,
  set: async (on) => {
    if (on && browser.refuses) return false
    browser.allows = on
    return true
  },
  onChange: (listener) => {
    changed = listener
    return () => {}
  },
}

beforeEach(() => {
  Object.assign(browser, { allows: false, refuses: false })
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
