import type { Decision, LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'

const names = {
  include: 'included',
  maybe: 'maybe',
  exclude: 'excluded',
} as const satisfies Record<Decision, string>

/** What was decided about a paper, with the reason where it was excluded for one; empty where nothing was. */
export function standingText({
  decision,
  reason,
}: Pick<LibraryRecord, 'decision' | 'reason'>): string {
  if (decision === undefined) return ''
  const name = t(names[decision])
  return decision === 'exclude' && reason !== undefined ? t('decidedFor', name, reason) : name
}
