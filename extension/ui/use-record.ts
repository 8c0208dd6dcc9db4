import { useEffect, useState } from 'preact/hooks'
import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import type { RecordEdit } from '../messages.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useAsk } from './use-ask.ts'
import { useLibraryChange } from './use-library-change.ts'

/** One saved record as it stands, and what may be done with it. */
export interface RecordState {
  record: LibraryRecord
  replace(record: LibraryRecord): void
  /** Makes an edit; `said` is then announced, with a way to take the edit back where `undoable`. */
  edit(edit: RecordEdit, said: string, undoable?: boolean): Promise<void>
  /** Moves the record to the trash; true where that was done. */
  remove(): Promise<boolean>
}

/** Follows one record: edits go by message to the background, and changes made elsewhere are read again. */
export function useRecord(initial: LibraryRecord): RecordState {
  const { library } = useShell()
  const { say, fail } = useAnnouncer()
  const ask = useAsk()
  const [record, setRecord] = useState(initial)
  useEffect(() => setRecord(initial), [initial])

  const refresh = async () => {
    try {
      const fresh = await library.get(record.id)
      if (fresh) setRecord(fresh)
    } catch (error) {
      fail(errorText(error))
    }
  }
  useLibraryChange(({ ids }) => {
    if (ids.length === 0 || ids.includes(record.id)) void refresh()
  })

  const undo = async () => {
    const reply = await ask('undo', { id: record.id })
    if (!reply.ok) return
    await refresh()
    say(reply.value ? undoneSentence(reply.value.kept) : t('nothingToUndo'))
  }
  const edit = async (change: RecordEdit, said: string, undoable = false) => {
    const reply = await ask('record:edit', { id: record.id, edit: change })
    if (!reply.ok) return
    setRecord(reply.value)
    say(said, undoable ? () => void undo() : undefined)
  }
  const remove = async () => (await ask('record:delete', { ids: [record.id] })).ok
  return { record, replace: setRecord, edit, remove }
}

/** What is said after something was taken back, fields that had changed since being left as they are. */
export function undoneSentence(kept: number): string {
  return kept > 0 ? t('undoneKept', kept) : t('undone')
}
