import type { LibraryRecord } from '../../src/item/record.ts'
import { editedFields, textOfField } from '../ui/draft-fields.ts'
import { fieldName } from '../ui/field-names.ts'

/** A field in which two records differ, and what either says. */
export interface DifferingField {
  field: string
  name: string
  /** As a person reads it; empty where there is nothing. */
  values: [string, string]
  /** As the store takes it. */
  stored: [unknown, unknown]
}

/** The fields in which two records that may be one paper differ. What only one has is no difference: a merge takes it. */
export function differingFields([a, b]: readonly [LibraryRecord, LibraryRecord]): DifferingField[] {
  const fields: DifferingField[] = editedFields.map((field) => ({
    field,
    name: fieldName(field),
    values: [textOfField(a.item, field), textOfField(b.item, field)],
    stored: [a.item[field], b.item[field]],
  }))
  fields.push({
    field: 'sections',
    name: fieldName('abstract'),
    values: [a.item.abstract ?? '', b.item.abstract ?? ''],
    stored: [a.sections, b.sections],
  })
  return fields.filter(({ values: [x, y] }) => x !== y && x !== '' && y !== '')
}
