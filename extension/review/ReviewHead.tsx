import { number, t } from '../i18n.ts'
import type { Settings } from '../settings.ts'

/** How far a review has come, and the words that it marks. */
export function ReviewHead(props: { reviewed: number; of: number; settings: Settings }) {
  const { reviewed, of } = props
  const { wanted, unwanted } = props.settings
  const text = t('reviewedOf', number(reviewed), number(of))
  return (
    <header class="review-head">
      <div class="review-line">
        <span>{text}</span>
        {wanted.length + unwanted.length > 0 && (
          <span>
            {t('terms')}{' '}
            {wanted.map((word) => (
              <mark key={word} class="for">
                {word}
              </mark>
            ))}{' '}
            {unwanted.map((word) => (
              <mark key={word} class="against">
                {word}
              </mark>
            ))}
          </span>
        )}
      </div>
      <progress aria-label={t('reviewProgress')} value={reviewed} max={Math.max(1, of)}>
        {text}
      </progress>
    </header>
  )
}
