import type { LibraryRecord } from '../../src/item/record.ts'
import type { Draft } from '../messages.ts'
import { allDrafts, draftOf, dropSpare, keepSpare } from '../spare-drafts.ts'
import { editOfDraft } from '../ui/draft-fields.ts'
import { refusedFields } from '../ui/typed-text.ts'
import { library } from './library.ts'

/** After so long without typing a saved record's draft becomes an edit, in ms. */
const pause = 2000

const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** Keeps a draft, and makes it an edit of its record when the typing pauses. */
export async function putDraft(draft: Omit<Draft, 'at'>): Promise<void> {
  const now = { ...draft, at: new Date().toISOString() }
  const kept = await library.drafts.put(now).catch(async (error: unknown) => {
    await keepSpare(now)
    throw error
  })
  if (!kept || staysDraft(draft.key)) return
  clearTimeout(timers.get(draft.key))
  // Should the worker die first, the draft is still there and comes back at the next opening.
  timers.set(
    draft.key,
    setTimeout(() => void commitDraft(draft.key).catch(console.error), pause),
  )
}

/**
 * Makes a record's draft one edit of it; undefined where there is no draft or no record. A tag that is half typed
 * becomes a tag when the popup has closed, and stays a draft before; what cannot be kept, as a DOI that is none, stays one.
 */
export async function commitDraft(key: string, closed = false): Promise<LibraryRecord | undefined> {
  clearTimeout(timers.get(key))
  timers.delete(key)
  if (staysDraft(key)) return undefined
  if (isHighlight(key)) return commitRemark(key)
  const [draft, record] = await Promise.all([draftOf(library, key), library.get(key)])
  if (!draft || !record) return undefined
  const edited = await library.edit(key, editOfDraft(draft.fields, record, { closed }), {
    settles: draft,
  })
  await dropSpare(key)
  const stays = refusedFields(draft.fields, record.item).map(
    (field) => [field, draft.fields[field] ?? ''] as const,
  )
  const { tag } = draft.fields
  const fields = { ...Object.fromEntries(stays), ...(tag && !closed && { tag }) }
  // Later than the draft that is settled, and earlier than anything that the popup still sends.
  if (Object.keys(fields).length > 0)
    await library.drafts.put({ ...draft, n: draft.n + 0.5, fields })
  return edited
}

/** A remark is typed on a highlight, which is no field of the record. */
async function commitRemark(key: string): Promise<undefined> {
  const draft = await draftOf(library, key)
  if (draft?.fields.remark === undefined) return
  await library.highlights.remark(key, draft.fields.remark, { settles: draft })
  await dropSpare(key)
}

/** What was typed on a paper before it was saved stays with it when it is saved in another way: by a key, or in another tab. */
export async function carryDraft(page: string, record: string): Promise<void> {
  const [typed, there] = await Promise.all([draftOf(library, page), draftOf(library, record)])
  if (!typed || there || Object.keys(typed.fields).length === 0) return
  await library.drafts.put({ ...typed, key: record })
  await dropDraft(page)
}

/** Gives a draft up. */
export async function dropDraft(key: string): Promise<void> {
  await Promise.all([library.drafts.drop(key), dropSpare(key)])
}

/** Makes every draft of a popup that has closed an edit of its record. */
export async function commitSession(session: string): Promise<void> {
  for (const draft of await allDrafts(library)) {
    if (draft.session === session && !staysDraft(draft.key)) await commitDraft(draft.key, true)
  }
}

/**
 * True where a draft waits for something else that the person does: before saving its key is the page's address, and a reason's has
 * `reason:` before the record's id. A record's id and a highlight's are keys of what becomes an edit by itself.
 */
function staysDraft(key: string): boolean {
  return !/^[rua]:/.test(key)
}

function isHighlight(key: string): boolean {
  return key.startsWith('a:')
}
