import browser from 'webextension-polyfill'
import { type Capture, isPageKind } from '../../src/capture/page-kind.ts'
import { canonicalUrl, identifiersOf } from '../../src/item/identifier.ts'
import { parseNewRecord } from '../../src/item/parse.ts'
import captureScript from '../content/capture.iife.ts?script'
import { t } from '../i18n.ts'
import type { ToContent } from '../messages.ts'
import { caller } from '../messaging.ts'

/** What was read from a tab, or why nothing could be. */
export type PageRead =
  | { ok: true; capture: Capture; settled: boolean; selection?: string }
  | { ok: false; reason: string }

/** Longest wait for a page to settle, in ms. */
const patience = 3000

/**
 * Captures a tab's page: puts the capture script there (under `activeTab`, for this click) and asks it. The
 * answer is parsed like any stranger's, and its address is the tab's, not the page's.
 */
export async function readPage(tabId: number): Promise<PageRead> {
  const tab = await browser.tabs.get(tabId)
  if (tab.url !== undefined && !/^(?:https?|file):/.test(tab.url))
    return { ok: false, reason: t('unreadablePage') }
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [captureScript] })
  } catch {
    return { ok: false, reason: t('unreadablePage') }
  }
  const call = caller<ToContent>((message) =>
    browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
  )
  const reply = await call('page:capture', { patience })
  if (!reply.ok) return { ok: false, reason: reply.error }
  const capture = parseCapture(reply.value.capture, tab.url)
  if (!capture) return { ok: false, reason: t('unreadablePage') }
  const { settled, selection } = reply.value
  return typeof selection === 'string'
    ? { ok: true, capture, settled: settled === true, selection: selection.slice(0, 20_000) }
    : { ok: true, capture, settled: settled === true }
}

/** A capture out of anything; undefined where it is none. With `url`, that is where it was made. */
export function parseCapture(value: unknown, url?: string): Capture | undefined {
  const paper = parseNewRecord(value)
  const kind: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : undefined
  if (!paper || !isPageKind(kind)) return undefined
  const address = url === undefined ? undefined : canonicalUrl(url)
  if (address === undefined) return { ...paper, kind }
  const identifiers = [...new Set([...paper.identifiers, ...identifiersOf(paper.item, address)])]
  return { ...paper, kind, identifiers, source: { ...paper.source, url: address } }
}
