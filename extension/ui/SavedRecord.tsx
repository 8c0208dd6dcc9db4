import type { ComponentChildren } from 'preact'
import type { LibraryRecord } from '../../src/item/record.ts'
import { RecordPanel } from './RecordPanel.tsx'
import { useDrafts } from './use-drafts.ts'
import { useRecord } from './use-record.ts'
import { useTags } from './use-tags.ts'

/** A record's panel, joined to the library: give it a `key` of the record's id, so that each has a life of its own. */
export function SavedRecord(props: {
  record: LibraryRecord
  focusTags?: boolean
  brief?: boolean
  words?: readonly string[]
  /** What stands below the note, of the record as it is now. */
  belowNote?: (record: LibraryRecord) => ComponentChildren
  /** After the record was moved to the trash. */
  onDeleted(record: LibraryRecord): void
}) {
  const state = useRecord(props.record)
  const drafts = useDrafts(state.record.id, state)
  const remove = async () => {
    if (await state.remove()) props.onDeleted(state.record)
  }
  return (
    <RecordPanel
      state={state}
      drafts={drafts}
      knownTags={useTags()}
      focusTags={props.focusTags ?? false}
      brief={props.brief ?? false}
      words={props.words ?? []}
      belowNote={props.belowNote?.(state.record)}
      onDelete={() => void remove()}
    />
  )
}
