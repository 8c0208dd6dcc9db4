import browser from 'webextension-polyfill'
import { type Capture, isPageKind } from '../../src/capture/page-kind.ts'
import { canonicalUrl, identifiersOf } from '../../src/item/identifier.ts'
import { parseNewRecord } from '../../src/item/parse.ts'
import captureScript from '../content/capture.iife.ts?script'
import { t } from '../i18n.ts'
import type { ToContent } from '../messages.ts'
import { type Call, caller } from '../messaging.ts'

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
  // A page that goes elsewhere without a load while it is read gives one page's text under another's address.
  const first = await captured(tabId, call)
  const read = !first.ok || first.isHere ? first : await captured(tabId, call)
  if (!read.ok) return read
  const { isHere, settled, ...rest } = read
  return { ...rest, settled: settled && isHere }
}

async function captured(
  tabId: number,
  call: Call<ToContent>,
): Promise<(PageRead & { ok: false }) | (PageRead & { ok: true; isHere: boolean })> {
  const reply = await call('page:capture', { patience })
  if (!reply.ok) return { ok: false, reason: reply.error }
  const { url } = await browser.tabs.get(tabId)
  const capture = parseCapture(reply.value.capture, url)
  if (!capture) return { ok: false, reason: t('unreadablePage') }
  const shown = url === undefined ? undefined : canonicalUrl(url)
  const isHere = shown === undefined || shown === reply.value.capture.source.url
  const { settled, selection } = reply.value
  const read = { ok: true as const, capture, settled: settled === true, isHere }
  return typeof selection === 'string' ? { ...read, selection: selection.slice(0, 20_000) } : read
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
