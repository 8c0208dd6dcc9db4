import type { Decision } from '../../src/item/record.ts'
import { t } from '../i18n.ts'

/** One of the three decisions, with its key where it has one. */
export function DecisionButton(props: {
  decision: Decision
  hint: string | undefined
  disabled: boolean
  onClick(): void
}) {
  const { decision, hint } = props
  return (
    <button
      type="button"
      class={`decision ${decision}`}
      disabled={props.disabled}
      aria-keyshortcuts={hint}
      onClick={props.onClick}
    >
      {t(decision)}
      {hint !== undefined && (
        <span class="key" aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  )
}
