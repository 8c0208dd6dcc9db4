import { t } from '../i18n.ts'
import { LibraryLink } from '../ui/LibraryLink.tsx'
import { ExportDrawing, ReviewDrawing, SaveDrawing } from './Drawings.tsx'

/** What Offprint is for, in three jobs, for who has just installed it. `keys` save the paper on a page; empty where none do. */
export function WelcomePage({ keys }: { keys: string }) {
  return (
    <main class="welcome">
      <h1>{t('welcomeTitle')}</h1>
      <p class="welcome-lead">{t('welcomeLead')}</p>
      <ol class="jobs">
        <li class="job">
          <SaveDrawing />
          <h2>{t('welcomeSave')}</h2>
          <p>{t('welcomeSaveText')}</p>
          {keys !== '' && <p class="soft">{t('welcomeKeys', keys)}</p>}
          <p class="soft">{t('welcomePin')}</p>
        </li>
        <li class="job">
          <ReviewDrawing />
          <h2>{t('welcomeReview')}</h2>
          <p>{t('welcomeReviewText')}</p>
        </li>
        <li class="job">
          <ExportDrawing />
          <h2>{t('welcomeExport')}</h2>
          <p>{t('welcomeExportText')}</p>
        </li>
      </ol>
      <p>
        <LibraryLink />
      </p>
    </main>
  )
}
