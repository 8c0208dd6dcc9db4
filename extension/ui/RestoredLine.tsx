import { t } from '../i18n.ts'

/** Says that something typed earlier was brought back, with a button that gives it up. */
export function RestoredLine({ onDrop }: { onDrop(): void }) {
  return (
    <p class="restored">
      {t('draftRestored')}{' '}
      <button type="button" class="quiet" onClick={onDrop}>
        {t('draftDrop')}
      </button>
    </p>
  )
}
