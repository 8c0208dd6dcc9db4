import { beforeEach, expect, test, vi } from 'vitest'
import { followLanguage, languageKnown } from '../../../extension/background/language.ts'
import { speak, t } from '../../../extension/i18n.ts'
import { stored } from '../support/fake-browser.ts'

type Listener = (changes: object, area: string) => void
const listeners = vi.hoisted(() => [] as Listener[])

vi.mock('webextension-polyfill', async () => {
  const { fakeBrowser } = await import('../support/fake-browser.ts')
  const onChanged = { addListener: (listener: Listener) => void listeners.push(listener) }
  return { default: { ...fakeBrowser, storage: { ...fakeBrowser.storage, onChanged } } }
})

const german = { locale: 'de', of: { locale: 'de', settings: 'Einstellungen' } }

function put(key: string, value: unknown): void {
  if (value === undefined) stored.delete(key)
  else stored.set(key, value)
  for (const listener of listeners) listener({ [key]: {} }, 'local')
}

beforeEach(() => {
  speak(undefined)
  stored.clear()
  listeners.length = 0
})

test('the background speaks the language that was chosen before it started', async () => {
  stored.set('setting:language', 'de').set('sentences', german)
  followLanguage(() => {})
  await languageKnown()
  expect(t('settings')).toBe('Einstellungen')
})

test('it follows a choice once its sentences are there, and says when it does', async () => {
  const changed = vi.fn()
  followLanguage(changed)
  put('setting:language', 'de')
  await languageKnown()
  expect(t('settings')).toBe('Settings')
  put('sentences', german)
  await languageKnown()
  expect(t('settings')).toBe('Einstellungen')
  expect(changed).toHaveBeenCalledOnce()
  // Those of the language before may still be there.
  put('setting:language', 'fr')
  await languageKnown()
  expect(t('settings')).toBe('Settings')
  put('setting:language', 'de')
  await languageKnown()
  put('setting:language', 'system')
  await languageKnown()
  expect(t('settings')).toBe('Settings')
  expect(changed).toHaveBeenCalledTimes(4)
})

test('what else changes is nothing to it', async () => {
  const changed = vi.fn()
  followLanguage(changed)
  stored.set('setting:language', 'de').set('sentences', german)
  put('snapshot', {})
  for (const listener of listeners) listener({ sentences: {} }, 'session')
  await languageKnown()
  expect(t('settings')).toBe('Settings')
  expect(changed).not.toHaveBeenCalled()
})
