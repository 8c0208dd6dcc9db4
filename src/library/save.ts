import type { LibraryRecord, NewRecord } from '../item/record.ts'
import type { Change } from './change.ts'
import { identifiersOfNew, isReaders, missingFields, validFields } from './complete.ts'
import { fieldsOf, toRecord } from './document.ts'
import { findDocument } from './find.ts'
import { mergeTwins } from './merge.ts'

/** A saved paper, and whether it was new (`now`), came back from the trash (`again`) or was there (`before`). */
export interface Saved {
  record: LibraryRecord
  when: 'now' | 'again' | 'before'
}

/**
 * Saves a paper: looks whether it is there and writes it, in one transaction, so that two pages that save one
 * paper at once make one record. `id` is the one it gets if it is new, or `spare` where that is another paper's by now, whose
 * identifiers a reader has corrected. A paper that is there gains the
 * identifiers and fields that it never had; nothing that a reader wrote or cleared is touched, but by what the
 * reader has written or selected since.
 */
export async function savePaper(
  change: Change,
  paper: NewRecord,
  { id, spare }: { id: string; spare: string },
  savedAt: string,
): Promise<Saved> {
  const identifiers = identifiersOfNew(paper)
  const [known] = await Promise.all([
    findDocument(change.transaction, identifiers, id),
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
    const merged = await mergeTwins(change, completed)
    if (merged !== completed) change.action = 'merge'
    return { record: toRecord(merged), when: 'before' }
  }
  // What was undone at once and bears nothing of the reader's is in no trash that it could come back from.
  const isUnseen = known.row === undefined
  const fields = isUnseen ? validFields(fieldsOf(paper)) : missing
  const back = await change.patch(known, { ...fields, del: false, undone: null, savedAt })
  return { record: toRecord(back), when: isUnseen ? 'now' : 'again' }
}
