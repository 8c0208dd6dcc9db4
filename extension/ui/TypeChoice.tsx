import { useId } from 'preact/hooks'
import { itemTypes } from '../../src/item/item.ts'
import { language } from '../i18n.ts'
import { fieldName } from './field-names.ts'
import { itemTypeName } from './item-type-name.ts'

/** The choice of what kind of thing a paper is, in plain names, in the language's order. */
export function TypeChoice(props: {
  /** A CSL type. */
  type: string
  onChoose(type: string): void
  onLeave(): void
}) {
  const id = useId()
  const choices = itemTypes
    .map((type) => ({ type, name: itemTypeName(type) }))
    .sort((one, other) => one.name.localeCompare(other.name, language()))
  return (
    <div class="labelled">
      <label for={id}>{fieldName('type')}</label>
      <select
        id={id}
        class="field"
        value={props.type}
        onChange={({ currentTarget }) => props.onChoose(currentTarget.value)}
        onBlur={props.onLeave}
      >
        {choices.map(({ type, name }) => (
          <option key={type} value={type}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
