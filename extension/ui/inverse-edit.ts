import type { Item } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import type { RecordEdit } from '../messages.ts'
import { sameTag } from './tag-completion.ts'

type EditedItem = NonNullable<RecordEdit['item']>

/**
 * The edit that takes back what made `after` of `before`; what is not in `now` as it was left stays, and is counted in `kept`.
 * The citation key is for good.
 */
export function inverseEdit(
  before: LibraryRecord,
  after: LibraryRecord,
  now: LibraryRecord,
): { edit: RecordEdit; kept: number } {
  const edit: RecordEdit = {}
  let kept = 0
  /** True for what was changed and can be taken back; what cannot is counted. */
  const isToBeUndone = (of: (record: LibraryRecord) => unknown): boolean => {
    if (isSame(of(before), of(after))) return false
    if (isSame(of(now), of(after))) return true
    kept += 1
    return false
  }
  const item: EditedItem = {}
  for (const variable of variablesOf(before, after)) {
    if (isToBeUndone((record) => record.item[variable]))
      Object.assign(item, { [variable]: before.item[variable] ?? null })
  }
  if (Object.keys(item).length > 0) edit.item = item
  if (isToBeUndone(({ sections }) => sections)) edit.sections = before.sections
  if (isToBeUndone(({ note }) => note)) edit.note = before.note ?? null
  // A reason is nothing without its decision.
  if (isToBeUndone(({ decision, reason, assessed }) => [decision, reason, assessed])) {
    edit.decision = before.decision ?? null
    edit.reason = before.reason ?? null
    edit.assessed = before.assessed ?? null
  }
  const removed = tagsOnlyIn(before, after)
  if (removed.length > 0) edit.addTags = removed
  const added = tagsOnlyIn(after, before)
  if (added.length > 0) edit.removeTags = added
  return { edit, kept }
}

/** The abstract is what its sections say. */
function variablesOf(...records: LibraryRecord[]): Set<keyof Item> {
  const names = records.flatMap(({ item }) => Object.keys(item) as (keyof Item)[])
  return new Set(names.filter((name) => name !== 'abstract'))
}

function tagsOnlyIn(one: LibraryRecord, other: LibraryRecord): string[] {
  return one.tags.filter((tag) => !other.tags.some((each) => sameTag(each, tag)))
}

/** Values of a record are JSON, their keys in the order in which the record is always read. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
