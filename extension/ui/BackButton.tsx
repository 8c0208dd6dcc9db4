import { useEffect, useRef } from 'preact/hooks'
import { t } from '../i18n.ts'

/** What leads back from a paper that stands in place of the list; it takes the focus as it appears, if it can be seen. */
export function BackButton({ onBack }: { onBack(): void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <button ref={button} type="button" class="quiet back" onClick={onBack}>
      <span class="back-arrow" aria-hidden="true" />
      {t('back')}
    </button>
  )
}
