import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { NewRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { type DraftFields, editedFields, textOfField } from './draft-fields.ts'
import { FieldInput } from './FieldInput.tsx'
import { FieldNote, hasNotes } from './FieldNote.tsx'
import { fieldName } from './field-names.ts'
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
  const input = (
    label: string,
    text: string,
    put: (typed: string) => void,
    more: { lines?: 'lines' | 'text' | undefined; note?: ComponentChildren } = {},
  ) => <FieldInput label={label} text={text} {...more} onInput={put} onLeave={onLeave} />
  return (
    <fieldset ref={form} class="editor">
      <legend class="unseen">{t('editFields')}</legend>
      {editedFields.map((field) => {
        const text = fields[field] ?? textOfField(paper.item, field)
        return (
          <Fragment key={field}>
            {input(
              field === 'author' ? t('fieldAuthorLines') : fieldName(field),
              text,
              (typed) => onInput({ [field]: typed }),
              {
                lines: field === 'author' ? 'lines' : field === 'title' ? 'text' : undefined,
                ...(hasNotes(field) && {
                  note: (
                    <FieldNote
                      field={field}
                      typed={fields[field]}
                      item={paper.item}
                      recordId={props.recordId}
                      onInput={(typed) => onInput({ [field]: typed })}
                    />
                  ),
                }),
              },
            )}
          </Fragment>
        )
      })}
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
              { lines: 'text' },
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
    </fieldset>
  )
}
