import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { fieldName } from '../ui/field-names.ts'
import { editedFields, textOfField } from '../ui/form-fields.ts'
import { standingText } from '../ui/standing-text.ts'

/** A field in which two records differ, and what either says. */
export interface DifferingField {
  field: string
  name: string
  /** As a person reads it; empty where there is nothing. */
  values: [string, string]
  /** As the store takes it: the field, and those that go with it. */
  stored: [Stored, Stored]
}

interface Stored {
  [field: string]: unknown
}

/** The fields in which two records that may be one paper differ. What only one has is no difference: a merge takes it. */
export function differingFields([a, b]: readonly [LibraryRecord, LibraryRecord]): DifferingField[] {
  const fields: DifferingField[] = editedFields.map((field) => ({
    field,
    name: fieldName(field),
    values: [textOfField(a.item, field), textOfField(b.item, field)],
    stored: [{ [field]: a.item[field] }, { [field]: b.item[field] }],
  }))
  fields.push({
    field: 'sections',
    name: fieldName('abstract'),
    values: [a.item.abstract ?? '', b.item.abstract ?? ''],
    stored: [{ sections: a.sections }, { sections: b.sections }],
  })
  fields.push({
    field: 'decision',
    name: t('decision'),
    values: [standingText(a), standingText(b)],
    stored: [decisionOf(a), decisionOf(b)],
  })
  return fields.filter(({ values: [x, y] }) => x !== y && x !== '' && y !== '')
}

function decisionOf({ decision, reason, assessed }: LibraryRecord): Stored {
  const why = decision === 'exclude' ? reason : undefined
  return { decision: decision ?? null, reason: why ?? null, assessed: assessed ?? null }
}
