import type { Page } from 'puppeteer'
import { afterEach, describe, expect, test } from 'vitest'
import { found, saved, tabIdOf, waitForBadge } from './support/badge.ts'
import { byRole } from './support/by-role.ts'
import { launch, type Running } from './support/launch.ts'
import { look } from './support/library-page.ts'
import { mainJourney, mainPapers, regionText } from './support/main-journey.ts'
import { openOwnPage, openPopup } from './support/own-page.ts'
import { openFixture, showFixture } from './support/pages.ts'
import { has, press, textOf, typeNote, typeTags, waitForStatus } from './support/popup.ts'

let running: Running

afterEach(async () => {
  const errors = [...(running?.workerErrors ?? [])]
  await running?.close()
  expect(errors).toEqual([])
})

const dark = (badge: { text: string }): boolean => badge.text === ''

describe.each(mainPapers.filter(({ isFirst }) => isFirst))('$name', (paper) => {
  test('is saved by a click, tagged, noted, found again after a restart, exported, imported and taken away', async () => {
    await mainJourney(paper)
  }, 120_000)
})

test('Undo takes a save back, the badge follows, and the next click asks', async () => {
  running = await launch()
  const page = await openFixture(running, 'qxmd/bolverin')
  const popup = await openPopup(running, page)
  await waitForStatus(popup.page, 'Saved to your library')
  await waitForBadge(running, page, saved)
  await press(popup.page, 'Undo')
  await waitForStatus(popup.page, 'Undone')
  await waitForBadge(running, page, found)
  await popup.page.close()
  const next = await openPopup(running, page)
  await next.page.waitForSelector(byRole('button', 'Save'))
  expect(await has(next.page, 'button', 'Undo')).toBe(false)
  await look(next, 'offered')
  await press(next.page, 'Save')
  await waitForStatus(next.page, 'Saved to your library')
  await waitForBadge(running, page, saved)
  next.assertNoErrors()
})

test('a page that is no paper is not saved, and says so in one line', async () => {
  running = await launch()
  const page = await openFixture(running, 'not-a-paper/page')
  await waitForBadge(running, page, dark)
  const popup = await openPopup(running, page)
  await popup.page.waitForSelector(byRole('searchbox', 'Search'))
  await press(popup.page, 'This page', 'tab')
  await popup.page.waitForSelector(byRole('button', 'Take it anyway'))
  await look(popup, 'not-a-paper')
  await press(popup.page, 'Take it anyway')
  await popup.page.waitForSelector(byRole('button', 'Save'))
  await look(popup, 'take-it-anyway')
  await press(popup.page, 'Save')
  await waitForStatus(popup.page, 'Saved')
  popup.assertNoErrors()
})

test('one DOI saved from two tabs is one record', async () => {
  running = await launch()
  const first = await openFixture(running, 'highwire-unknown-host/page')
  const popup = await openPopup(running, first)
  await waitForStatus(popup.page, 'Saved to your library')
  await popup.page.close()
  const second = await running.browser.newPage()
  await showFixture(second, 'highwire-unknown-host/page')
  const again = await openPopup(running, second)
  await again.page.waitForSelector(byRole('textbox', 'Note'))
  const library = await openOwnPage(running, 'extension/library/index.html')
  await library.page.waitForFunction(() =>
    document.body.textContent?.includes('Salt on Slate Roofs'),
  )
  expect(await textOf(library.page)).toMatch(/\b1\b/)
  expect(
    (await library.page.$$(byRole('checkbox', 'Salt on Slate Roofs: Forty Years of Measurements')))
      .length,
  ).toBeLessThan(2)
})

test('a note that was being typed when the popup closed is there at the next opening', async () => {
  running = await launch()
  const page = await openFixture(running, 'pubmed/lighthouse')
  const popup = await openPopup(running, page)
  await waitForStatus(popup.page, 'Saved to your library')
  const box = await popup.page.waitForSelector(byRole('textbox', 'Note'))
  await box?.type('half a sen')
  await popup.page.close()
  const again = await openPopup(running, page)
  await again.page.waitForSelector(byRole('textbox', 'Note'))
  await again.page.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some((area) => area.value === 'half a sen'),
  )
  await look(again, 'saved-before')
})

