import { useEffect, useRef } from 'preact/hooks'
import type { LibraryRecord } from '../../src/item/record.ts'
import { number, t } from '../i18n.ts'
import { LibraryLink } from '../ui/LibraryLink.tsx'
import { ListFooterCount } from '../ui/ListFooterCount.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { RecordList } from '../ui/RecordList.tsx'
import { SavedRecord } from '../ui/SavedRecord.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { TagFilters } from '../ui/TagFilters.tsx'
import type { LibraryList } from '../ui/use-library-list.ts'
import type { Selection } from '../ui/use-selection.ts'
import { PaperFooter } from './PaperFooter.tsx'

/** The library in the popup: a search, tags to narrow it, the list; or the one record that was opened from it. */
export function LibraryTab(props: {
  list: LibraryList
  selection: Selection
  tags: readonly TagCount[]
  now: string
  /** The record that stands open in place of the list. */
  opened: LibraryRecord | undefined
  onOpen(id: string | undefined): void
  onDeleted(record: LibraryRecord): void
  onExport(): void
}) {
  const { list, selection, opened, onOpen } = props
  const { query } = list
  if (opened)
    return (
      <>
        <div class="tab-body">
          <BackButton onBack={() => onOpen(undefined)} />
          <SavedRecord
            key={opened.id}
            record={opened}
            brief
            words={list.words}
            onDeleted={props.onDeleted}
          />
        </div>
        <PaperFooter id={opened.id} onExport={props.onExport} />
      </>
    )
  return (
    <>
      <div class="tab-body">
        <SearchField text={query.text} onSearch={(text) => list.search({ ...query, text })} />
        <TagFilters
          known={props.tags}
          pressed={query.tags}
          onPress={(tags) => list.search({ ...query, tags })}
        />
        <RecordList list={list} selection={selection} now={props.now} onOpen={onOpen} />
      </div>
      <footer class="foot">
        <ListFooterCount list={list} selection={selection} />
        <button type="button" onClick={props.onExport}>
          {t('exportCount', number(selection.ids.size || (list.total ?? list.all)))}
        </button>
        <LibraryLink />
      </footer>
    </>
  )
}

function BackButton({ onBack }: { onBack(): void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <button ref={button} type="button" class="quiet back" onClick={onBack}>
      <span class="back-arrow" aria-hidden="true" />
      {t('back')}
    </button>
  )
}
