import { useId } from 'preact/hooks'
import { t } from '../i18n.ts'

/** Why the paper that is on is excluded, if that is to be kept; those that were given before are offered. */
export function ReasonField(props: {
  text: string
  known: readonly string[]
  onInput(text: string): void
}) {
  const id = useId()
  return (
    <div class="labelled reason">
      <label for={id}>{t('excludeReason')}</label>
      <input
        id={id}
        class="field"
        list={`${id}-known`}
        dir="auto"
        autocomplete="off"
        value={props.text}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {props.known.map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
    </div>
  )
}