test('what is half typed when the popup closes by itself becomes what it was going to be', async () => {
  running = await launch()
  const page = await openFixture(running, 'pubmed/lighthouse')
  const popup = await openPopup(running, page)
  await waitForStatus(popup.page, 'Saved to your library')
  const tags = await popup.page.waitForSelector(byRole('combobox', 'Tags'))
  await tags?.type('half a tag')
  const closed = new Promise((resolve) => popup.page.once('close', resolve))
  await popup.page.evaluate(() => window.close()).catch(() => undefined)
  await closed
  const again = await openPopup(running, page)
  await again.page.waitForSelector(byRole('button', 'Remove tag half a tag'))
  again.assertNoErrors()
})

test('a section that is emptied, left for a while and filled again leaves its neighbours alone', async () => {
  running = await launch()
  const page = await openFixture(running, 'pubmed/lighthouse')
  const popup = await openPopup(running, page)
  await waitForStatus(popup.page, 'Saved to your library')
  await press(popup.page, 'Edit')
  const box = await popup.page.waitForSelector(byRole('textbox', 'Section 2, text'))
  await box?.click({ count: 3 })
  await box?.evaluate((area) => Reflect.get(area, 'select').call(area))
  await popup.page.keyboard.press('Delete')
  // Longer than the pause after which the background makes the draft an edit.
  await new Promise((wake) => setTimeout(wake, 2600))
  await box?.type('Other methods.')
  await popup.page.keyboard.press('Tab')
  await press(popup.page, 'Done')
  await popup.page.waitForFunction(() =>
    document.querySelector('section.abstract')?.textContent?.includes('Other methods.'),
  )
  const abstract = await regionText(popup.page, 'Abstract')
  for (const words of [
    'Light at night delays sleep',
    'Other methods.',
    'Sleep was 31 min longer',
    'Amber glasses lengthen sleep',
  ]) {
    expect(abstract).toContain(words)
  }
  popup.assertNoErrors()
})

describe('without the popup', () => {
  test('the keyboard command and the context menu save, and say so on the page', async () => {
    running = await launch()
    const page = await openFixture(running, 'qxmd/bolverin')
    // Extensions' keys and menus cannot be pressed from here. The popup's opening grants what the press would
    // (activeTab), and the grant holds while the tab stays on the same site.
    const popup = await openPopup(running, page)
    await waitForStatus(popup.page, 'Saved to your library')
    await popup.page.close()

    await showFixture(page, 'plain-text/page')
    await waitForBadge(running, page, found)
    await dispatch(running, page, 'commands', 'save-page')
    await waitForNotice(page, 'Saved to your library: Mechanisms')
    await waitForBadge(running, page, saved)
    await dispatch(running, page, 'commands', 'save-page')
    await waitForNotice(page, 'Already in your library: Mechanisms')

    await showFixture(page, 'qxmd/bolverin')
    const linkUrl = 'https://doi.org/10.5555/linked.1'
    await page.evaluate((href) => {
      const link = document.body.appendChild(document.createElement('a'))
      link.href = href
      link.appendChild(document.createElement('img')).alt = 'Tides, drawn'
    }, linkUrl)
    await dispatch(running, page, 'contextMenus', { menuItemId: 'save-link', linkUrl })
    await waitForNotice(page, 'Saved from the link, without an abstract yet: Tides, drawn')
    await dispatch(running, page, 'contextMenus', {
      menuItemId: 'save-link',
      linkUrl: 'javascript:alert(1)',
    })
    await waitForNotice(page, 'nothing was saved')
    await dispatch(running, page, 'contextMenus', { menuItemId: 'save-selection' })
    await waitForNotice(page, 'Nothing is selected')

    const library = await openOwnPage(running, 'extension/library/index.html')
    await library.page.waitForFunction(() => document.querySelectorAll('li.row').length === 3)
    library.assertNoErrors()
  })

  test('a selection becomes the abstract, and what stood there a candidate', async () => {
    running = await launch()
    const page = await openFixture(running, 'not-a-paper/page')
    const popup = await openPopup(running, page)
    await popup.page.waitForSelector(byRole('searchbox', 'Search'))
    await popup.page.close()
    await page.evaluate(() => {
      const paragraph = document.querySelector('article p')
      if (paragraph) getSelection()?.selectAllChildren(paragraph)
    })
    await dispatch(running, page, 'contextMenus', { menuItemId: 'save-selection' })
    await waitForNotice(page, 'Saved to your library: New harbour opens')
    const again = await openPopup(running, page)
    expect(await regionText(again.page, 'Abstract')).toContain('the harbour opened on Monday')
  })
})

