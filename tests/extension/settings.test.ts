import { beforeEach, expect, test, vi } from 'vitest'
import {
  changeSettings,
  defaultSettings,
  parseSettings,
  readSettings,
} from '../../extension/settings.ts'
import { stored } from './support/fake-browser.ts'

vi.mock('webextension-polyfill', () => import('./support/fake-browser.ts'))

beforeEach(() => stored.clear())

test('are what nobody has changed, and what was changed', async () => {
  expect(await readSettings()).toEqual(defaultSettings)
  expect(await changeSettings({ theme: 'dark' })).toEqual({ ...defaultSettings, theme: 'dark' })
  expect(await readSettings()).toEqual({ ...defaultSettings, theme: 'dark' })
})

test('two that are changed at once both hold', async () => {
  await Promise.all([changeSettings({ theme: 'light' }), changeSettings({ wanted: ['tide'] })])
  expect(await readSettings()).toEqual({ ...defaultSettings, theme: 'light', wanted: ['tide'] })
})

test('what is no setting is as if nobody had set it', () => {
  for (const value of [undefined, null, 7, 'dark', [], { theme: 'pink', wanted: 'tide' }])
    expect(parseSettings(value)).toEqual(defaultSettings)
  const odd = {
    askBeforeSaving: 1,
    reviewKeys: {},
    ownKeys: { include: 3, maybe: 'q' },
    wanted: ['', 5, 'sea'],
  }
  expect(parseSettings(odd)).toEqual({
    ...defaultSettings,
    ownKeys: { maybe: 'q' },
    wanted: ['sea'],
  })
})
