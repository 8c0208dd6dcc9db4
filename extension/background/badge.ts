import browser from 'webextension-polyfill'
import { t } from '../i18n.ts'
import { languageKnown } from './language.ts'
import { library } from './library.ts'
import { forgetPage, pageOf, pagesOfTabs } from './tab-page.ts'

/** What the toolbar button says about a tab: a paper, a saved paper, or that something went wrong. */
export type BadgeState = 'paper' | 'saved' | 'failed'

const looks = {
  paper: { text: '+', color: '#0f5c63', icon: 'offprint', title: 'badgePaper' },
  saved: { text: '✓', color: '#2d7a46', icon: 'offprint-saved', title: 'badgeSaved' },
  failed: { text: '!', color: '#a8323a', icon: 'offprint', title: 'badgeFailed' },
} as const

/** Shows a state on a tab's button; the browser takes it off by itself when the tab goes elsewhere. */
export async function paintBadge(tabId: number, state: BadgeState, title?: string): Promise<void> {
  const look = looks[state]
  await ignoringClosedTab(
    Promise.all([
      browser.action.setBadgeText({ tabId, text: look.text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: look.color }),
      browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
      browser.action.setTitle({ tabId, title: title ?? t(look.title) }),
      browser.action.setIcon({
        tabId,
        path: { 16: `/icons/${look.icon}-16.png`, 32: `/icons/${look.icon}-32.png` },
      }),
    ]),
  )
}

/** Takes everything off a tab's button. */
export async function clearBadge(tabId: number): Promise<void> {
  await ignoringClosedTab(
    Promise.all([
      browser.action.setBadgeText({ tabId, text: '' }),
      browser.action.setTitle({ tabId, title: t('actionTitle') }),
      browser.action.setIcon({
        tabId,
        path: { 16: '/icons/offprint-16.png', 32: '/icons/offprint-32.png' },
      }),
    ]),
  )
}

/** Paints one tab's badge from what is known of its page and from the library. */
export async function repaintTab(tabId: number): Promise<void> {
  const [page] = await Promise.all([pageOf(tabId), languageKnown()])
  if (!page) return clearBadge(tabId)
  const saved = await library.find(page.identifiers)
  await paintBadge(tabId, saved ? 'saved' : 'paper')
}

/**
 * Paints every tab's badge anew, after the library changed. A tab whose badge the browser has taken off went
 * to another page since: what was noted of it no longer holds.
 */
export async function repaintAll(): Promise<void> {
  for (const [tabId, page] of await pagesOfTabs()) {
    const text = await browser.action.getBadgeText({ tabId }).catch(() => '')
    if (text !== '') await repaintTab(tabId)
    // Another page may have been noted while the badge was asked for; it has its own painting under way.
    else if ((await pageOf(tabId))?.url === page.url) await forgetPage(tabId)
  }
}

/** A tab may be closed while its badge is painted; that is nobody's error. */
async function ignoringClosedTab(painting: Promise<unknown>): Promise<void> {
  await painting.catch((error: unknown) => {
    if (!/No tab with id|Invalid tab ID/i.test(String(error))) throw error
  })
}
