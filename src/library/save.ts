import type { LibraryRecord, NewRecord } from '../item/record.ts'
import type { Change } from './change.ts'
import { identifiersOfNew, isReaders, missingFields, validFields } from './complete.ts'
import { fieldsOf, toRecord } from './document.ts'
import { findDocument } from './find.ts'
import { mergedIds, mergeTwins } from './merge.ts'

/** A saved paper, and whether it was new (`now`), came back from the trash (`again`) or was there (`before`). */
export interface Saved {
  record: LibraryRecord
  when: 'now' | 'again' | 'before'
  /** What was done to a paper that was there, where that is an action which can be taken back. */
  done?: SideEffect
}

/** The reader's own words came into a record that was there, or records became one: `parts` are the ids of those that went into it. */
export type SideEffect = { action: 'edit' } | { action: 'merge'; parts: string[] }

/** How a paper is saved. */
export interface SaveOptions {
  /** False where nobody could take it back at once: then two records that turn out to be one paper stay two. */
  merges?: boolean
}

/**
 * Saves a paper: looks whether it is there and writes it, in one transaction, so that two pages that save one
 * paper at once make one record. `id` is the one it gets if it is new, or `spare` where that is another paper's by now, whose
 * identifiers a reader has corrected, or by what a reader typed on this one. A paper that is there gains the
 * identifiers and fields that it never had; nothing that a reader wrote or cleared is touched, but by what the
 * reader has written or selected since.
 */
export async function savePaper(
  change: Change,
  paper: NewRecord,
  { id, spare }: { id: string; spare: string },
  savedAt: string,
  { merges = true }: SaveOptions = {},
): Promise<Saved> {
  const identifiers = identifiersOfNew(paper)
  const [known] = await Promise.all([
    findDocument(change.transaction, identifiers, id, paper),
    change.prefetch([id]),
  ])
  if (known?.del === true || !known) change.action = 'save'
  if (!known) {
    const fields = validFields({ ...fieldsOf(paper), savedAt })
    const free = (await change.get(id)) ? spare : id
    return { record: toRecord(await change.create(free, fields)), when: 'now' }
  }
  const missing = missingFields(known, paper)
  if (known.del !== true) {
    if (Object.keys(missing).some((field) => isReaders(paper.source, field))) change.action = 'edit'
    const completed = await change.patch(known, missing)
    // The page may say of two records that they are one paper: of one the DOI, of the other the PMID.
    const merged = merges ? await mergeTwins(change, completed) : completed
    const record = toRecord(merged)
    const saved: Saved = { record, when: 'before' }
    if (merged !== completed) {
      change.action = 'merge'
      const before = new Set([merged.id, ...mergedIds(known)])
      const parts = [known.id, ...mergedIds(merged)].filter((id) => !before.has(id))
      return { ...saved, done: { action: 'merge', parts: [...new Set(parts)] } }
    }
    const isEdit = change.action === 'edit' && change.inverses.length > 0
    return isEdit ? { ...saved, done: { action: 'edit' } } : saved
  }
  // What was undone at once and bears nothing of the reader's is in no trash that it could come back from.
  const isUnseen = known.row === undefined
  const fields = isUnseen ? validFields(fieldsOf(paper)) : missing
  const back = await change.patch(known, { ...fields, del: false, undone: null, savedAt })
  return { record: toRecord(back), when: isUnseen ? 'now' : 'again' }
}
