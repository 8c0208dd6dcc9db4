import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import type { RecordEdit } from '../messages.ts'
import { type EditStep, joinSteps } from './edit-step.ts'
import { errorText } from './error-text.ts'
import { plainText } from './inline-markup.ts'
import { inverseEdit } from './inverse-edit.ts'
import { useShell } from './shell.ts'
import { undoneSentence } from './undone-sentence.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useAsk } from './use-ask.ts'
import { useLibraryChange } from './use-library-change.ts'

/** An edit, or what makes one of the record as it stands at that moment. */
export type Change = RecordEdit | ((record: LibraryRecord) => RecordEdit)

/** One saved record as it stands, and what may be done with it. */
export interface RecordState {
  record: LibraryRecord
  /** True where the record was removed for good since; `record` is what it was. */
  isGone: boolean
  /** Shows what a draft made of the record, which was `before`; says so, with a way to take it back. */
  committed(after: LibraryRecord, before: LibraryRecord): void
  /** From now on, or no more, one undo of what was typed takes back all that a form changed since. */
  takeTogether(isOn: boolean): void
  /** Makes an edit; `said` is then announced, with a way to take the edit back where `undoable`. */
  edit(change: Change, said: string, undoable?: boolean): Promise<void>
  /** Moves the record to the trash; true where that was done. */
  remove(): Promise<boolean>
  /** Brings the record back from the trash, and says so. */
  restore(): Promise<void>
}

/** Follows one record: edits go by message to the background, and changes made elsewhere are read again. */
export function useRecord(initial: LibraryRecord): RecordState {
  const { library } = useShell()
  const { say, tell, fail } = useAnnouncer()
  const ask = useAsk()
  const [record, setRecord] = useState(initial)
  const [isGone, setGone] = useState(false)
  // What this panel does itself is told by who has it shown.
  const leaves = useRef(false)
  useEffect(() => setRecord(initial), [initial])
  /** There while steps are taken together, with what they amount to. */
  const together = useRef<{ step?: EditStep }>(undefined)

  const refresh = async () => {
    try {
      const fresh = await library.get(record.id)
      if (leaves.current) return
      setGone(!fresh)
      if (fresh) setRecord(fresh)
    } catch (error) {
      fail(errorText(error))
    }
  }
  useLibraryChange(({ ids }) => {
    if (ids.length === 0 || ids.includes(record.id)) void refresh()
  })

  const newest = async () => {
    try {
      return (await library.get(record.id)) ?? record
    } catch (error) {
      fail(errorText(error))
    }
  }
  const joined = (step: EditStep): EditStep => {
    if (!together.current) return step
    together.current.step = joinSteps(together.current.step, step)
    return together.current.step
  }
  // Not the library's newest undo of the record: that may be a note which was committed in the meantime.
  const undo = async ({ before, after }: EditStep) => {
    const now = await newest()
    if (!now) return
    const { edit: inverse, kept } = inverseEdit(before, after, now)
    const reply = await ask('record:edit', { id: record.id, edit: inverse })
    if (!reply.ok) return
    setRecord(reply.value)
    say(undoneSentence(kept))
  }
  const edit = async (change: Change, said: string, undoable = false) => {
    // An edit that is only itself is sent at once: the popup may be closing.
    const before = undoable || typeof change === 'function' ? await newest() : record
    if (!before) return
    const made = typeof change === 'function' ? change(before) : change
    const reply = await ask('record:edit', { id: record.id, edit: made })
    if (!reply.ok) return
    setRecord(reply.value)
    const step = { before, after: reply.value }
    if (made.item || made.sections) joined(step)
    if (undoable) say(said, () => void undo(step))
    else tell(said)
  }
  const committed = (after: LibraryRecord, before: LibraryRecord) => {
    setRecord(after)
    const step = joined({ before, after })
    say(t(after.deleted ? 'changesSavedInTrash' : 'changesSaved'), () => void undo(step))
  }
  const takeTogether = useCallback((isOn: boolean) => {
    together.current = isOn ? {} : undefined
  }, [])
  const remove = async () => {
    leaves.current = true
    const { ok } = await ask('record:delete', { ids: [record.id] })
    leaves.current = ok
    return ok
  }
  const restore = async () => {
    const reply = await ask('record:restore', { ids: [record.id] })
    if (!reply.ok) return
    await refresh()
    say(t('restored', plainText(record.item.title ?? t('untitled'))))
  }
  return { record, isGone, committed, takeTogether, edit, remove, restore }
}
