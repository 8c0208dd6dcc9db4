import { t } from '../i18n.ts'
import { Review } from '../review/Review.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { tagSearch } from '../ui/tag-search.ts'
import type { LibraryList } from '../ui/use-library-list.ts'
import type { Selection } from '../ui/use-selection.ts'
import { DuplicatesPane } from './DuplicatesPane.tsx'
import { OverviewPane } from './OverviewPane.tsx'
import { PapersView } from './PapersView.tsx'
import type { View } from './place-name.ts'
import { TrashPane } from './TrashPane.tsx'
import type { LongWork } from './use-long-work.ts'

/** The views by their keys in `_locales`. */
const names = {
  papers: 'papersList',
  review: 'review',
  overview: 'overview',
  duplicates: 'duplicates',
  trash: 'trash',
} as const satisfies Record<View, string>

/** A query in words alone. */
function searchOf({ text, tags }: LibraryList['query']): string {
  return [text.trim(), ...tags.map(tagSearch)].join(' ').trim()
}

/** What stands beside the sidebar. */
export function MainPane(props: {
  view: View
  list: LibraryList
  tags: readonly TagCount[]
  selection: Selection
  openedId: string | undefined
  onOpen(id: string | undefined): void
  long: LongWork
  /** Another number where the searches that review keeps are others. */
  reviewTurn: number
}) {
  const { view, list, long } = props
  return (
    <main class={view === 'papers' ? 'papers-view' : 'one-view'} aria-label={t(names[view])}>
      {view === 'papers' && (
        <PapersView
          list={list}
          selection={props.selection}
          openedId={props.openedId}
          onOpen={props.onOpen}
          tags={props.tags}
          long={long}
        />
      )}
      {view === 'review' && (
        <Review key={props.reviewTurn} search={searchOf(list.query)} knownTags={props.tags} />
      )}
      {view === 'overview' && <OverviewPane papers={list.all} />}
      {view === 'trash' && <TrashPane long={long} />}
      {view === 'duplicates' && <DuplicatesPane />}
    </main>
  )
}
