import { useEffect, useState } from 'preact/hooks'
import { plural, t } from '../i18n.ts'
import { Announcements } from '../ui/Announcements.tsx'
import { ExportDialog } from '../ui/ExportDialog.tsx'
import { allPapers, listScopes, thisPaper } from '../ui/export-scopes.ts'
import { useShell } from '../ui/shell.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { AnnouncerContext, useAnnouncements } from '../ui/use-announcer.ts'
import { useDeletion } from '../ui/use-deletion.ts'
import { useLibraryList } from '../ui/use-library-list.ts'
import { useOpened } from '../ui/use-opened.ts'
import { useSelection } from '../ui/use-selection.ts'
import { useTags } from '../ui/use-tags.ts'
import { LibraryTab } from './LibraryTab.tsx'
import { PaperFooter } from './PaperFooter.tsx'
import { ThisPage } from './ThisPage.tsx'
import { usePage } from './use-page.ts'

type TabKey = 'page' | 'library'

/** The popup: the page in the tab, and the library. */
export function Popup() {
  const { announcer, ...announced } = useAnnouncements()
  return (
    <AnnouncerContext.Provider value={announcer}>
      <main class="popup">
        <h1 class="unseen">{t('extName')}</h1>
        <PopupTabs />
        <Announcements {...announced} onDismiss={announcer.clear} />
      </main>
    </AnnouncerContext.Provider>
  )
}

function PopupTabs() {
  const { library, now } = useShell()
  const page = usePage()
  const list = useLibraryList()
  const selection = useSelection()
  const tags = useTags()
  const [chosen, setChosen] = useState<TabKey>()
  const [openedId, setOpenedId] = useState<string>()
  const [exporting, setExporting] = useState(false)
  const opened = useOpened(openedId)
  const remove = useDeletion(() => setOpenedId(undefined))
  const { shown } = page
  // A page without a paper has nothing to show at first but the library; a tab that was chosen stays.
  const selected = chosen ?? (hasPaper(shown.kind) ? 'page' : 'library')
  useEffect(() => scrollTo(0, 0), [selected, openedId])

  const openRecord = (id: string) => {
    setChosen('library')
    setOpenedId(id)
  }
  const openId =
    selected === 'page' ? (shown.kind === 'saved' ? shown.record.id : undefined) : opened?.id
  const scopes = [
    ...(openId === undefined ? [] : [thisPaper(openId)]),
    ...(selected === 'page'
      ? [allPapers(library, list.all)]
      : listScopes(library, list, selection.ids)),
  ]
  return (
    <>
      <Tabs<TabKey>
        label={t('extName')}
        selected={selected}
        onSelect={setChosen}
        tabs={[
          {
            key: 'page',
            name: t('tabThisPage'),
            panel: (
              <>
                <div class="tab-body">
                  <ThisPage page={page} onOpenRecord={openRecord} />
                </div>
                <PaperFooter
                  id={shown.kind === 'saved' ? shown.record.id : undefined}
                  onExport={() => setExporting(true)}
                />
              </>
            ),
          },
          {
            key: 'library',
            name: t('tabLibrary'),
            count:
              list.total === undefined
                ? undefined
                : { shown: list.all, described: plural('papers', list.all) },
            panel: (
              <LibraryTab
                list={list}
                selection={selection}
                tags={tags}
                now={now()}
                opened={opened}
                onOpen={setOpenedId}
                onDeleted={remove}
                onExport={() => setExporting(true)}
              />
            ),
          },
        ]}
      />
      {exporting && <ExportDialog scopes={scopes} onClose={() => setExporting(false)} />}
    </>
  )
}

function hasPaper(kind: string): boolean {
  return kind !== 'not-paper' && kind !== 'unreadable'
}
