import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { Capture } from '../../src/capture/page-kind.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import type { PageState } from '../messages.ts'
import type { LibraryReader } from '../ui/library-reader.ts'
import { useShell } from '../ui/shell.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useAsk } from '../ui/use-ask.ts'
import { useLibraryChange } from '../ui/use-library-change.ts'
import { draftKey } from './draft-key.ts'
import { savedSentence } from './saved-sentence.ts'

/** What This page shows: a page state, or what comes before it, or what a deletion leaves. */
export type Shown =
  | { kind: 'reading' }
  | { kind: 'failed' }
  | Exclude<PageState, { kind: 'not-paper' }>
  /** No paper; `drafted` where the form for it was filled in part by an earlier popup. */
  | (Extract<PageState, { kind: 'not-paper' }> & { drafted: boolean })
  /** The page's paper was just moved to the trash. */
  | { kind: 'deleted'; record: LibraryRecord; capture: Capture }

/** The state of the tab that the popup opened on; what may be done with its paper is loaded with what shows it (use-page-actions.ts). */
export interface PageOfTab {
  shown: Shown
  /** Undefined until the browser has told it. */
  tabId: number | undefined
  show(next: Shown): void
  /** Reads the page anew. */
  retry(): void
}

/** Opens the active tab's page through the background, once at the popup's opening and at `retry`. */
export function usePage(): PageOfTab {
  const ask = useAsk()
  const { library } = useShell()
  const { say, fail } = useAnnouncer()
  const [shown, setShown] = useState<Shown>({ kind: 'reading' })
  const [tabId, setTabId] = useState<number>()
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    const open = async () => {
      setShown({ kind: 'reading' })
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      if (tab?.id === undefined) return setShown({ kind: 'unreadable', reason: t('noTab') })
      setTabId(tab.id)
      const reply = await ask('page:open', { tabId: tab.id })
      if (!reply.ok) return setShown({ kind: 'failed' })
      const state = reply.value
      setShown(
        state.kind === 'not-paper'
          ? { ...state, drafted: await hasDraft(library, draftKey(state.capture)) }
          : state,
      )
      // That a paper was there already is nothing that has happened just now.
      if (state.kind === 'saved' && (state.when !== 'before' || state.done))
        say(savedSentence(state))
    }
    open().catch((error: unknown) => {
      console.error('Failed to find the active tab', error)
      fail(t('errorUnexpected'))
      setShown({ kind: 'failed' })
    })
  }, [ask, library, say, fail, turn])

  // The paper may be deleted, restored or undone in the Library tab or in another page of ours.
  useLibraryChange(async ({ ids }) => {
    if (shown.kind !== 'saved' && shown.kind !== 'deleted') return
    const { record, capture } = shown
    if (ids.length > 0 && !ids.includes(record.id)) return
    const fresh = await library.get(record.id).catch(() => undefined)
    if (!fresh || fresh.deleted === (shown.kind === 'deleted')) return
    const next: Shown = fresh.deleted
      ? { kind: 'deleted', record: fresh, capture }
      : { kind: 'saved', when: 'before', record: fresh, capture }
    // What was done here in the meantime knows better.
    setShown((now) => (now === shown ? next : now))
  })

  return { shown, tabId, show: setShown, retry: () => setTurn(turn + 1) }
}

/** A draft that cannot be read is none here; the form tells of the error when it reads it too. */
async function hasDraft(library: LibraryReader, key: string): Promise<boolean> {
  const draft = await library.draft(key).catch(() => undefined)
  return draft !== undefined && Object.keys(draft.fields).length > 0
}

/** True where a paper is shown, or may be; of a page that is none, where somebody has begun to take it anyway. */
export function hasPaper(shown: Shown, isOnWeb: boolean): boolean {
  if (shown.kind === 'reading') return isOnWeb
  return shown.kind === 'not-paper' ? shown.drafted : shown.kind !== 'unreadable'
}
