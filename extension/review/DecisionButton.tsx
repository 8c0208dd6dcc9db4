import type { Decision } from '../../src/item/record.ts'
import { t } from '../i18n.ts'

/**
 * One of the three decisions, with its key where it has one. It keeps the focus while the next paper is read, which a button that is
 * really disabled would lose.
 */
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
      aria-disabled={props.disabled}
      aria-keyshortcuts={hint}
      onClick={() => props.disabled || props.onClick()}
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
