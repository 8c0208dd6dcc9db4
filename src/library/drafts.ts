import type { Connection, Transaction } from './open.ts'
import type { StoredDraft } from './schema.ts'

/** What was typed and is not yet in a record, as a caller gives and gets it. */
export type LibraryDraft = Omit<StoredDraft, 'settled'>

/** The draft, or a part of its life, that is done with: all that was typed up to `n` in this session. */
export type Settled = Pick<StoredDraft, 'key' | 'session' | 'n'>

/** A settled draft is remembered so long, in ms: far longer than a message is under way. */
const remembered = 60 * 60 * 1000

/** The drafts' store. Drafts are written relaxed: one that a power cut takes is a few letters. */
export interface Drafts {
  /**
   * Keeps a draft; false where it came too late: within a session a lower `n` never overwrites a higher one,
   * nor one that was settled, and between sessions an earlier time never a later one.
   */
  put(draft: LibraryDraft): Promise<boolean>
  /** The draft under a key, or undefined. */
  get(key: string): Promise<LibraryDraft | undefined>
  /** Every draft there is: what a kill of the browser left over. */
  all(): Promise<LibraryDraft[]>
  /** Gives a draft up. */
  drop(key: string): Promise<void>
}

/** The drafts behind a connection. */
export function draftsOn(connection: Connection): Drafts {
  return {
    put: (draft) =>
      connection.write(async (database) => {
        const transaction = database.transaction('drafts', 'readwrite', { durability: 'relaxed' })
        const isNewer = isLater(draft, await transaction.store.get(draft.key))
        if (isNewer) await transaction.store.put(plain(draft))
        await transaction.done
        return isNewer
      }),
    get: (key) =>
      connection.use(async (database) => {
        const draft = await database.get('drafts', key)
        return draft && !draft.settled ? plain(draft) : undefined
      }),
    all: () =>
      connection.use(async (database) => {
        const drafts = await database.getAll('drafts')
        return drafts.filter((draft) => !draft.settled).map(plain)
      }),
    drop: (key) =>
      connection.write(async (database) => {
        const transaction = database.transaction('drafts', 'readwrite', { durability: 'relaxed' })
        const draft = await transaction.store.get(key)
        if (draft) await transaction.store.put({ ...draft, fields: {}, settled: true })
        await transaction.done
      }),
  }
}

/**
 * Settles a draft in the transaction that writes what it held, so that it is in the record or still a draft
 * whenever the browser is killed. What was typed since, or in another session, stays a draft.
 */
export async function settleDraft(
  transaction: Transaction<'readwrite'>,
  settled: Settled,
): Promise<void> {
  const store = transaction.objectStore('drafts')
  const draft = await store.get(settled.key)
  if (!draft || draft.session !== settled.session || draft.n > settled.n) return
  await store.put({ ...draft, n: settled.n, fields: {}, settled: true })
  const forgotten = Date.parse(draft.at) - remembered
  for (const old of await store.getAll()) {
    if (old.settled && Date.parse(old.at) < forgotten) await store.delete(old.key)
  }
}

function isLater(draft: LibraryDraft, known: StoredDraft | undefined): boolean {
  if (!known) return true
  if (known.session === draft.session) return draft.n > known.n
  return known.settled === true || draft.at >= known.at
}

/** The agreed fields alone, whatever a message brought along. */
function plain({ key, session, n, fields, at }: LibraryDraft): LibraryDraft {
  return { key, session, n, fields, at }
}
