// @vitest-environment jsdom
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { day, direction, language, plural, speak, spokenLocale, t } from '../../extension/i18n.ts'
import { languages } from '../../extension/languages.ts'
import { locales } from '../../extension/settings.ts'
import { readSentences } from '../../extension/stored-sentences.ts'
import { sentencesOf, speakLanguage } from '../../extension/ui/chosen-language.ts'
import fakeBrowser, { stored } from './support/fake-browser.ts'

vi.mock('webextension-polyfill', () => import('./support/fake-browser.ts'))

beforeEach(() => stored.clear())
afterEach(() => {
  speak(undefined)
  vi.restoreAllMocks()
})

test('there is one for each folder of sentences, named in its own letters', () => {
  const folder = resolve(import.meta.dirname, '../../extension/public/_locales')
  expect([...locales].sort()).toEqual(readdirSync(folder).sort())
  for (const locale of locales) {
    const { name, tag, direction: runs } = languages[locale]
    expect(new Intl.DisplayNames(tag, { type: 'language' }).of(tag)?.toLowerCase()).toContain(
      name.toLowerCase().replace('简体中文', '中文'),
    )
    expect(runs).toBe(locale === 'ar' ? 'rtl' : 'ltr')
  }
})

describe('a chosen language', () => {
  test('is spoken, written its way, and counted by its own plurals', async () => {
    await speakLanguage('ar')
    expect([spokenLocale(), language(), direction()]).toEqual(['ar', 'ar', 'rtl'])
    const { of } = await sentencesOf('ar')
    expect(t('settings')).toBe(of.settings)
    const papers = [0, 1, 2, 3, 11, 100].map((count) => plural('papers', count))
    expect(new Set(papers).size).toBe(6)
    const forms = ['zero', 'one', 'two', 'few', 'many', 'other']
    papers.forEach((said, at) => {
      const figure = new Intl.NumberFormat('ar').format([0, 1, 2, 3, 11, 100][at] ?? 0)
      expect(said).toBe(of[`papers_${forms[at]}`]?.replace('$1', figure))
    })
  })

  test('writes days as it is used to', async () => {
    await speakLanguage('de')
    expect(day('2026-11-24T10:00:00Z')).toBe('24.11.2026')
    await speakLanguage('zh_CN')
    expect(day('2026-11-24T10:00:00Z')).toBe('2026年11月24日')
  })

  test('has the region of the browser where that speaks it too', async () => {
    vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en-GB')
    await speakLanguage('en')
    expect(language()).toBe('en-GB')
    await speakLanguage('fr')
    expect(language()).toBe('fr')
  })

  test('is given up for the browser’s own', async () => {
    await speakLanguage('de')
    expect(t('settings')).toBe('Einstellungen')
    await speakLanguage('system')
    expect([t('settings'), language(), direction()]).toEqual(['Settings', 'en', 'ltr'])
  })

  test('lets the browser say what it has no sentence for', () => {
    speak({ locale: 'de', of: { locale: 'de' } })
    expect(t('settings')).toBe('Settings')
    expect(t('toString')).toBe('toString')
  })
})

describe('a sentence is filled in as the browser does it', () => {
  const saying = (sentence: string, ...fill: (string | number)[]) => {
    speak({ locale: 'en', of: { locale: 'en', sentence } })
    return t('sentence', ...fill)
  }

  test.each([
    ['$1 of $2', ['a', 'b'], 'a of b'],
    ['$2, $1, $2', ['a', 'b'], 'b, a, b'],
    ['$1 and $2', ['a'], 'a and '],
    ['$1', ['$2', 'b'], '$2'],
    ['for $$5, $$$1', ['a'], 'for $5, $$1'],
    ['$0 and $x', ['a'], '$0 and $x'],
    ['$1', [1204], '1,204'],
  ] as const)('%s with %j is %s', (sentence, fill, said) => {
    expect(saying(sentence, ...fill)).toBe(said)
  })

  test('and what has a name in the file has its number', async () => {
    await speakLanguage('de')
    expect(t('noticeSaved', 'Über Gezeiten, $1')).toBe(
      'In Ihrer Bibliothek gespeichert: Über Gezeiten, $1',
    )
    for (const locale of locales) {
      const { of } = await sentencesOf(locale)
      expect(Object.values(of).filter((sentence) => /\$[A-Z]/.test(sentence))).toEqual([])
    }
  })
})

describe('the sentences are left for the background', () => {
  test('once for each language and version, and taken away again', async () => {
    const set = vi.spyOn(fakeBrowser.storage.local, 'set')
    await speakLanguage('fr')
    await vi.waitFor(async () => expect((await readSentences())?.locale).toBe('fr'))
    await speakLanguage('fr')
    await new Promise((wake) => setTimeout(wake, 10))
    expect(set).toHaveBeenCalledOnce()
    fakeBrowser.runtime.getManifest = () => ({ version: '2.0.0' })
    await speakLanguage('fr')
    await vi.waitFor(() => expect(set).toHaveBeenCalledTimes(2))
    await speakLanguage('system')
    await vi.waitFor(async () => expect(await readSentences()).toBeUndefined())
    expect([...stored.keys()]).toEqual([])
  })

  test('and what else may stand there is none', async () => {
    for (const value of [7, null, {}, { locale: 'pirate', of: {} }, { locale: 'de' }]) {
      stored.set('sentences', value)
      expect(await readSentences()).toBeUndefined()
    }
  })
})
