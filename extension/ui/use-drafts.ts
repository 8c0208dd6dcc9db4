import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import type { DraftFields } from './draft-fields.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'

/** What is typed on one paper and is not yet in its record. */
export interface Drafts {
  fields: DraftFields
  /** True while `fields` holds what an earlier popup left behind. */
  restored: boolean
  /** Keeps a field's text, at each input. */
  put(field: string, text: string): void
  /** Makes the draft an edit of the record, when the person leaves a field. */
  commit(): Promise<void>
  /** Forgets the draft, because it has been saved otherwise; true where that was done. */
  forget(): Promise<boolean>
  /** Gives the draft up, and says so. */
  drop(): Promise<void>
}

/**
 * The drafts of one key. With `onCommitted` the key is a record's id, and what is still a draft when the panel
 * goes away is committed; without it the paper is not saved yet, and the draft stays one.
 */
export function useDrafts(key: string, onCommitted?: (record: LibraryRecord) => void): Drafts {
  const { library, drafts, session } = useShell()
  const { fail, say } = useAnnouncer()
  const [fields, setFields] = useState<DraftFields>({})
  const [restored, setRestored] = useState(false)
  const typed = useRef<DraftFields>({})
  const commits = onCommitted !== undefined

  const show = useCallback((next: DraftFields) => {
    typed.current = next
    setFields(next)
  }, [])

  useEffect(() => {
    let here = true
    library.draft(key).then(
      (kept) => {
        if (!here || !kept || kept.session === session || isEmpty(kept.fields)) return
        show({ ...kept.fields, ...typed.current })
        setRestored(true)
      },
      (error: unknown) => fail(errorText(error)),
    )
    return () => {
      here = false
      if (commits && !isEmpty(typed.current)) void drafts.commit(key)
      show({})
      setRestored(false)
    }
  }, [key, commits, library, drafts, session, fail, show])

  const put = async (field: string, text: string) => {
    show({ ...typed.current, [field]: text })
    const reply = await drafts.put(key, typed.current)
    if (!reply.ok) fail(reply.error)
  }

  const commit = async () => {
    const sent = typed.current
    if (isEmpty(sent)) return
    const reply = await drafts.commit(key)
    if (!reply.ok) {
      fail(reply.error)
      return
    }
    setRestored(false)
    if (reply.value) {
      onCommitted?.(reply.value)
      say(t('changesSaved'))
    }
    // What was typed while the reply was on its way is a draft still.
    const since = Object.entries(typed.current).filter(([field, text]) => sent[field] !== text)
    show(Object.fromEntries(since))
  }

  const forget = async () => {
    show({})
    setRestored(false)
    const reply = await drafts.drop(key)
    if (!reply.ok) fail(reply.error)
    return reply.ok
  }
  const drop = async () => {
    if (await forget()) say(t('draftDropped'))
  }

  return { fields, restored, put: (field, text) => void put(field, text), commit, forget, drop }
}

function isEmpty(fields: DraftFields): boolean {
  return Object.keys(fields).length === 0
}
