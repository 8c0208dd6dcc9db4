import type { Capture } from '../../src/capture/page-kind.ts'
import { t } from '../i18n.ts'
import type { PageState } from '../messages.ts'
import { Notice } from '../ui/Notice.tsx'
import { SavedRecord } from '../ui/SavedRecord.tsx'
import { NoPaper } from './NoPaper.tsx'
import { OfferedPaper } from './OfferedPaper.tsx'
import { savedSentence } from './saved-sentence.ts'
import type { PageOfTab } from './use-page.ts'
import { usePageActions } from './use-page-actions.ts'

/** What the popup says of the page in the tab, in each state that the page can be in. */
export function ThisPage(props: { page: PageOfTab; onOpenRecord(id: string): void }) {
  const { page, onOpenRecord } = props
  const { shown } = page
  const actions = usePageActions(page)
  const undo = (focus: boolean) => ({ name: t('undo'), run: () => void actions.undo(), focus })
  const takeBack = { name: t('undo'), run: () => void actions.takeBack() }
  const offer = (capture: Capture) => ({ capture, onSave: actions.save, onOpenRecord })
  switch (shown.kind) {
    case 'reading':
      return <p class="empty">{t('readingPage')}</p>
    case 'failed':
      return (
        <div class="empty">
          <p>{t('pageFailed')}</p>
          <button type="button" onClick={page.retry}>
            {t('tryAgain')}
          </button>
        </div>
      )
    case 'unreadable':
      return (
        <div class="empty">
          <p>{t('unreadable')}</p>
          <p class="soft">{shown.reason}</p>
        </div>
      )
    case 'not-paper':
      return <NoPaper {...offer(shown.capture)} drafted={shown.drafted} />
    case 'offered':
      return (
        <OfferedPaper
          {...offer(shown.capture)}
          reason={t(reasons[shown.why])}
          probably={shown.probably}
        />
      )
    case 'deleted':
      return (
        <>
          <Notice tone="ask" text={t('deleted')} action={undo(true)} />
          <OfferedPaper {...offer(shown.capture)} reason={t('offeredDeleted')} focusSave={false} />
        </>
      )
    case 'saved':
      return (
        <>
          <Notice
            tone="done"
            text={savedSentence(shown)}
            action={shown.when !== 'before' ? undo(false) : shown.done && takeBack}
          />
          <SavedRecord
            key={shown.record.id}
            record={shown.record}
            focusTags={shown.when !== 'before'}
            brief
            onDeleted={actions.deleted}
          />
        </>
      )
  }
}

const reasons = {
  asked: 'offeredAsked',
  undone: 'offeredUndone',
  probably: 'offeredProbably',
  'title-from-window': 'offeredTitleFromWindow',
  'still-loading': 'offeredStillLoading',
} as const satisfies { [W in Extract<PageState, { kind: 'offered' }>['why']]: string }
