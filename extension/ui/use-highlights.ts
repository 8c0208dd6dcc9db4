import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Selector } from '../../src/library/anchor.ts'
import type { Highlight } from '../../src/library/highlights.ts'
import { t } from '../i18n.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useAsk } from './use-ask.ts'
import { useLibraryChange } from './use-library-change.ts'

/** The highlights of one record, and what may be done with them. */
export interface RecordHighlights {
  list: readonly Highlight[]
  add(selector: Selector): Promise<void>
  /** Says that a remark was kept, and reads it. */
  remarked(): Promise<void>
  remove(highlight: Highlight): Promise<void>
}

/** Follows a record's highlights. */
export function useHighlights(recordId: string): RecordHighlights {
  const { library } = useShell()
  const { say, fail } = useAnnouncer()
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
  return {
    list,
    async add(selector) {
      const reply = await ask('highlight:add', { recordId, selector })
      await read()
      if (reply.ok) say(t('highlighted'), () => void set(reply.value.id, true).then(saidUndone))
    },
    async remarked() {
      await read()
      say(t('changesSaved'))
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
