import { t } from '../i18n.ts'
import type { Pass } from '../settings.ts'
import { FirstSteps } from '../ui/FirstSteps.tsx'

/** What is said where no paper is on; `papers` is how many there are, in the project where one `isProject`. */
export function NoPaper(props: {
  isReading: boolean
  pass: Pass
  papers: number
  isProject: boolean
}) {
  const { pass, papers, isProject } = props
  if (props.isReading) return <p class="empty">{t('readingLibrary')}</p>
  if (pass === 'abstract' && papers === 0 && !isProject) return <FirstSteps then="firstReview" />
  return <p class="empty">{t(sentenceFor(pass, papers))}</p>
}

function sentenceFor(pass: Pass, papers: number) {
  if (pass === 'fullText') return papers === 0 ? 'nothingToAssess' : 'allAssessed'
  return papers === 0 ? 'noMatch' : 'allReviewed'
}
