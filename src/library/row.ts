import { yearOf } from '../item/date.ts'
import { holdsTyped } from '../item/field-source.ts'
import type { Item } from '../item/item.ts'
import { familyOf, namesInBrief } from '../item/name.ts'
import { type LibraryRecord, type RecordRow, untitled } from '../item/record.ts'
import { comparable } from '../text/comparable.ts'
import type { StoredRow } from './schema.ts'
import type { StampedDocument } from './versions.ts'

/** Where a document is shown: in the library, in the trash, or nowhere (merged; saved and at once undone). */
export type Place = 'library' | 'trash' | 'nowhere'

/** The place of a document; `highlighted` where a reader marked something in it. */
export function placeOf(
  document: StampedDocument,
  record: LibraryRecord,
  highlighted: boolean,
): Place {
  if (record.mergedInto !== undefined) return 'nowhere'
  if (!record.deleted) return 'library'
  const gained =
    highlighted ||
    record.tags.length > 0 ||
    record.note !== undefined ||
    record.decision !== undefined ||
    holdsTyped(record.source)
  return document.undone === true && !gained ? 'nowhere' : 'trash'
}

/** The row that lists show for a document, but for its number; undefined where no list shows it. */
export function rowFor(
  document: StampedDocument,
  record: LibraryRecord,
  highlighted: boolean,
): Omit<StoredRow, 'n'> | undefined {
  const place = placeOf(document, record, highlighted)
  if (place === 'nowhere') return undefined
  const row: Omit<StoredRow, 'n'> = { ...rowOf(record) }
  if (place === 'trash') {
    const deletedAt = new Date(document.m.t.del?.[1] ?? 0).toISOString()
    return { ...row, trash: `${deletedAt} ${record.id}` }
  }
  row.order = `${record.savedAt} ${record.id}`
  const alike = alikeOf(record.item)
  if (alike !== undefined) row.alike = alike
  return row
}

/** What a list shows of a record. */
export function rowOf(record: LibraryRecord): RecordRow {
  const row: RecordRow = {
    id: record.id,
    title: record.item.title ?? untitled,
    names: namesInBrief(record.item.author ?? record.item.editor),
    tags: record.tags,
    savedAt: record.savedAt,
  }
  const year = yearOf(record.item)
  if (year !== undefined) row.year = year
  const journal = record.item['container-title']
  if (journal !== undefined) row.journal = journal
  if (record.decision !== undefined) row.decision = record.decision
  return row
}

/** Title, year and first author as "probably the same" compares them; undefined where one is missing. */
export function alikeOf(item: Item): string | undefined {
  const title = comparable(item.title ?? '')
  const first = item.author?.[0]
  const name = comparable(first === undefined ? '' : familyOf(first))
  const year = yearOf(item)
  return title === '' || name === '' || year === undefined ? undefined : `${title} ${year} ${name}`
}
