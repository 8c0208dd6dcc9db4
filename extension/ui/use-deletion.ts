import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { undoneSentence } from './undone-sentence.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useAsk } from './use-ask.ts'

/** What a list does after one of its records was moved to the trash: says so, and offers to bring it back. */
export function useDeletion(onDeleted: () => void): (record: LibraryRecord) => void {
  const ask = useAsk()
  const { say } = useAnnouncer()
  return ({ id }) => {
    onDeleted()
    say(t('deleted'), async () => {
      const reply = await ask('undo', { id, action: 'delete' })
      if (reply.ok) say(reply.value ? undoneSentence(reply.value.kept) : t('nothingToUndo'))
    })
  }
}
