import { useRef, useState } from 'preact/hooks'
import { plural, t } from '../i18n.ts'
import type { TagCount } from '../ui/library-reader.ts'
import type { Narrowing } from './narrowings.ts'
import { placeName, type View } from './place-name.ts'
import { SideItem } from './SideItem.tsx'
import { SideTags } from './SideTags.tsx'

/** Where in the library one is: all papers, those of a tag, and what keeps it in order. */
export function Sidebar(props: {
  view: View
  onView(view: View): void
  /** How many papers there are; undefined while the library is being opened. */
  all: number | undefined
  trashed: number | undefined
  narrowing: Narrowing | undefined
  /** How many papers each leaves; undefined until they are counted. */
  narrowed: ReadonlyMap<Narrowing, number> | undefined
  onNarrow(narrowing: Narrowing | undefined): void
  /** Pairs that may be one paper; undefined until they are counted. */
  duplicates: number | undefined
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
  const isAll = view === 'papers' && pressed.length === 0 && props.narrowing === undefined
  const fold = useRef<HTMLButtonElement>(null)
  const [unfolded, setUnfolded] = useState(false)
  const go = (to: View) => {
    // What was chosen would lie below all this in a small window, and what has the focus goes out of sight.
    if (fold.current?.offsetParent) fold.current.focus()
    setUnfolded(false)
    onView(to)
  }
  const showAll = () => {
    go('papers')
    props.onAll()
  }
  const narrows = (narrowing: Narrowing, name: string, under?: string) => (
    <SideItem
      key={narrowing}
      name={name}
      under={under}
      count={props.narrowed?.get(narrowing)}
      pressed={view === 'papers' && narrowing === props.narrowing}
      onClick={() => {
        go('papers')
        props.onNarrow(narrowing === props.narrowing ? undefined : narrowing)
      }}
    />
  )
  const toggle = (tag: string) => {
    go('papers')
    onPress(pressed.includes(tag) ? pressed.filter((each) => each !== tag) : [...pressed, tag])
  }
  return (
    <nav class={unfolded ? 'side-pane unfolded' : 'side-pane'} aria-label={t('sidebar')}>
      <div class="disclosure side-fold">
        <button
          ref={fold}
          type="button"
          class="quiet"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t('sidebarAt', placeName(view, props.narrowing, pressed))}
        </button>
      </div>
      <section aria-labelledby="side-status">
        <h2 id="side-status">{t('status')}</h2>
        <SideItem name={t('allPapers')} count={props.all} current={isAll} onClick={showAll} />
        {narrows('is:unread', t('toReview'))}
        {narrows('is:include', t('statusIncluded'))}
        {/* The button that decides so has that name. */}
        {narrows('is:maybe', t('maybe'), t('status'))}
        {narrows('is:exclude', t('statusExcluded'))}
      </section>
      <SideTags
        tags={tags}
        pressed={pressed}
        isListed={view === 'papers'}
        onToggle={toggle}
        onManage={props.onManageTags}
      />
      <section aria-labelledby="side-upkeep">
        <h2 id="side-upkeep">{t('upkeep')}</h2>
        <SideItem
          name={t('overview')}
          current={view === 'overview'}
          onClick={() => go('overview')}
        />
        <SideItem
          name={t('duplicates')}
          count={props.duplicates}
          unit="pairs"
          current={view === 'duplicates'}
          onClick={() => go('duplicates')}
        />
        {narrows('no:doi', t('noDoi'))}
        <SideItem
          name={t('trash')}
          count={props.trashed}
          current={view === 'trash'}
          onClick={() => go('trash')}
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
