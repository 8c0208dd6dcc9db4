import type { Capture } from '../../src/capture/page-kind.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { useShell } from '../ui/shell.ts'
import { undoneSentence } from '../ui/undone-sentence.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useAsk } from '../ui/use-ask.ts'
import { savedSentence } from './saved-sentence.ts'
import type { PageOfTab } from './use-page.ts'

/** What may be done with the paper of the tab's page. */
export interface PageActions {
  /** Saves a capture that was offered; true where that was done. */
  save(capture: Capture): Promise<boolean>
  /** Takes the save, or the deletion, back. */
  undo(): Promise<void>
  /** Takes back what the last click did to a paper that was there. */
  takeBack(): Promise<void>
  /** Says that the record was moved to the trash. */
  deleted(record: LibraryRecord): void
}

/** What may be done with the page's paper, each with what is shown and said of it afterwards. */
export function usePageActions({ shown, tabId, show, retry }: PageOfTab): PageActions {
  const ask = useAsk()
  const { library } = useShell()
  const { say } = useAnnouncer()
  const inTab = tabId === undefined ? {} : { tabId }

  const save = async (capture: Capture) => {
    const reply = await ask('record:save', { capture, ...inTab })
    if (!reply.ok) return false
    const state = { kind: 'saved' as const, ...reply.value, capture }
    show(state)
    say(savedSentence(state))
    return true
  }

  const undo = async () => {
    if (shown.kind !== 'saved' && shown.kind !== 'deleted') return
    const { record, capture } = shown
    const action = shown.kind === 'saved' ? 'save' : 'delete'
    const reply = await ask('undo', { id: record.id, action, ...inTab })
    if (!reply.ok) return
    if (reply.value?.merged) return say(t('undoneMerged'))
    say(reply.value ? undoneSentence(reply.value.kept) : t('nothingToUndo'))
    // Anything else that was undone leaves the paper where it is; its panel reads it again.
    if (reply.value?.action !== action) return
    if (action === 'save') show({ kind: 'offered', why: 'undone', capture })
    else show({ kind: 'saved', when: 'before', record: { ...record, deleted: false }, capture })
  }

  const takeBack = async () => {
    if (shown.kind !== 'saved' || !shown.done) return
    const { record, capture, done } = shown
    const reply = await ask('undo', { id: record.id, action: done.action })
    if (!reply.ok) return
    const parts = reply.value && done.action === 'merge' ? done.parts : []
    // Or the next look at the page would make them one again.
    for (const part of parts) {
      const apart = await ask('record:keep-apart', { ids: [record.id, part] })
      if (!apart.ok) return
    }
    say(reply.value ? undoneSentence(reply.value.kept) : t('nothingToUndo'))
    if (parts.length > 0) return retry()
    const fresh = (await library.get(record.id).catch(() => undefined)) ?? record
    show({ kind: 'saved', when: 'before', record: fresh, capture })
  }

  const deleted = (record: LibraryRecord) => {
    if (shown.kind === 'saved') show({ kind: 'deleted', record, capture: shown.capture })
    say(t('deleted'))
  }
  return { save, undo, takeBack, deleted }
}
