import browser from 'webextension-polyfill'
import { type Capture, isKindReason, isPageKind } from '../../src/capture/page-kind.ts'
import { canonicalUrl, identifiersOf } from '../../src/item/identifier.ts'
import { parseNewRecord } from '../../src/item/parse.ts'
import captureScript from '../content/capture.iife.ts?script'
import mathematicsScript from '../content/mathematics.iife.ts?script'
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
 * answer is parsed like any stranger's, and its address is the tab's, not the page's. Where the paper's title or
 * abstract has formulas that only LaTeX shows well, the script that writes it is put there too, and the page read again.
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
  const second = !first.ok || first.isHere ? first : await captured(tabId, call)
  if (!second.ok) return second
  const read =
    second.isHere && second.needsMathematics ? await withLatex(tabId, call, second) : second
  const { isHere, settled, needsMathematics: _, ...rest } = read
  return { ...rest, settled: settled && isHere }
}

/** A page as one answer of its script gives it. */
type Captured = PageRead & { ok: true } & { isHere: boolean; needsMathematics: boolean }

/** The same page with its formulas in LaTeX; where that fails, what was read before. */
async function withLatex(
  tabId: number,
  call: Call<ToContent>,
  before: Captured,
): Promise<Captured> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [mathematicsScript] })
    const after = await captured(tabId, call)
    return after.ok && after.isHere ? after : before
  } catch {
    return before
  }
}

async function captured(
  tabId: number,
  call: Call<ToContent>,
): Promise<(PageRead & { ok: false }) | Captured> {
  const reply = await call('page:capture', { patience })
  if (!reply.ok) return { ok: false, reason: reply.error }
  const { url } = await browser.tabs.get(tabId)
  const capture = parseCapture(reply.value.capture, url)
  if (!capture) return { ok: false, reason: t('unreadablePage') }
  const shown = url === undefined ? undefined : canonicalUrl(url)
  const isHere = shown === undefined || shown === reply.value.capture.source.url
  const { settled, selection } = reply.value
  const needsMathematics = Reflect.get(reply.value.capture, 'needsMathematics') === true
  const read = { ok: true as const, capture, settled: settled === true, isHere, needsMathematics }
  return typeof selection === 'string' ? { ...read, selection: selection.slice(0, 20_000) } : read
}

/** A capture out of anything; undefined where it is none. With `url`, that is where it was made. */
export function parseCapture(value: unknown, url?: string): Capture | undefined {
  const paper = parseNewRecord(value)
  if (!paper || typeof value !== 'object' || value === null) return undefined
  const kind: unknown = Reflect.get(value, 'kind')
  const said: unknown = Reflect.get(value, 'reason')
  if (!isPageKind(kind)) return undefined
  const reason = isKindReason(said) ? said : 'no-evidence'
  const address = url === undefined ? undefined : canonicalUrl(url)
  if (address === undefined) return { ...paper, kind, reason }
  const identifiers = [...new Set([...paper.identifiers, ...identifiersOf(paper.item, address)])]
  return { ...paper, kind, reason, identifiers, source: { ...paper.source, url: address } }
}
