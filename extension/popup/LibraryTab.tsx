import { useEffect, useRef } from 'preact/hooks'
import type { LibraryRecord } from '../../src/item/record.ts'
import { BackButton } from '../ui/BackButton.tsx'
import { later } from '../ui/Later.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { RecordList } from '../ui/RecordList.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { TagFilters } from '../ui/TagFilters.tsx'
import type { LibraryList } from '../ui/use-library-list.ts'
import type { Selection } from '../ui/use-selection.ts'

/** The paper that is opened from the list. */
export const SavedRecord = later(async () => (await import('../ui/SavedRecord.tsx')).SavedRecord)

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
}) {
  const { list, opened, onOpen } = props
  const { query } = list
  const left = useRef<string | undefined>(undefined)
  useEffect(() => {
    left.current = opened?.id
  }, [opened])
  if (opened)
    return (
      <>
        <BackButton onBack={() => onOpen(undefined)} />
        <SavedRecord
          key={opened.id}
          record={opened}
          brief
          words={list.words}
          onDeleted={props.onDeleted}
        />
      </>
    )
  return (
    <>
      <SearchField
        brief
        text={query.text}
        tags={props.tags}
        total={list.total}
        onSearch={(text) => list.search({ ...query, text })}
      />
      <TagFilters
        known={props.tags}
        pressed={query.tags}
        onPress={(tags) => list.search({ ...query, tags })}
      />
      <RecordList
        list={list}
        selection={props.selection}
        now={props.now}
        left={left.current}
        onOpen={onOpen}
      />
    </>
  )
}
