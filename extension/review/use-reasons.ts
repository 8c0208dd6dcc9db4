import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks'
import type { LibraryRecord } from '../../src/item/record.ts'
import type { Reply } from '../messages.ts'
import { errorText } from '../ui/error-text.ts'
import { useShell } from '../ui/shell.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'

/** What stands in the box for a reason, paper by paper. */
export interface Reasons {
  /** What was typed for a paper; its record's reason where nothing was. */
  textOf(record: LibraryRecord): string
  /** Keeps what the box holds as a draft, at each input. */
  put(id: string, text: string): void
  /** Forgets the draft of a paper that was decided, but for `giveBack`. */
  settle(id: string): void
  /** Puts what was typed before the decision back, where that was taken back. */
  giveBack(record: LibraryRecord): void
}

/** Reasons are drafts until the decision that they belong to; `record` is the paper that is on. */
export function useReasons(record: LibraryRecord | undefined): Reasons {
  const { library, drafts } = useShell()
  const { fail } = useAnnouncer()
  const typed = useRef(new Map<string, string>())
  const settled = useRef(new Map<string, string>())
  const [, redraw] = useReducer<number, void>((turn) => turn + 1, 0)
  const id = record?.id

  useEffect(() => {
    if (id === undefined) return
    let here = true
    library.draft(keyOf(id)).then(
      (kept) => {
        const text = kept?.fields.reason
        if (!here || text === undefined || typed.current.has(id)) return
        typed.current.set(id, text)
        redraw()
      },
      (error: unknown) => fail(errorText(error)),
    )
    return () => {
      here = false
    }
  }, [id, library, fail])

  const tell = useCallback(
    async (reply: Promise<Reply<void>>) => {
      const answer = await reply
      if (!answer.ok) fail(answer.error)
    },
    [fail],
  )
  const put = (of: string, text: string) => {
    typed.current.set(of, text)
    redraw()
    void tell(text === '' ? drafts.drop(keyOf(of)) : drafts.put(keyOf(of), { reason: text }))
  }
  return {
    textOf: (of) => typed.current.get(of.id) ?? of.reason ?? '',
    put,
    settle(of) {
      const text = typed.current.get(of)
      if (text === undefined) return
      typed.current.delete(of)
      settled.current.set(of, text)
      redraw()
      void tell(drafts.drop(keyOf(of)))
    },
    giveBack(to) {
      const text = settled.current.get(to.id)
      settled.current.delete(to.id)
      if (text !== undefined && text !== (to.reason ?? '')) put(to.id, text)
    },
  }
}

/** Apart from the record's draft, which becomes an edit by itself: a reason waits for its decision. */
function keyOf(id: string): string {
  return `reason:${id}`
}
