import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import type { TagCount } from '../ui/library-reader.ts'
import { NoteField } from '../ui/NoteField.tsx'
import { TagField } from '../ui/TagField.tsx'
import { useDrafts } from '../ui/use-drafts.ts'
import { useRecord } from '../ui/use-record.ts'

/** The tags and the note of the paper under review; what is typed is kept as everywhere. */
export function ReviewNotes(props: { record: LibraryRecord; knownTags: readonly TagCount[] }) {
  const { record, edit, replace } = useRecord(props.record)
  const drafts = useDrafts(record.id, replace)
  return (
    <>
      <TagField
        focus={false}
        tags={record.tags}
        known={props.knownTags}
        text={drafts.fields.tag ?? ''}
        onType={(tag) => drafts.put({ tag })}
        onAdd={(tags) => void edit({ addTags: tags }, t('tagged', tags.join(', ')))}
        onRemove={(tag) => void edit({ removeTags: [tag] }, t('untagged', tag), true)}
      />
      <NoteField
        text={drafts.fields.note ?? record.note ?? ''}
        onInput={(text) => drafts.put({ note: text })}
        onLeave={() => void drafts.commit()}
      />
    </>
  )
}
