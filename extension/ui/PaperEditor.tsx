import { useEffect, useRef } from 'preact/hooks'
import type { NewRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { type DraftFields, editedFields, formSections, textOfField } from './draft-fields.ts'
import { FieldInput } from './FieldInput.tsx'
import { fieldName } from './field-names.ts'

/** A paper's fields as boxes to type in; each input is reported at once, leaving a box as well. */
export function PaperEditor(props: {
  paper: NewRecord
  fields: DraftFields
  onInput(field: string, text: string): void
  onLeave?(): void
}) {
  const { paper, fields, onInput, onLeave = () => {} } = props
  const form = useRef<HTMLFieldSetElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  const sections = formSections(fields, paper.sections)
  const input = (field: string, label: string, text: string, lines?: 'lines' | 'text') => (
    <FieldInput
      key={field}
      label={label}
      text={text}
      lines={lines}
      onInput={(typed) => onInput(field, typed)}
      onLeave={onLeave}
    />
  )
  return (
    <fieldset ref={form} class="editor">
      <legend class="unseen">{t('editFields')}</legend>
      {editedFields.map((field) =>
        input(
          field,
          field === 'author' ? t('fieldAuthorLines') : fieldName(field),
          fields[field] ?? textOfField(paper.item, field),
          field === 'author' ? 'lines' : field === 'title' ? 'text' : undefined,
        ),
      )}
      {sections.map((section, at) => {
        const labelled = sections.length > 1 || section.label !== ''
        return (
          <div key={at} class="editor-section">
            {labelled &&
              input(`section.${at}.label`, t('fieldSectionLabel', at + 1), section.label)}
            {input(
              `section.${at}.text`,
              labelled ? t('fieldSectionText', at + 1) : t('fieldAbstract'),
              section.text,
              'text',
            )}
          </div>
        )
      })}
      <button
        type="button"
        class="quiet"
        onClick={() => onInput(`section.${sections.length}.label`, t('newSectionLabel'))}
      >
        {t('addSection')}
      </button>
    </fieldset>
  )
}
