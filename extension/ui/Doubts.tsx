import type { Doubt } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { doubtSentences } from './doubt-sentences.ts'

/** What a person should look at before trusting a capture, in plain sentences. */
export function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  if (doubts.length === 0) return null
  return (
    <ul class="doubts" aria-label={t('doubts')}>
      {doubts.map((doubt) => (
        <li key={doubt}>{t(doubtSentences[doubt])}</li>
      ))}
    </ul>
  )
}
