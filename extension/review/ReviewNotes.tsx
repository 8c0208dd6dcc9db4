import type { LibraryRecord } from '../../src/item/record.ts'
import type { TagCount } from '../ui/library-reader.ts'
import { TagsAndNote } from '../ui/TagsAndNote.tsx'
import { useDrafts } from '../ui/use-drafts.ts'
import { useRecord } from '../ui/use-record.ts'

/** The tags and the note of the paper under review. */
export function ReviewNotes(props: { record: LibraryRecord; knownTags: readonly TagCount[] }) {
  const state = useRecord(props.record)
  const drafts = useDrafts(state.record.id, state)
  return <TagsAndNote state={state} drafts={drafts} knownTags={props.knownTags} />
}
