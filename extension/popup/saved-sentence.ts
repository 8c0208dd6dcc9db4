import { day, t } from '../i18n.ts'
import type { PageState } from '../messages.ts'

/** How it stands with a saved paper: saved now or again, or there since when and what was done to it just now. */
export function savedSentence(state: Extract<PageState, { kind: 'saved' }>): string {
  if (state.when === 'now') return t('saved')
  if (state.when === 'again') return t('savedAgain')
  const since = day(state.record.savedAt)
  if (!state.done) return t('savedBefore', since)
  return t(state.done.action === 'merge' ? 'savedBeforeMerged' : 'savedBeforeEdited', since)
}
