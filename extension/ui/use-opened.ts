import { useEffect, useState } from 'preact/hooks'
import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'

/** The record with this id, once it was read; one that became part of another is followed there. */
export function useOpened(id: string | undefined): LibraryRecord | undefined {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [record, setRecord] = useState<LibraryRecord>()
  useEffect(() => {
    let here = true
    setRecord(undefined)
    if (id === undefined) return
    library.get(id).then(
      (found) => {
        if (!here) return
        if (found) setRecord(found)
        else fail(t('errorGone'))
      },
      (error: unknown) => here && fail(errorText(error)),
    )
    return () => {
      here = false
    }
  }, [id, library, fail])
  return record
}