/** Sends an event of the browser's to the background, as a key or a menu would. */
async function dispatch(
  from: Running,
  page: Page,
  area: 'commands' | 'contextMenus',
  what: unknown,
): Promise<void> {
  const tabId = await tabIdOf(from, page)
  const worker = await from.worker()
  await worker.evaluate(
    async (name, given, id) => {
      const chrome = Reflect.get(globalThis, 'chrome')
      const tab = await chrome.tabs.get(id)
      const event = name === 'commands' ? chrome.commands.onCommand : chrome.contextMenus.onClicked
      event.dispatch(given, tab)
    },
    area,
    what,
    tabId,
  )
}

/** Waits until the notice on the page says this; it stands in a closed shadow root, which only the debugger sees. */
async function waitForNotice(page: Page, text: string): Promise<void> {
  const session = await page.createCDPSession()
  let seen = ''
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    seen = JSON.stringify(root)
    if (seen.includes('"nodeName":"OFFPRINT-NOTICE"') && seen.includes(text))
      return session.detach()
    await new Promise((wake) => setTimeout(wake, 50))
  }
  throw new Error(`no notice on the page says “${text}”`)
}

describe('every state of the popup, light, dark and in forced colours', () => {
  test('has nothing that axe finds', async () => {
    running = await launch()
    const page = await openFixture(running, 'qxmd/bolverin')
    const popup = await openPopup(running, page)
    await waitForStatus(popup.page, 'Saved to your library')
    await look(popup, 'saved-now')
    await typeTags(popup.page, 'lymphoma', 'IMiD')
    await typeNote(popup.page, 'Good overview.')
    await look(popup, 'tagged')
    await press(popup.page, 'What was left out')
    await look(popup, 'left-out')
    await press(popup.page, 'Where each field came from')
    await look(popup, 'field-sources')
    await press(popup.page, 'Edit')
    await look(popup, 'editing')
    await popup.page.close()

    await showFixture(page, 'pubmed/lighthouse')
    const second = await openPopup(running, page)
    await waitForStatus(second.page, 'Saved to your library')
    await look(second, 'structured')
    await press(second.page, 'Library', 'tab')
    await second.page.waitForSelector(byRole('searchbox', 'Search'))
    await look(second, 'library')
    await (await second.page.waitForSelector(byRole('searchbox', 'Search')))?.type('harbour')
    await second.page.waitForFunction(() => document.querySelectorAll('mark').length > 0)
    await look(second, 'library-search')
    second.assertNoErrors()
    await second.page.close()

    const third = await openPopup(running, page)
    await third.page.waitForSelector(byRole('button', 'Export…'))
    await press(third.page, 'Export…')
    await third.page.waitForSelector(byRole('radio', 'BibTeX'))
    await look(third, 'export')
    third.assertNoErrors()

    const library = await openOwnPage(running, 'extension/library/index.html')
    await library.page.setViewport({ width: 1240, height: 640 })
    await library.page.waitForFunction(() => document.body.textContent?.includes('Bolverin'))
    await look(library, 'library-page')
    await press(library.page, 'Mechanisms of Action of Bolverin in Coastal Fever')
    await library.page.waitForSelector(byRole('textbox', 'Note'))
    await look(library, 'library-page-record')
    await press(library.page, 'Delete')
    await waitForStatus(library.page, 'trash')
    await look(library, 'library-page-deleted')
    library.assertNoErrors()
  }, 120_000)
})
