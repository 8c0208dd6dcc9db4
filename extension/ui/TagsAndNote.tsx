import { t } from '../i18n.ts'
import type { TagCount } from './library-reader.ts'
import { NoteField } from './NoteField.tsx'
import { TagField } from './TagField.tsx'
import type { Drafts } from './use-drafts.ts'
import type { RecordState } from './use-record.ts'

/** The reader's tags and note on a saved paper; what is typed in them is a draft at once. */
export function TagsAndNote(props: {
  state: Pick<RecordState, 'record' | 'edit'>
  drafts: Drafts
  knownTags: readonly TagCount[]
  /** True where the tag box takes the focus, as after a save. */
  focusTags?: boolean
}) {
  const { drafts } = props
  const { record, edit } = props.state
  return (
    <>
      <TagField
        focus={props.focusTags ?? false}
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
