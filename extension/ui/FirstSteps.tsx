import { t } from '../i18n.ts'

/** What to do where nothing was saved yet; `then` says what comes after saving at this place. */
export function FirstSteps(props: { then: 'firstUse' | 'firstReview' }) {
  return (
    <div class="empty">
      <p>{t('emptyLibrary')}</p>
      <ol class="first-steps">
        {(['firstOpen', 'firstClick', props.then] as const).map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </div>
  )
}
