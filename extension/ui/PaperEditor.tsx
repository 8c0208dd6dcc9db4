import { useEffect, useRef } from 'preact/hooks'
import type { NewRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { Disclosure } from './Disclosure.tsx'
import type { DraftFields } from './draft-fields.ts'
import { EditorField } from './EditorField.tsx'
import { FieldInput } from './FieldInput.tsx'
import { editedFields, type FormField, moreFields } from './form-fields.ts'
import { fieldsOfRows, formRows, type SectionRow } from './section-rows.ts'

/** A paper's fields as boxes to type in; each input is reported at once (of a section all sections), leaving a box as well. */
export function PaperEditor(props: {
  paper: NewRecord
  /** The paper's record, where it is saved. */
  recordId?: string
  fields: DraftFields
  onInput(typed: DraftFields): void
  onLeave?(): void
}) {
  const { paper, fields, onInput, onLeave = () => {} } = props
  const form = useRef<HTMLFieldSetElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  const shown = useRef<SectionRow[]>([])
  const rows = formRows(fields, paper.sections, shown.current)
  shown.current = rows
  const putRow = (at: number, row: SectionRow) => onInput(fieldsOfRows(rows.with(at, row)))
  const input = (label: string, text: string, put: (typed: string) => void, lines?: 'text') => (
    <FieldInput label={label} text={text} lines={lines} onInput={put} onLeave={onLeave} />
  )
  const own = (field: FormField) => (
    <EditorField
      key={field}
      field={field}
      item={paper.item}
      recordId={props.recordId}
      typed={fields[field]}
      onInput={(typed) => onInput({ [field]: typed })}
      onLeave={onLeave}
    />
  )
  return (
    <fieldset ref={form} class="editor">
      <legend class="unseen">{t('editFields')}</legend>
      {editedFields.map(own)}
      {rows.map((row, at) => {
        const labelled = rows.length > 1 || row.label !== ''
        return (
          <div key={at} class="editor-section">
            {labelled &&
              input(t('fieldSectionLabel', at + 1), row.label, (label) =>
                putRow(at, { ...row, label }),
              )}
            {input(
              labelled ? t('fieldSectionText', at + 1) : t('fieldAbstract'),
              row.text,
              (text) => putRow(at, { ...row, text }),
              'text',
            )}
          </div>
        )
      })}
      <button
        type="button"
        class="quiet"
        onClick={() => onInput(fieldsOfRows([...rows, { label: t('newSectionLabel'), text: '' }]))}
      >
        {t('addSection')}
      </button>
      <Disclosure
        name={t('moreFields')}
        // What is typed there and not yet kept is never out of sight.
        opens={moreFields.some((field) => fields[field] !== undefined)}
      >
        {moreFields.map(own)}
      </Disclosure>
    </fieldset>
  )
}
