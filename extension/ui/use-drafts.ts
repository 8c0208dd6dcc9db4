import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { canCommit, type DraftFields, draftSince, draftWith } from './draft-fields.ts'
import { isIdle, stepOfDraft } from './edit-step.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'

/** What is typed on one paper and is not yet in its record. */
export interface Drafts {
  fields: DraftFields
  /** True while `fields` holds what an earlier popup left behind. */
  restored: boolean
  /** Keeps what boxes hold, at each input; the abstract's sections always all together. */
  put(typed: DraftFields): void
  /** Keeps the draft as something else than typing makes it. */
  change(make: (fields: DraftFields) => DraftFields): void
  /** Makes the draft an edit of the record, when the person leaves a field; false where that failed. */
  commit(): Promise<boolean>
  /** Forgets the draft, because it has been saved otherwise; true where that was done. */
  forget(): Promise<boolean>
  /** Gives the draft up, and says so. */
  drop(): Promise<void>
}

/** Whose drafts they are: a record as it stands, or what else is saved under the key. */
export interface DraftOwner {
  record?: LibraryRecord
  isGone?: boolean
  /** After the draft has made another record of the one that was `before`. */
  committed?(after: LibraryRecord, before: LibraryRecord): void
}

/**
 * The drafts of one key. With an owner what is still a draft when the panel goes away is committed; without one the paper is not
 * saved yet, and the draft stays one. Of a record that is gone it stays one too.
 */
export function useDrafts(key: string, owner?: DraftOwner): Drafts {
  const { library, drafts, session } = useShell()
  const { fail, say, tell } = useAnnouncer()
  const [fields, setFields] = useState<DraftFields>({})
  const [restored, setRestored] = useState(false)
  const typed = useRef<DraftFields>({})
  /** The key whose boxes are on the screen; none once they are gone. */
  const shown = useRef<string>(undefined)
  const commits = owner !== undefined
  /** The record as it was when the typing began that is not committed yet. */
  const began = useRef<LibraryRecord>(undefined)
  const committing = useRef(Promise.resolve(true))

  const show = useCallback((next: DraftFields) => {
    typed.current = next
    setFields(next)
  }, [])

  useEffect(() => {
    let here = true
    shown.current = key
    library.draft(key).then(
      (kept) => {
        if (!here || !kept) return
        // A panel of this page committed its draft when it went away, all but the tag box's text.
        const committed = commits && kept.session === session
        const left = committed ? draftSince(kept.fields, kept.fields) : kept.fields
        if (isEmpty(left)) return
        show({ ...left, ...typed.current })
        setRestored(!committed)
      },
      (error: unknown) => fail(errorText(error)),
    )
    return () => {
      here = false
      shown.current = undefined
      if (commits && canCommit(typed.current)) void drafts.commit(key)
      show({})
      setRestored(false)
    }
  }, [key, commits, library, drafts, session, fail, show])

  const change = async (make: (fields: DraftFields) => DraftFields) => {
    if (!canCommit(typed.current)) began.current = owner?.record
    show(make(typed.current))
    const reply = await drafts.put(key, typed.current)
    if (!reply.ok) fail(reply.error)
  }

  // A commit that is under way says first what it did.
  const commit = () => {
    committing.current = committing.current.then(commitTyped)
    return committing.current
  }
  const commitTyped = async () => {
    const sent = typed.current
    if (!canCommit(sent)) return true
    if (owner?.isGone) return false
    const before = began.current ?? owner?.record
    const reply = await drafts.commit(key)
    if (!reply.ok) {
      fail(reply.error)
      return false
    }
    // The background may have been first, when the typing paused.
    const after = reply.value ?? (before && (await newest()))
    // What is said of a paper that was left meanwhile would hide what is said of the next.
    if (shown.current !== key) return true
    setRestored(false)
    const step = before && after && stepOfDraft(sent, before, after)
    if (step && (reply.value || !isIdle(step))) owner?.committed?.(step.after, step.before)
    began.current = after
    // What was typed while the reply was on its way is a draft still.
    show(draftSince(typed.current, sent))
    return true
  }

  const newest = async () => {
    try {
      return await library.get(key)
    } catch (error) {
      fail(errorText(error))
    }
  }

  const forget = async () => {
    show({})
    setRestored(false)
    const reply = await drafts.drop(key)
    if (!reply.ok) fail(reply.error)
    return reply.ok
  }
  const drop = async () => {
    if (!(await forget())) return
    // Before saving, what could be taken back was in the draft.
    if (commits) tell(t('draftDropped'))
    else say(t('draftDropped'))
  }

  return {
    fields,
    restored,
    put: (added) => void change((before) => draftWith(before, added)),
    change: (make) => void change(make),
    commit,
    forget,
    drop,
  }
}

function isEmpty(fields: DraftFields): boolean {
  return Object.keys(fields).length === 0
}
