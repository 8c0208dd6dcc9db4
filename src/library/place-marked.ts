import type { Change } from './change.ts'
import type { StampedDocument } from './versions.ts'

/** After one of its highlights came or went: a record whose save was undone is in the trash as long as it has any. */
export async function placeMarked(change: Change, highlight: StampedDocument): Promise<void> {
  const marked = typeof highlight.ref === 'string' ? await change.get(highlight.ref) : undefined
  if (marked?.undone === true) await change.put(marked)
}
