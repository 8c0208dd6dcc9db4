import type { Decision, LibraryRecord } from '../../src/item/record.ts'
import type { Settings } from '../settings.ts'
import { DecisionButton } from './DecisionButton.tsx'
import { ReasonField } from './ReasonField.tsx'
import { ReviewKeys } from './ReviewKeys.tsx'
import { keyFor } from './review-keys.ts'
import type { Reasons } from './use-reasons.ts'

const decisions = ['include', 'maybe', 'exclude'] as const satisfies readonly Decision[]

/** What stays in sight below a paper: the reason, the decisions and their keys. */
export function ReviewFoot(props: {
  /** The paper that is on, if there is one. */
  record: LibraryRecord | undefined
  reasons: Reasons
  settings: Settings
  canUndo: boolean
  onDecide(decision: Decision): void
  onUndo(): void
}) {
  const { record, reasons, settings } = props
  return (
    <div class="review-foot">
      {record && (
        <ReasonField
          text={reasons.textOf(record)}
          known={settings.reasons}
          onInput={(text) => reasons.put(record.id, text)}
        />
      )}
      <div class="decisions">
        {decisions.map((decision) => (
          <DecisionButton
            key={decision}
            decision={decision}
            hint={keyFor(decision, settings)?.toUpperCase()}
            disabled={!record}
            onClick={() => props.onDecide(decision)}
          />
        ))}
      </div>
      <ReviewKeys settings={settings} canUndo={props.canUndo} onUndo={props.onUndo} />
    </div>
  )
}
