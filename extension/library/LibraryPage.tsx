import { useRef, useState } from 'preact/hooks'
import { Announcements } from '../ui/Announcements.tsx'
import { ExportDialog } from '../ui/ExportDialog.tsx'
import { listScopes, thisPaper } from '../ui/export-scopes.ts'
import { FollowSelection } from '../ui/FollowSelection.tsx'
import { useShell } from '../ui/shell.ts'
import { type Announced, AnnouncerContext, useAnnouncements } from '../ui/use-announcer.ts'
import { useCounts } from '../ui/use-counts.ts'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { useLibraryList } from '../ui/use-library-list.ts'
import { useSelection } from '../ui/use-selection.ts'
import { useTags } from '../ui/use-tags.ts'
import { BackupDialog } from './BackupDialog.tsx'
import { Banners } from './Banners.tsx'
import { FilePicker } from './FilePicker.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { LibraryHeader } from './LibraryHeader.tsx'
import { MainPane } from './MainPane.tsx'
import { type Narrowing, narrowingIn, narrowings } from './narrowings.ts'
import { ProgressDialog } from './ProgressDialog.tsx'
import type { View } from './place-name.ts'
import { recordInAddress } from './record-in-address.ts'
import { SettingsDialog } from './SettingsDialog.tsx'
import { Sidebar } from './Sidebar.tsx'
import { TagsDialog } from './TagsDialog.tsx'
import { useDroppedFiles } from './use-dropped-files.ts'
import { useDuplicateCount } from './use-duplicate-count.ts'
import { useImport } from './use-import.ts'
import { useIndex } from './use-index.ts'
import { useLongWork } from './use-long-work.ts'
import { useRetagged } from './use-retagged.ts'
import { useUpkeep } from './use-upkeep.ts'

/** The library as a page: what there is on one side, the list or what keeps it in order beside it. */
export function LibraryPage() {
  const { announcer, ...announced } = useAnnouncements()
  return (
    <AnnouncerContext.Provider value={announcer}>
      <Panes announced={announced} onDismiss={announcer.clear} />
    </AnnouncerContext.Provider>
  )
}

type DialogName = 'export' | 'tags' | 'backup' | 'settings'

function Panes(props: { announced: Announced; onDismiss(): void }) {
  const { library } = useShell()
  const list = useLibraryList()
  const tags = useTags()
  const selection = useSelection()
  const retagged = useRetagged(list)
  const long = useLongWork(retagged.follow)
  const upkeep = useUpkeep()
  const counts = useCounts(narrowings)
  const duplicates = useDuplicateCount()
  const { narrowing, rest } = narrowingIn(list.query.text)
  const transfer = useImport(long, upkeep.refresh)
  const isOver = useDroppedFiles(transfer.takesFiles ? transfer.choose : undefined)
  useKeptFocus()
  useIndex(list.isIndexing, long)
  const [view, setView] = useState<View>('papers')
  const [openedId, setOpenedId] = useState(recordInAddress)
  const [dialog, setDialog] = useState<DialogName>()
  const file = useRef<HTMLInputElement>(null)
  const { query, search } = list
  const restores = useRef(false)
  const pick = (isRestoring: boolean) => {
    restores.current = isRestoring
    // Who wants to paste puts the browser's own dialog away, and has ours.
    if (!isRestoring) transfer.ask()
    file.current?.click()
  }
  const close = () => setDialog(undefined)
  const narrow = (wanted: Narrowing | undefined) =>
    search({ ...query, text: `${wanted ?? ''} ${rest}`.trim() })
  const scopes = listScopes(library, list, selection.ids)
  if (openedId !== undefined) scopes.splice(-1, 0, thisPaper(openedId))
  return (
    <div class={isOver ? 'library dropping' : 'library'}>
      <LibraryHeader
        text={query.text}
        tags={tags}
        total={list.total}
        onSearch={(text) => {
          setView('papers')
          search({ ...query, text })
        }}
        onImport={() => pick(false)}
        onExport={() => setDialog('export')}
        waiting={counts?.get('is:unread')}
        onReview={() => setView('review')}
      />
      <FilePicker
        input={file}
        onFiles={(chosen) => void transfer.choose(chosen, restores.current)}
      />
      <Banners
        upkeep={upkeep}
        long={long}
        onRestore={() => pick(true)}
        onImportRest={() => pick(false)}
        onBackUp={() => setDialog('backup')}
      />
      <div class="panes">
        <Sidebar
          view={view}
          onView={setView}
          all={list.total === undefined ? undefined : list.all}
          trashed={upkeep.trashed}
          narrowing={narrowing}
          narrowed={counts}
          onNarrow={narrow}
          duplicates={duplicates}
          onAll={() => search({ text: rest, tags: [] })}
          tags={tags}
          pressed={query.tags}
          onPress={(pressed) => search({ ...query, tags: pressed })}
          onManageTags={() => setDialog('tags')}
          changes={upkeep.backup?.changes}
          onBackup={() => setDialog('backup')}
          onSettings={() => setDialog('settings')}
        />
        <MainPane
          view={view}
          list={list}
          tags={tags}
          selection={selection}
          openedId={openedId}
          onOpen={setOpenedId}
          long={long}
          reviewTurn={retagged.turn}
        />
      </div>
      {selection.ids.size > 0 && <FollowSelection selection={selection} />}
      <footer>
        <Announcements {...props.announced} onDismiss={props.onDismiss} />
      </footer>
      {dialog === 'export' && <ExportDialog scopes={scopes} onClose={close} />}
      {dialog === 'tags' && <TagsDialog tags={tags} long={long} onClose={close} />}
      {dialog === 'backup' && (
        <BackupDialog upkeep={upkeep} long={long} onRestore={() => pick(true)} onClose={close} />
      )}
      {dialog === 'settings' && <SettingsDialog onClose={close} />}
      <ImportDialog state={transfer} onPick={() => pick(false)} />
      <ProgressDialog work={long} />
    </div>
  )
}
