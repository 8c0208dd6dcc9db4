import { useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import { Announcements } from '../ui/Announcements.tsx'
import { ExportDialog } from '../ui/ExportDialog.tsx'
import { listScopes, thisPaper } from '../ui/export-scopes.ts'
import { ListFooterCount } from '../ui/ListFooterCount.tsx'
import { RecordList } from '../ui/RecordList.tsx'
import { SavedRecord } from '../ui/SavedRecord.tsx'
import { useShell } from '../ui/shell.ts'
import { TagFilters } from '../ui/TagFilters.tsx'
import type { CheckImport } from '../ui/transfer.ts'
import { type Announced, AnnouncerContext, useAnnouncements } from '../ui/use-announcer.ts'
import { useCopyBibtex } from '../ui/use-copy-bibtex.ts'
import { useDeletion } from '../ui/use-deletion.ts'
import { useLibraryList } from '../ui/use-library-list.ts'
import { useOpened } from '../ui/use-opened.ts'
import { useSelection } from '../ui/use-selection.ts'
import { useTags } from '../ui/use-tags.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { LibraryHeader } from './LibraryHeader.tsx'
import { useImport } from './use-import.ts'

/** The library as a page: the list on one side, the record that stands open on the other. */
export function LibraryPage({ check }: { check: CheckImport }) {
  const { announcer, ...announced } = useAnnouncements()
  return (
    <AnnouncerContext.Provider value={announcer}>
      <Panes check={check} announced={announced} onDismiss={announcer.clear} />
    </AnnouncerContext.Provider>
  )
}

function Panes(props: { check: CheckImport; announced: Announced; onDismiss(): void }) {
  const { library, now } = useShell()
  const list = useLibraryList()
  const tags = useTags()
  const selection = useSelection()
  const transfer = useImport(props.check)
  const copyBibtex = useCopyBibtex()
  const [openedId, setOpenedId] = useState<string>()
  const [exporting, setExporting] = useState(false)
  const opened = useOpened(openedId)
  const remove = useDeletion(() => setOpenedId(undefined))
  const { query } = list
  const scopes = listScopes(library, list, selection.ids)
  return (
    <div class="library">
      <LibraryHeader
        text={query.text}
        onSearch={(text) => list.search({ ...query, text })}
        onFile={(file) => void transfer.choose(file)}
        onExport={() => setExporting(true)}
      />
      <main class="panes">
        <section class="list-pane" aria-label={t('papersList')}>
          <TagFilters
            known={tags}
            pressed={query.tags}
            few={10}
            onPress={(pressed) => list.search({ ...query, tags: pressed })}
          />
          <p class="list-count">
            <ListFooterCount list={list} selection={selection} />
          </p>
          <RecordList
            list={list}
            selection={selection}
            now={now()}
            current={openedId}
            onOpen={setOpenedId}
          />
        </section>
        <section class="record-pane" aria-label={t('paperPane')}>
          {opened ? (
            <SavedRecord
              key={opened.id}
              record={opened}
              words={list.words}
              onDeleted={remove}
              actions={
                <button type="button" onClick={() => void copyBibtex(opened.id)}>
                  {t('copyBibtex')}
                </button>
              }
            />
          ) : (
            <p class="empty">{t('chooseRecord')}</p>
          )}
        </section>
      </main>
      <footer>
        <Announcements {...props.announced} onDismiss={props.onDismiss} />
      </footer>
      {exporting && (
        <ExportDialog
          scopes={
            opened ? [...scopes.slice(0, -1), thisPaper(opened.id), ...scopes.slice(-1)] : scopes
          }
          onClose={() => setExporting(false)}
        />
      )}
      <ImportDialog state={transfer} />
    </div>
  )
}
