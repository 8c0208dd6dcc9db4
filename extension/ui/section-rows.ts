import type { Section } from '../../src/item/record.ts'

/** A section as the form's two boxes hold it; its text may be empty. */
export type SectionRow = Required<Section>

/** What text boxes hold, by the field's name. */
interface Texts {
  readonly [field: string]: string
}

/** True for a draft's field that is a box of the abstract's sections. */
export function isSectionField(field: string): boolean {
  return field.startsWith('section.')
}

/**
 * Every section of a form as draft fields, `section.0.label` and `section.0.text` on. A draft has all of them or
 * none: an index means a row of the form, whatever becomes of the record's sections behind it.
 */
export function fieldsOfRows(rows: readonly SectionRow[]): { [field: string]: string } {
  return Object.fromEntries(
    rows.flatMap(({ label, text }, at) => [
      [`section.${at}.label`, label],
      [`section.${at}.text`, text],
    ]),
  )
}

/** The sections that a draft holds, the empty ones too; undefined where it holds none. */
export function rowsOfFields(fields: Texts): SectionRow[] | undefined {
  const rows: SectionRow[] = []
  for (let at = 0; ; at++) {
    const label = fields[`section.${at}.label`]
    const text = fields[`section.${at}.text`]
    if (label === undefined && text === undefined) break
    rows.push({ label: label ?? '', text: text ?? '' })
  }
  return rows.length > 0 ? rows : undefined
}

/** What rows amount to in a record: trimmed, labels without their colon, those without text left out. */
export function sectionsOfRows(rows: readonly SectionRow[]): Section[] {
  return rows
    .map(({ label, text }) => ({ label: label.trim().replace(/:$/, ''), text: text.trim() }))
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => (label === '' ? { text } : { label, text }))
}

/**
 * The rows that a form shows: the draft's; else the paper's sections, in the rows that stood there `before` as
 * long as they fit, so that an emptied row stays where it is. One empty row where there is nothing.
 */
export function formRows(
  fields: Texts,
  sections: readonly Section[],
  before: readonly SectionRow[] = [],
): SectionRow[] {
  const drafted = rowsOfFields(fields)
  if (drafted) return drafted
  const own = sections.map(({ label = '', text }) => ({ label, text }))
  if (before.filter(hasText).length === own.length && before.length > 0) {
    const waiting = own.values()
    return before.map((row) => (hasText(row) ? (waiting.next().value ?? row) : row))
  }
  return own.length > 0 ? own : [{ label: '', text: '' }]
}

function hasText({ text }: SectionRow): boolean {
  return text.trim() !== ''
}
