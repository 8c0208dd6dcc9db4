import type { LibraryRecord } from '../../src/item/record.ts'
import type { Reply, UiToBackground } from '../messages.ts'
import type { Call } from '../messaging.ts'

/** Keeps what is typed as drafts, in the order in which it was typed. */
export interface DraftWriter {
  /** Sends the whole draft of a key at once; the reply says whether it was kept. */
  put(key: string, fields: { [field: string]: string }): Promise<Reply<void>>
  /** Makes the draft an edit of its record, after every `put` before it was answered. */
  commit(key: string): Promise<Reply<LibraryRecord | undefined>>
  /** Forgets the draft, after every `put` before it was answered. */
  drop(key: string): Promise<Reply<void>>
}

/** A writer for one page's life; its drafts carry `session` and a number that rises with each of them. */
export function draftWriter(call: Call<UiToBackground>, session: string): DraftWriter {
  let n = 0
  const pending = new Map<string, Promise<unknown>>()
  const settled = async (key: string) => {
    const sent = pending.get(key)
    await sent
    if (pending.get(key) === sent) pending.delete(key)
  }
  return {
    put(key, fields) {
      n += 1
      const sent = call('draft:put', { key, session, n, fields })
      pending.set(key, Promise.all([pending.get(key), sent]))
      return sent
    },
    async commit(key) {
      await settled(key)
      return call('draft:commit', { key })
    },
    async drop(key) {
      await settled(key)
      return call('draft:drop', { key })
    },
  }
}
