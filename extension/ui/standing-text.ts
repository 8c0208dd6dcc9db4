import type { Decision } from '../../src/item/record.ts'
import { t } from '../i18n.ts'

/** The names of the decisions. */
export const decisionNames = {
  include: 'included',
  maybe: 'maybe',
  exclude: 'excluded',
} as const satisfies Record<Decision, string>

/** What was decided about a paper, with the reason where it was excluded for one; empty where nothing was. */
export function standingText({
  decision,
  reason,
}: {
  decision?: Decision | undefined
  reason?: string | undefined
}): string {
  if (decision === undefined) return ''
  const name = t(decisionNames[decision])
  return decision === 'exclude' && reason !== undefined ? t('decidedFor', name, reason) : name
}
