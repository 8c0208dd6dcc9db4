import type { Item } from '../../src/item/item.ts'
import { t } from '../i18n.ts'
import { type FormField, isDateField, textOfField } from './form-fields.ts'
import { HeldByAnother, isIdentifying } from './HeldByAnother.tsx'
import { isPicky, isWordsForDate, refusals, refusedFields } from './typed-text.ts'

/** True for a box of which there may be something to say. */
export function hasNotes(field: FormField): boolean {
  return isDateField(field) || isPicky(field)
}

/** What is to be said of a box's text: that it cannot be kept, that it is kept as mere words, or that another paper has it. */
export function FieldNote(props: {
  field: FormField
  /** What was typed, if anything was. */
  typed: string | undefined
  item: Item
  recordId: string | undefined
  onInput(text: string): void
}) {
  const { field, typed, item } = props
  const before = textOfField(item, field)
  if (isDateField(field))
    return typed !== undefined && isWordsForDate(typed) ? <p>{t('notDate')}</p> : null
  if (!isPicky(field)) return null
  if (typed !== undefined && refusedFields({ [field]: typed }, item).length > 0)
    return (
      <p>
        {t(refusals[field])}{' '}
        <button
          type="button"
          class="quiet"
          onClick={({ currentTarget }) => {
            // The button goes with what it is about.
            currentTarget.closest('.labelled')?.querySelector('input')?.focus()
            props.onInput(before)
          }}
        >
          {t('leaveAsItWas')}
        </button>
      </p>
    )
  return isIdentifying(field) ? (
    <HeldByAnother field={field} text={typed ?? before} recordId={props.recordId} />
  ) : null
}
