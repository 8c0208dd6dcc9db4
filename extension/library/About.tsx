import { t } from '../i18n.ts'

/** Where citeproc-js comes from. */
const citeproc = 'https://github.com/juris-m/citeproc-js'

/** Whose work Offprint is made with where a licence asks that it be said: the engine of formatted references, and their styles. */
export function About() {
  return (
    <section class="setting">
      <h3>{t('about')}</h3>
      <p>
        <a href="../welcome/index.html" target="_blank" rel="noopener">
          {t('welcomeAgain')}
        </a>
      </p>
      <p class="soft">
        {t('aboutCiteproc')}{' '}
        <a href={citeproc} target="_blank" rel="noopener noreferrer">
          <bdi>{citeproc.replace('https://', '')}</bdi>
        </a>
      </p>
      <p class="soft">
        {t('aboutStyles')}{' '}
        <a href="/references/licences.txt" target="_blank" rel="noopener">
          {t('licences')}
        </a>
      </p>
    </section>
  )
}
