import { type Capture, isPaper } from '../../src/capture/page-kind.ts'
import { candidatesOf } from '../../src/item/field-source.ts'
import type { Doubt } from '../../src/item/record.ts'
import { isAtOdds } from '../../src/library/identity.ts'
import type { Saved, SaveOptions } from '../../src/library/save.ts'
import type { PageState } from '../messages.ts'
import { draftKey } from '../popup/draft-key.ts'
import { readSettings } from '../settings.ts'
import { repaintTab } from './badge.ts'
import { carryDraft } from './drafts.ts'
import { languageKnown } from './language.ts'
import { library } from './library.ts'
import { readPage } from './read-page.ts'
import { forgetUndone, rememberPage, wasUndone } from './tab-page.ts'

/**
 * Captures a tab's page and saves its paper by itself where nothing speaks against it (PRODUCT.md, "This page"). Two records that
 * turn out to be one paper become one only where the person can take that back at once (`merges`).
 */
export async function openPage(tabId: number, how: SaveOptions = {}): Promise<PageState> {
  // While the page is read; should it fail, the save will say so.
  void library.prepare().catch(() => undefined)
  await languageKnown()
  const read = await readPage(tabId)
  if (!read.ok) return { kind: 'unreadable', reason: read.reason }
  const { settled, selection } = read
  const capture = settled ? read.capture : withDoubt(read.capture, 'page-still-loading')
  // A page that is no paper may well name one, by a DOI in its text; only its own address can be in the library.
  const known = isPaper(capture.kind)
    ? await library.find(capture.identifiers, capture)
    : await library.find(addressesOf(capture))
  if (known) {
    // The visit adds what the record lacks: the abstract after a link was saved, further identifiers.
    const visited = isPaper(capture.kind) && settled ? await library.save(capture, how) : undefined
    const { record, done } = visited ?? { record: known }
    await showOnTab(tabId, capture)
    await keepTyped(capture, record.id)
    return { kind: 'saved', when: 'before', record, capture, ...(done && { done }) }
  }
  if (!isPaper(capture.kind)) {
    return { kind: 'not-paper', capture: selection ? withAbstract(capture, selection) : capture }
  }
  const offer = await reasonToAsk(capture, tabId, settled)
  if (offer) {
    await showOnTab(tabId, capture)
    return offer
  }
  const saved = await saveCapture(capture, tabId, how)
  await keepTyped(capture, saved.record.id)
  return { kind: 'saved', ...saved, capture }
}

/** The paper is saved, whatever becomes of what was typed on it before: then that stays where it is. */
async function keepTyped(capture: Capture, id: string): Promise<void> {
  await carryDraft(draftKey(capture), id).catch((error: unknown) =>
    console.error('Failed to carry a draft over', error),
  )
}

/** Saves a capture; with `tabId` the tab's badge follows at once. */
export async function saveCapture(
  capture: Capture,
  tabId?: number,
  how: SaveOptions = {},
): Promise<Saved> {
  const saved = await library.save(capture, how)
  if (tabId !== undefined) {
    await forgetUndone(tabId)
    await showOnTab(tabId, capture)
  }
  return saved
}

function addressesOf(capture: Capture): string[] {
  return capture.identifiers.filter((identifier) => identifier.startsWith('url:'))
}

/** A capture with the reader's selection for its abstract; where that is the page's, it keeps its sections. */
export function withAbstract(capture: Capture, text: string): Capture {
  const { source, item } = capture
  const isPages = spaced(text) === spaced(item.abstract ?? '')
  const others = isPages ? source.fields.abstract?.others : candidatesOf(capture, 'abstract')
  return {
    ...capture,
    ...(!isPages && { item: { ...item, abstract: text }, sections: [{ text }] }),
    source: {
      ...source,
      fields: { ...source.fields, abstract: { source: 'selection', others: others ?? [] } },
      doubts: source.doubts.filter((doubt) => !doubt.includes('abstract')),
    },
  }
}

/** Text by which a selection is compared, whose lines are broken as the page shows them. */
function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function withDoubt(capture: Capture, doubt: Doubt): Capture {
  return { ...capture, source: { ...capture.source, doubts: [...capture.source.doubts, doubt] } }
}

async function showOnTab(tabId: number, capture: Capture): Promise<void> {
  await rememberPage(tabId, { url: capture.source.url, identifiers: capture.identifiers })
  // The paper is saved, whatever becomes of the badge.
  await repaintTab(tabId).catch((error: unknown) => console.error('Failed to paint a badge', error))
}

/** Why the paper is shown with a `Save` button rather than saved by itself; undefined where nothing speaks against it. */
async function reasonToAsk(
  capture: Capture,
  tabId: number,
  settled: boolean,
): Promise<PageState | undefined> {
  if (await wasUndone(tabId, capture.identifiers))
    return { kind: 'offered', why: 'undone', capture }
  const alike = await library.findAlike(capture.item)
  // What a reader typed tells this paper, and the words of the two another one: the person is asked.
  const holders = await library.holders(capture.identifiers)
  const probably =
    alike.find(({ likeness }) => likeness === 'alike') ??
    holders.find(
      ({ isTyped, record }) => isTyped && !isAtOdds(record.identifiers, capture.identifiers),
    )
  if (probably) {
    const { id, item, savedAt } = probably.record
    return {
      kind: 'offered',
      why: 'probably',
      capture,
      probably: { id, title: item.title ?? '', savedAt },
    }
  }
  if ((await readSettings()).askBeforeSaving) return { kind: 'offered', why: 'asked', capture }
  const { doubts } = capture.source
  if (doubts.includes('title-from-window') || doubts.includes('no-title')) {
    return { kind: 'offered', why: 'title-from-window', capture }
  }
  return settled ? undefined : { kind: 'offered', why: 'still-loading', capture }
}
