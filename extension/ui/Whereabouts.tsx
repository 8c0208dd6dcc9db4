import { t } from '../i18n.ts'
import { Notice } from './Notice.tsx'
import type { RecordState } from './use-record.ts'

/** Where a paper that stands open has gone since: into the trash, from which it comes back by a button, or for good. */
export function Whereabouts({ state }: { state: RecordState }) {
  if (state.isGone) return <Notice tone="ask" text={t('goneForGood')} />
  if (!state.record.deleted) return null
  return (
    <Notice
      tone="ask"
      text={t('inTrashNow')}
      action={{ name: t('restore'), run: () => void state.restore() }}
    />
  )
}
