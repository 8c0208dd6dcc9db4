import { t } from '../i18n.ts'
import type { Settings } from '../settings.ts'
import { keyFor, type ReviewAct } from './review-keys.ts'

/** The keys of review that have no button, and the button that takes a decision back. */
export function ReviewKeys(props: { settings: Settings; canUndo: boolean; onUndo(): void }) {
  const { settings } = props
  return (
    <div class="review-keys">
      <span aria-hidden="true">
        {hints.map(([act, text]) => {
          const key = keyFor(act, settings)?.toUpperCase()
          return key === undefined ? null : (
            <span key={act}>
              <span class="key">{key}</span> {t(text)}{' '}
            </span>
          )
        })}
      </span>
      <button
        type="button"
        class="quiet"
        aria-disabled={!props.canUndo}
        aria-keyshortcuts={keyFor('undo', settings)?.toUpperCase()}
        onClick={() => props.canUndo && props.onUndo()}
      >
        {t('undo')}
      </button>
    </div>
  )
}

const hints = [
  ['next', 'keyNext'],
  ['previous', 'keyPrevious'],
  ['tags', 'keyTag'],
  ['note', 'keyNote'],
  ['undo', 'keyUndo'],
] as const satisfies readonly (readonly [ReviewAct, string])[]
