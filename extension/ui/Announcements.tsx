import { useEffect } from 'preact/hooks'
import { t } from '../i18n.ts'
import type { Announced } from './use-announcer.ts'

/** The page's live region, its alert, and the bar that offers to take the newest action back. */
export function Announcements({
  said,
  error,
  undoable,
  onDismiss,
}: Announced & { onDismiss(): void }) {
  useEffect(() => {
    const at = document.activeElement
    // The bar takes its place from what is above it: nobody is to lose sight of where they type.
    if (at && at !== document.body) at.scrollIntoView?.({ block: 'nearest' })
  }, [undoable, error])
  return (
    <div class="announcements">
      <p role="status" class="unseen">
        {said}
      </p>
      {error !== undefined && (
        <div role="alert" class="bar bar-error">
          <p>{error}</p>
          <button type="button" class="quiet" onClick={onDismiss}>
            {t('dismiss')}
          </button>
        </div>
      )}
      {error === undefined && undoable && (
        <div class="bar">
          <p>{undoable.text}</p>
          <button
            type="button"
            class="quiet"
            aria-label={t('undoOf', undoable.text)}
            onClick={undoable.undo}
          >
            {t('undo')}
          </button>
          <button
            type="button"
            class="quiet bar-close"
            aria-label={t('dismiss')}
            onClick={onDismiss}
          >
            ×
          </button>
        </div>
      )}
    </div>
  )
}
