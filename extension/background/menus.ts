import browser, { type Menus, type Tabs } from 'webextension-polyfill'
import { captureLink } from '../../src/capture/capture-link.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { languageKnown } from './language.ts'
import { linkWords } from './link-words.ts'
import { readPage } from './read-page.ts'
import { openPage, saveCapture, withAbstract } from './save.ts'
import { say } from './toast.ts'

const entries = [
  { id: 'save-page', contexts: ['page'], title: 'menuSavePage' },
  { id: 'save-selection', contexts: ['selection'], title: 'menuSaveSelection' },
  { id: 'save-link', contexts: ['link'], title: 'menuSaveLink' },
] as const satisfies readonly { id: string; contexts: Menus.ContextType[]; title: string }[]

/** Makes the context menu's entries, at installation and when another language is chosen: the browser keeps them. */
export async function makeMenus(): Promise<void> {
  await languageKnown()
  await browser.contextMenus.removeAll()
  for (const { id, contexts, title } of entries) {
    browser.contextMenus.create({
      id,
      contexts: [...contexts],
      title: t(title),
      documentUrlPatterns: ['http://*/*', 'https://*/*', 'file:///*'],
    })
  }
}

/** Does what a context menu's entry says, and says on the page what came of it. */
export async function onMenu(info: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  const tabId = tab?.id
  if (tabId === undefined) return
  await reporting(tabId, () => {
    if (info.menuItemId === 'save-selection') return saveSelection(tabId)
    if (info.menuItemId === 'save-link') return saveLink(tabId, info.linkUrl ?? '')
    return savePage(tabId)
  })
}

/** Saves the page's paper without the popup, and says on the page what came of it. */
export async function onSaveCommand(tabId: number): Promise<void> {
  await reporting(tabId, () => savePage(tabId))
}

/** A line on the page has no button: what nobody is asked for and could not take back is left to the popup. */
const withoutUndo = { merges: false }

/** What is to be said, and whether it is bad news. */
type Outcome = { text: string; failed?: boolean }

async function reporting(tabId: number, work: () => Promise<Outcome>): Promise<void> {
  await languageKnown()
  const outcome = await work().catch((error: unknown): Outcome => {
    console.error('Failed to save without the popup', error)
    return {
      text: error instanceof Error && error.message !== '' ? error.message : t('errorUnexpected'),
      failed: true,
    }
  })
  await say(tabId, outcome.text, outcome.failed)
}

/** A record's title at the end of a sentence. */
function titleOf({ item }: LibraryRecord): string {
  return item.title ?? t('untitled')
}

async function savePage(tabId: number): Promise<Outcome> {
  const state = await openPage(tabId, withoutUndo)
  if (state.kind === 'unreadable') return { text: state.reason, failed: true }
  if (state.kind === 'not-paper') return { text: t('noticeNoPaper'), failed: true }
  if (state.kind === 'offered') return { text: t('noticeAsk'), failed: true }
  const title = titleOf(state.record)
  return {
    text: t(
      state.when === 'now'
        ? 'noticeSaved'
        : state.when === 'again'
          ? 'noticeSavedAgain'
          : 'noticeSavedBefore',
      title,
    ),
  }
}

async function saveSelection(tabId: number): Promise<Outcome> {
  const read = await readPage(tabId)
  if (!read.ok) return { text: read.reason, failed: true }
  if (read.selection === undefined) return { text: t('noticeNoSelection'), failed: true }
  const { when, record } = await saveCapture(
    withAbstract(read.capture, read.selection),
    tabId,
    withoutUndo,
  )
  return {
    text: t(when === 'before' ? 'noticeSelection' : 'noticeSaved', titleOf(record)),
  }
}

async function saveLink(tabId: number, link: string): Promise<Outcome> {
  const words = await wordsOf(tabId, link)
  const capture = captureLink(link, words, new Date().toISOString())
  if (!capture) return { text: t('noticeNoLink'), failed: true }
  const { when, record } = await saveCapture(capture, undefined, withoutUndo)
  if (when === 'before') return { text: t('noticeSavedBefore', titleOf(record)) }
  // The address that stands for a title says nothing to a person who has just clicked on it.
  if (words === '') return { text: t('noticeSavedBareLink') }
  return { text: t('noticeSavedLink', titleOf(record)) }
}

/** The words of the link that was clicked; only Firefox gives them with the click. */
async function wordsOf(tabId: number, link: string): Promise<string> {
  const asked = browser.scripting.executeScript({
    target: { tabId },
    args: [link],
    func: linkWords,
  })
  // Where the page cannot be read, the link's address is enough to save it.
  const words = (await asked.catch(() => []))[0]?.result
  return typeof words === 'string' ? words : ''
}
