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
  const pending = new Map<
    string,
    { fields: { [field: string]: string }; sent: Promise<Reply<void>> }
  >()

  function put(key: string, fields: { [field: string]: string }): Promise<Reply<void>> {
    n += 1
    const before = pending.get(key)?.sent
    const reply = call('draft:put', { key, session, n, fields })
    pending.set(key, { fields, sent: Promise.all([reply, before]).then(([last]) => last) })
    return reply
  }

  /** Waits for every `put`; where the last was refused it is tried once more, so that what was typed is not taken for kept. */
  async function settled(key: string): Promise<Reply<void>> {
    const last = pending.get(key)
    if (!last) return { ok: true, value: undefined }
    const reply = await last.sent
    if (pending.get(key) === last) pending.delete(key)
    return reply.ok ? reply : put(key, last.fields)
  }

  return {
    put,
    async commit(key) {
      const reply = await settled(key)
      return reply.ok ? call('draft:commit', { key }) : reply
    },
    async drop(key) {
      await pending.get(key)?.sent
      pending.delete(key)
      return call('draft:drop', { key })
    },
  }
}
