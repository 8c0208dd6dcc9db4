import type { Item } from '../../src/item/item.ts'
import { t } from '../i18n.ts'
import { FieldInput } from './FieldInput.tsx'
import { FieldNote, hasNotes } from './FieldNote.tsx'
import { fieldName } from './field-names.ts'
import { type FormField, isNameField, textOfField } from './form-fields.ts'
import { TypeChoice } from './TypeChoice.tsx'

/** One field of the form: its box or choice, and what is to be said of what stands in it. */
export function EditorField(props: {
  field: FormField
  item: Item
  recordId: string | undefined
  /** What was typed, if anything was. */
  typed: string | undefined
  onInput(text: string): void
  onLeave(): void
}) {
  const { field, item, typed, onInput, onLeave } = props
  const text = typed ?? textOfField(item, field)
  if (field === 'type') return <TypeChoice type={text} onChoose={onInput} onLeave={onLeave} />
  return (
    <FieldInput
      label={isNameField(field) ? t(lineLabels[field]) : fieldName(field)}
      text={text}
      lines={isNameField(field) ? 'lines' : field === 'title' ? 'text' : undefined}
      {...(hasNotes(field) && {
        note: (
          <FieldNote
            field={field}
            typed={typed}
            item={item}
            recordId={props.recordId}
            onInput={onInput}
          />
        ),
      })}
      onInput={onInput}
      onLeave={onLeave}
    />
  )
}

const lineLabels = { author: 'fieldAuthorLines', editor: 'fieldEditorLines' }
