import { t } from '../i18n.ts'

/** The link that opens the library page in a tab. */
export function LibraryLink() {
  return (
    <a class="library-link" href="../library/index.html" target="_blank" rel="noopener">
      {t('openLibrary')}
      <span aria-hidden="true"> ↗</span>
    </a>
  )
}
