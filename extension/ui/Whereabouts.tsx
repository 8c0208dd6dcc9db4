import { t } from '../i18n.ts'
import { Notice } from './Notice.tsx'
import type { RecordState } from './use-record.ts'

/**
 * Where a paper that stands open has gone since: into the trash, from which it comes back by a button, or for good. It is said from here:
 * the page's announcer says what was done, and what is said there last takes the offered undo away.
 */
export function Whereabouts({ state }: { state: RecordState }) {
  const { record, isGone, restore } = state
  return (
    <div aria-live="polite">
      {isGone && <Notice tone="ask" text={t('goneForGood')} />}
      {!isGone && record.deleted && (
        <Notice
          tone="ask"
          text={t('inTrashNow')}
          action={{ name: t('restore'), run: () => void restore() }}
        />
      )}
    </div>
  )
}
