import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Selector } from '../../src/library/anchor.ts'
import type { Highlight } from '../../src/library/highlights.ts'
import { t } from '../i18n.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { undoneSentence } from './undone-sentence.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useAsk } from './use-ask.ts'
import { useLibraryChange } from './use-library-change.ts'

/** The highlights of one record, and what may be done with them. */
export interface RecordHighlights {
  list: readonly Highlight[]
  add(selector: Selector): Promise<void>
  /** Says that a remark was changed `from` something `to` something else, with a way to take it back, and reads it. */
  remarked(highlight: Highlight, from: string, to: string): Promise<void>
  remove(highlight: Highlight): Promise<void>
}

/** A highlight's remark; empty where it has none. */
export function remarkOf({ remark = '' }: Highlight): string {
  return remark
}

/** Follows a record's highlights. */
export function useHighlights(recordId: string): RecordHighlights {
  const { library, drafts } = useShell()
  const { say, tell, fail } = useAnnouncer()
  const ask = useAsk()
  const [list, setList] = useState<readonly Highlight[]>([])
  const read = useCallback(async () => {
    try {
      setList(await library.highlights(recordId))
    } catch (error) {
      fail(errorText(error))
    }
  }, [library, recordId, fail])
  useEffect(() => void read(), [read])
  useLibraryChange(({ ids }) => {
    if (ids.length === 0 || ids.includes(recordId)) void read()
  })

  const set = async (id: string, removed: boolean) => {
    const reply = await ask('highlight:remove', { id, removed })
    await read()
    return reply.ok
  }
  const giveBack = async (id: string, from: string, to: string) => {
    try {
      const now = (await library.highlights(recordId)).find((each) => each.id === id)
      // Changed or taken off since.
      if (!now || remarkOf(now) !== to) return say(undoneSentence(1))
      await drafts.put(id, { remark: from })
      const reply = await drafts.commit(id)
      await read()
      if (reply.ok) say(t('undone'))
      else fail(reply.error)
    } catch (error) {
      fail(errorText(error))
    }
  }
  return {
    list,
    async add(selector) {
      const reply = await ask('highlight:add', { recordId, selector })
      await read()
      if (reply.ok) say(t('highlighted'), () => void set(reply.value.id, true).then(saidUndone))
    },
    async remarked({ id }, from, typed) {
      const to = typed.trim() === '' ? '' : typed
      await read()
      if (from === to) tell(t('changesSaved'))
      else say(t('changesSaved'), () => void giveBack(id, from, to))
    },
    async remove({ id }) {
      if (await set(id, true))
        say(t('highlightRemoved'), () => void set(id, false).then(saidUndone))
    },
  }

  function saidUndone(done: boolean): void {
    if (done) say(t('undone'))
  }
}
