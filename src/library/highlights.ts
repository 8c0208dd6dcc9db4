import { ulid } from 'ulid'
import { fieldOf } from '../item/parse-value.ts'
import { longestPassage, type Selector } from './anchor.ts'
import type { Change } from './change.ts'
import { type Settled, settleDraft } from './drafts.ts'
import { getDocument } from './find.ts'
import { LibraryError } from './library-error.ts'
import { mergedIds } from './merge.ts'
import { placeMarked } from './place-marked.ts'
import { documentSchema, type StoredHighlight } from './schema.ts'
import type { Store } from './store.ts'
import { emptyDocument } from './versions.ts'

/** A passage of an abstract that a reader marked, and what they remarked on it. */
export interface Highlight extends Selector {
  id: string
  remark?: string
}

/** A remark that is longer is a note of its own. */
const longestRemark = 20_000

/** What may be done with highlights. */
export interface Highlights {
  /** Those of a record and of the records that have become part of it, in the order in which they stand in its abstract. */
  of(recordId: string): Promise<Highlight[]>
  /** Marks a passage of a record's abstract. */
  add(recordId: string, selector: Selector): Promise<Highlight>
  /** Gives a highlight a remark, or none where it is blank; with `settles` the draft that held it is done with. */
  remark(id: string, remark: string, how?: { settles?: Settled }): Promise<void>
  /** Takes a highlight off, or brings it back. */
  setRemoved(id: string, removed: boolean): Promise<void>
}

/** The highlights in a store. */
export function highlightsOn(store: Store, now: () => number): Highlights {
  return {
    of: (recordId) => highlightsOf(store, recordId),
    add: (recordId, selector) =>
      store.write('strict', (change) => addHighlight(change, recordId, selector, now())),
    remark: (id, remark, { settles } = {}) =>
      store.write('strict', async (change) => {
        await remarkOn(change, id, remark)
        if (settles) await settleDraft(change.transaction, settles)
      }),
    setRemoved: (id, removed) => store.write('strict', (change) => setRemoved(change, id, removed)),
  }
}

async function highlightsOf(store: Store, recordId: string): Promise<Highlight[]> {
  return store.read(
    async (transaction) => {
      const record = await getDocument(transaction, recordId)
      if (!record) return []
      const index = transaction.objectStore('highlights').index('ref')
      const found = await Promise.all(
        [record.id, ...mergedIds(record)].map((id) => index.getAll(id)),
      )
      return found
        .flat()
        .flatMap((document) => asHighlight(document) ?? [])
        .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
    },
    ['records', 'highlights'],
  )
}

async function addHighlight(
  change: Change,
  recordId: string,
  { exact, prefix, suffix, start }: Selector,
  now: number,
): Promise<Highlight> {
  const record = await getDocument(change.transaction, recordId)
  if (!record || record.del === true)
    throw new LibraryError(
      'no-record',
      'This paper is no longer in the library. Nothing was marked.',
    )
  if (exact === '' || exact.length > longestPassage)
    throw new LibraryError('long-passage', 'This is too long to be marked. Nothing was changed.')
  const empty = emptyDocument(`a:${ulid(now)}`, documentSchema)
  const made = await change.patchHighlight(empty, { ref: record.id, exact, prefix, suffix, start })
  await placeMarked(change, made)
  return { id: made.id, exact, prefix, suffix, start }
}

async function remarkOn(change: Change, id: string, remark: string): Promise<void> {
  if (remark.length > longestRemark)
    throw new LibraryError('too-long', 'This remark is too long. What was there before is kept.', {
      fill: [longestRemark],
    })
  const text = remark.trim() === '' ? null : remark
  await change.patchHighlight(await highlight(change, id), { remark: text })
}

async function setRemoved(change: Change, id: string, removed: boolean): Promise<void> {
  const found = await change.patchHighlight(await highlight(change, id), {
    del: removed ? true : null,
  })
  await placeMarked(change, found)
}

async function highlight({ transaction }: Change, id: string): Promise<StoredHighlight> {
  const found = await transaction.objectStore('highlights').get(id)
  if (!found)
    throw new LibraryError(
      'no-highlight',
      'This highlight is no longer there. Nothing was changed.',
    )
  return found
}

/** A highlight as a page shows it; undefined where it was removed, or is none that could be shown. */
function asHighlight(document: StoredHighlight): Highlight | undefined {
  if (document.del === true) return undefined
  const [exact, prefix, suffix] = ['exact', 'prefix', 'suffix'].map((key) => {
    const value = fieldOf(document, key)
    return typeof value === 'string' ? value : ''
  }) as [string, string, string]
  const { start, remark } = document
  if (exact === '') return undefined
  return {
    id: document.id,
    exact,
    prefix,
    suffix,
    start: typeof start === 'number' ? start : 0,
    ...(typeof remark === 'string' ? { remark } : {}),
  }
}
