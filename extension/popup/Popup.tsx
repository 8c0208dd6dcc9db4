import { useState } from 'preact/hooks'
import { plural, t } from '../i18n.ts'
import type { Snapshot } from '../snapshot.ts'
import { Announcements } from '../ui/Announcements.tsx'
import { later } from '../ui/Later.tsx'
import { useShell } from '../ui/shell.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { type Announced, AnnouncerContext, useAnnouncements } from '../ui/use-announcer.ts'
import { useCounts } from '../ui/use-counts.ts'
import { useDeletion } from '../ui/use-deletion.ts'
import { useLibraryList } from '../ui/use-library-list.ts'
import { useOpened } from '../ui/use-opened.ts'
import { useSelection } from '../ui/use-selection.ts'
import { useTags } from '../ui/use-tags.ts'
import { LibraryFooter } from './LibraryFooter.tsx'
import { LibraryTab, SavedRecord } from './LibraryTab.tsx'
import { LinkFooter } from './LinkFooter.tsx'
import { hasPaper, usePage } from './use-page.ts'

type TabKey = 'page' | 'library' | 'review'

/** Most of the popup's code is for a paper that stands open; the list is there before it. */
const ThisPage = later(async () => (await import('./ThisPage.tsx')).ThisPage)
const PaperFooter = later(async () => (await import('./PaperFooter.tsx')).PaperFooter, LinkFooter)
const KeptFocus = later(async () => (await import('../ui/KeptFocus.tsx')).KeptFocus)
const FollowSelection = later(
  async () => (await import('../ui/FollowSelection.tsx')).FollowSelection,
)
const Review = later(async () => (await import('../review/Review.tsx')).Review)
const PopupExport = later(async () => (await import('./PopupExport.tsx')).PopupExport)

/** Loads what is not needed for the list, before it is asked for. */
export async function loadTheRest(): Promise<void> {
  const parts = [ThisPage, PaperFooter, SavedRecord, PopupExport, Review]
  await Promise.all(parts.map((part) => part.load()))
}

/** The popup: the page in the tab, and the library, which comes first where the tab is not on the web. */
export function Popup(props: { snapshot?: Snapshot | undefined; isOnWeb?: boolean }) {
  const { snapshot, isOnWeb = true } = props
  const { announcer, ...announced } = useAnnouncements()
  return (
    <AnnouncerContext.Provider value={announcer}>
      <main class="popup">
        <h1 class="unseen">{t('extName')}</h1>
        <KeptFocus />
        <PopupTabs
          snapshot={snapshot}
          isOnWeb={isOnWeb}
          announced={announced}
          onDismiss={announcer.clear}
        />
      </main>
    </AnnouncerContext.Provider>
  )
}

function PopupTabs(props: {
  snapshot: Snapshot | undefined
  isOnWeb: boolean
  announced: Announced
  onDismiss(): void
}) {
  const { snapshot, isOnWeb, announced, onDismiss } = props
  const { now } = useShell()
  const page = usePage()
  const list = useLibraryList(snapshot)
  const selection = useSelection()
  const tags = useTags(snapshot?.tags)
  const [chosen, setChosen] = useState<TabKey>()
  const [openedId, setOpenedId] = useState<string>()
  const [exporting, setExporting] = useState(false)
  const opened = useOpened(openedId)
  const remove = useDeletion(() => setOpenedId(undefined))
  const { shown } = page
  // A page without a paper has nothing to show at first but the library; a tab that was chosen stays.
  const selected = chosen ?? (hasPaper(shown, isOnWeb) ? 'page' : 'library')

  const openRecord = (id: string) => {
    setChosen('library')
    setOpenedId(id)
  }
  const openExport = () => setExporting(true)
  const savedId = shown.kind === 'saved' ? shown.record.id : undefined
  const openId = selected === 'page' ? savedId : opened?.id
  const listed = selected === 'library' && !opened
  const thisPage = <ThisPage page={page} onOpenRecord={openRecord} />
  const libraryTab = (
    <LibraryTab
      list={list}
      selection={selection}
      tags={tags}
      now={now()}
      opened={opened}
      onOpen={setOpenedId}
      onDeleted={remove}
    />
  )
  const waiting = useCounts(waitingSearch)?.get('is:unread')
  return (
    <>
      <Tabs<TabKey>
        label={t('extName')}
        selected={selected}
        onSelect={setChosen}
        tabs={[
          { key: 'page', name: t('tabThisPage'), panel: thisPage },
          {
            key: 'library',
            name: t('tabLibrary'),
            count: list.total === undefined ? undefined : countOf(list.all),
            panel: libraryTab,
          },
          {
            key: 'review',
            name: t('tabReview'),
            count: waiting === undefined ? undefined : countOf(waiting),
            panel: selected === 'review' && <Review knownTags={tags} />,
          },
        ]}
      />
      <div class="bottom">
        <Announcements {...announced} onDismiss={onDismiss} />
        {selected === 'review' ? (
          <LinkFooter />
        ) : listed ? (
          <LibraryFooter list={list} selection={selection} onExport={openExport} />
        ) : (
          <PaperFooter id={openId} onExport={openExport} />
        )}
      </div>
      {selection.ids.size > 0 && <FollowSelection selection={selection} />}
      {exporting && (
        <PopupExport
          list={list}
          selection={selection}
          isListed={listed}
          openId={openId}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  )
}

const waitingSearch = ['is:unread'] as const

function countOf(papers: number): { shown: number; described: string } {
  return { shown: papers, described: plural('papers', papers) }
}
