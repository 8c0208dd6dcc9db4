import { t } from '../i18n.ts'

/** Says that something typed earlier was brought back, with a button that gives it up, and one that saves it where the paper is saved already. */
export function RestoredLine({ onKeep, onDrop }: { onKeep?: () => void; onDrop(): void }) {
  return (
    <p class="restored">
      {t('draftRestored')}{' '}
      {onKeep && (
        <>
          <button type="button" class="quiet" onClick={onKeep}>
            {t('draftKeep')}
          </button>{' '}
        </>
      )}
      <button type="button" class="quiet" onClick={onDrop}>
        {t('draftDrop')}
      </button>
    </p>
  )
}
