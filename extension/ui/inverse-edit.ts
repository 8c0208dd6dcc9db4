import type { Item } from '../../src/item/item.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import type { RecordEdit } from '../messages.ts'
import { sameTag } from './tag-completion.ts'

type EditedItem = NonNullable<RecordEdit['item']>

/**
 * The edit that takes back the fields, sections and removed tags of another, which made `after` of `before`; what is not
 * in `now` as the edit left it stays, and is counted in `kept`.
 */
export function inverseEdit(
  made: RecordEdit,
  before: LibraryRecord,
  after: LibraryRecord,
  now: LibraryRecord,
): { edit: RecordEdit; kept: number } {
  const edit: RecordEdit = {}
  let kept = 0
  const item: EditedItem = {}
  for (const variable of Object.keys(made.item ?? {}).filter(isVariableOf(before, after))) {
    if (isSame(now.item[variable], after.item[variable]))
      Object.assign(item, { [variable]: before.item[variable] ?? null })
    else kept += 1
  }
  if (Object.keys(item).length > 0) edit.item = item
  if (made.sections) {
    if (isSame(now.sections, after.sections)) edit.sections = before.sections
    else kept += 1
  }
  const removed = before.tags.filter((tag) => made.removeTags?.some((each) => sameTag(each, tag)))
  if (removed.length > 0) edit.addTags = removed
  return { edit, kept }
}

function isVariableOf(...records: LibraryRecord[]): (name: string) => name is keyof Item {
  return (name): name is keyof Item => records.some(({ item }) => Object.hasOwn(item, name))
}

/** Values of a record are JSON, their keys in the order in which the record is always read. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
