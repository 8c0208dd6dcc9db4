import { t } from '../i18n.ts'
import type { Narrowing } from './narrowings.ts'

/** What the library page shows beside its sidebar. */
export type View = 'papers' | 'review' | 'overview' | 'duplicates' | 'trash'

const views = {
  review: 'review',
  overview: 'overview',
  duplicates: 'duplicates',
  trash: 'trash',
} as const satisfies Record<Exclude<View, 'papers'>, string>

const narrowed = {
  'is:unread': 'toReview',
  'is:include': 'statusIncluded',
  'is:maybe': 'maybe',
  'is:exclude': 'statusExcluded',
  'no:doi': 'noDoi',
} as const satisfies Record<Narrowing, string>

/** Where in the library one is, in a few words: a view, or what narrows the list. */
export function placeName(
  view: View,
  narrowing: Narrowing | undefined,
  tags: readonly string[],
): string {
  if (view !== 'papers') return t(views[view])
  const narrows = [...(narrowing ? [t(narrowed[narrowing])] : []), ...tags]
  return narrows.length === 0 ? t('allPapers') : narrows.join(' · ')
}
