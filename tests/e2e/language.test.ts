import type { Page } from 'puppeteer'
import { afterEach, expect, test } from 'vitest'
import { withProfile } from '../faults/support/profile.ts'
import { waitUntil } from '../faults/support/wait.ts'
import { arabicBrowser } from './support/arabic-browser.ts'
import { found, readBadge, waitForBadge } from './support/badge.ts'
import { byRole } from './support/by-role.ts'
import { launch, type Running } from './support/launch.ts'
import { focused, look, openLibraryPage } from './support/library-page.ts'
import { openOwnPage, openPopup } from './support/own-page.ts'
import { openFixture } from './support/pages.ts'
import { press, textOf } from './support/popup.ts'

let running: Running

const arabic = /\p{Script=Arabic}/u

afterEach(async () => {
  const errors = [...running.workerErrors]
  await running.close()
  expect(errors).toEqual([])
})

test('a language that is chosen is spoken at once, by every page and the button, until it is given up', async () => {
  running = await launch()
  const paper = await openFixture(running, 'arxiv/tides')
  expect((await waitForBadge(running, paper, found)).title).toMatch(/paper/i)
  const library = await openLibraryPage(running)
  const { page } = library
  const other = await openOwnPage(running, 'extension/library/index.html')
  await page.bringToFront()
  expect(await root(page)).toEqual({ lang: 'en-US', dir: 'ltr' })

  const worker = await running.worker()
  // No extension can read what its menus say.
  await worker.evaluate(() => {
    const { contextMenus } = Reflect.get(globalThis, 'chrome')
    const { create } = contextMenus
    const titles: string[] = []
    Object.assign(globalThis, { titles })
    contextMenus.create = (entry: { title: string }) => {
      titles.push(entry.title)
      return create.call(contextMenus, entry)
    }
  })
  await press(page, 'Settings')
  await page.waitForSelector(byRole('combobox', 'Language'))
  await choose(page, 'ar')
  await page.waitForSelector(byRole('combobox', 'اللغة'))
  expect(await root(page)).toEqual({ lang: 'ar', dir: 'rtl' })
  // The dialog stays, and so does the focus.
  expect(await focused(page)).toBe('اللغة')
  await look(library, 'settings-arabic')
  await waitUntil(async () => (await root(other.page)).dir === 'rtl')
  await waitUntil(async () => arabic.test((await readBadge(running, paper)).title))

  const titles: string[] = await worker.evaluate(() => Reflect.get(globalThis, 'titles'))
  expect(titles).toHaveLength(3)
  expect(titles.filter((title) => !arabic.test(title))).toEqual([])

  await page.reload()
  await page.waitForSelector(byRole('button', 'الإعدادات'))
  expect(await root(page)).toEqual({ lang: 'ar', dir: 'rtl' })
  await look(library, 'library-arabic')
  await lookAtArabicPopup(paper, 'popup-arabic')

  await page.bringToFront()
  await press(page, 'الإعدادات')
  await page.waitForSelector(byRole('combobox', 'اللغة'))
  await choose(page, 'system')
  await page.waitForSelector(byRole('combobox', 'Language'))
  expect(await root(page)).toEqual({ lang: 'en-US', dir: 'ltr' })
  await waitUntil(async () => !arabic.test((await readBadge(running, paper)).title))
  library.assertNoErrors()
  other.assertNoErrors()
})

test('Settings offers each language in its own letters', async () => {
  running = await launch()
  const { page, assertNoErrors } = await openLibraryPage(running)
  await press(page, 'Settings')
  await page.waitForSelector(byRole('combobox', 'Language'))
  const offered = await page.$eval(byRole('combobox', 'Language'), (box) =>
    [...(box as HTMLSelectElement).options].map(({ text, lang, dir }) => [text, lang, dir]),
  )
  expect(offered).toEqual([
    ['As the browser', '', ''],
    ['English', 'en', 'ltr'],
    ['Deutsch', 'de', 'ltr'],
    ['Français', 'fr', 'ltr'],
    ['Español', 'es', 'ltr'],
    ['简体中文', 'zh-CN', 'ltr'],
    ['العربية', 'ar', 'rtl'],
  ])
  for (const [locale, word] of [
    ['de', 'Einstellungen'],
    ['zh_CN', '设置'],
  ] as const) {
    await choose(page, locale)
    await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, word)
  }
  assertNoErrors()
})

test.skipIf(process.platform !== 'linux')(
  'a browser that is Arabic itself is right to left',
  async () => {
    await withProfile(async (folder) => {
      running = await launch({ executable: await arabicBrowser(folder) })
      const library = await openOwnPage(running, 'extension/library/index.html')
      const { page } = library
      await page.setViewport({ width: 1240, height: 900 })
      await page.waitForSelector(byRole('button', 'الإعدادات'))
      expect(await root(page)).toEqual({ lang: 'ar', dir: 'rtl' })
      await look(library, 'library-arabic-browser')
      const paper = await openFixture(running, 'arxiv/tides')
      await lookAtArabicPopup(paper, 'popup-arabic-browser')
      // English can be chosen there.
      await page.bringToFront()
      await press(page, 'الإعدادات')
      await page.waitForSelector(byRole('combobox', 'اللغة'))
      await choose(page, 'en')
      await page.waitForSelector(byRole('combobox', 'Language'))
      expect(await root(page)).toEqual({ lang: 'en', dir: 'ltr' })
      expect(await textOf(page)).not.toMatch(/إعدادات/)
      library.assertNoErrors()
    })
  },
  90_000,
)

function root(page: Page): Promise<{ lang: string; dir: string }> {
  return page.evaluate(() => {
    const { lang, dir } = document.documentElement
    return { lang, dir }
  })
}

/** Takes a language, by the name of its folder, whatever the list is called at that moment. */
async function choose(page: Page, locale: string): Promise<void> {
  const list = await page.waitForSelector('select:has(option[value=zh_CN])')
  await list?.focus()
  await list?.select(locale)
}

/** Saves a page's paper with the popup, which must be in Arabic, and looks at it. */
async function lookAtArabicPopup(paper: Page, name: string): Promise<void> {
  const popup = await openPopup(running, paper)
  await popup.page.waitForSelector(byRole('button', 'تراجع'))
  expect(await root(popup.page)).toEqual({ lang: 'ar', dir: 'rtl' })
  await look(popup, name)
  popup.assertNoErrors()
  await popup.page.close()
}
