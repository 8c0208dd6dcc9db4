import { number, plural, t } from '../i18n.ts'
import type { TagCount } from '../ui/library-reader.ts'
import { type Standing, standings } from './standings.ts'

/** What the library page shows beside its sidebar. */
export type View = 'papers' | 'review' | 'overview' | 'duplicates' | 'trash'

/** The tags that are shown; the rest are in the list that manages them. */
const fewTags = 12

/** Where in the library one is: all papers, those of a tag, and what keeps it in order. */
export function Sidebar(props: {
  view: View
  onView(view: View): void
  /** How many papers there are; undefined while the library is being opened. */
  all: number | undefined
  trashed: number | undefined
  standing: Standing | undefined
  /** How many papers have each, in the order of `standings`; undefined until they are counted. */
  standings: readonly number[] | undefined
  onStanding(standing: Standing | undefined): void
  /** Neither status nor tags narrow the list any longer. */
  onAll(): void
  tags: readonly TagCount[]
  pressed: readonly string[]
  onPress(tags: string[]): void
  onManageTags(): void
  /** Changes that are in no backup. */
  changes: number | undefined
  onBackup(): void
  onSettings(): void
}) {
  const { view, onView, tags, pressed, onPress } = props
  const isAll = view === 'papers' && pressed.length === 0 && props.standing === undefined
  const showAll = () => {
    onView('papers')
    props.onAll()
  }
  const choose = (standing: Standing) => {
    onView('papers')
    props.onStanding(standing === props.standing ? undefined : standing)
  }
  const toggle = (tag: string) => {
    onView('papers')
    onPress(pressed.includes(tag) ? pressed.filter((each) => each !== tag) : [...pressed, tag])
  }
  return (
    <nav class="side-pane" aria-label={t('sidebar')}>
      <section aria-labelledby="side-status">
        <h2 id="side-status">{t('status')}</h2>
        <SideItem name={t('allPapers')} count={props.all} current={isAll} onClick={showAll} />
        {standings.map((standing, at) => (
          <SideItem
            key={standing}
            name={t(standingNames[standing])}
            count={props.standings?.[at]}
            pressed={view === 'papers' && standing === props.standing}
            onClick={() => choose(standing)}
          />
        ))}
      </section>
      {tags.length > 0 && (
        <section aria-labelledby="side-tags">
          <h2 id="side-tags">{t('tags')}</h2>
          {tags.slice(0, fewTags).map(({ tag, count }) => (
            <SideItem
              key={tag}
              name={tag}
              count={count}
              pressed={view === 'papers' && pressed.includes(tag)}
              onClick={() => toggle(tag)}
            />
          ))}
          <button type="button" class="quiet side-more" onClick={props.onManageTags}>
            {t('manageTags')}
          </button>
        </section>
      )}
      <section aria-labelledby="side-upkeep">
        <h2 id="side-upkeep">{t('upkeep')}</h2>
        <SideItem
          name={t('overview')}
          current={view === 'overview'}
          onClick={() => onView('overview')}
        />
        <SideItem
          name={t('duplicates')}
          current={view === 'duplicates'}
          onClick={() => onView('duplicates')}
        />
        <SideItem
          name={t('trash')}
          count={props.trashed}
          current={view === 'trash'}
          onClick={() => onView('trash')}
        />
        <SideItem name={t('backup')} onClick={props.onBackup} />
        {props.changes !== undefined && props.changes > 0 && (
          <p class="side-note">{plural('inNoBackup', props.changes)}</p>
        )}
        <SideItem name={t('settings')} onClick={props.onSettings} />
      </section>
    </nav>
  )
}

const standingNames = {
  unread: 'toReview',
  include: 'statusIncluded',
  maybe: 'maybe',
  exclude: 'statusExcluded',
} as const satisfies Record<Standing, string>

function SideItem(props: {
  name: string
  count?: number | undefined
  current?: boolean
  pressed?: boolean
  onClick(): void
}) {
  const { name, count, current = false, pressed } = props
  return (
    <button
      type="button"
      class="side-item"
      aria-current={current ? 'page' : undefined}
      aria-pressed={pressed}
      onClick={props.onClick}
    >
      <bdi>{name}</bdi>
      {count !== undefined && (
        <>
          <span aria-hidden="true">{number(count)}</span>
          <span class="unseen">{plural('papers', count)}</span>
        </>
      )}
    </button>
  )
}
