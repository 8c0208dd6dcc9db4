import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import { AbstractRegion } from './AbstractRegion.tsx'
import { CopyReference } from './CopyReference.tsx'
import { Doubts } from './Doubts.tsx'
import { editOfCandidate, hasFormFields } from './draft-fields.ts'
import { putBack } from './edit-paper.ts'
import { FieldSources } from './FieldSources.tsx'
import { fieldName } from './field-names.ts'
import { Highlights } from './Highlights.tsx'
import { LeftOut } from './LeftOut.tsx'
import type { TagCount } from './library-reader.ts'
import { PaperEditor } from './PaperEditor.tsx'
import { PaperHead } from './PaperHead.tsx'
import { RestoredLine } from './RestoredLine.tsx'
import { Standing } from './Standing.tsx'
import { TagsAndNote } from './TagsAndNote.tsx'
import { refusedFields } from './typed-text.ts'
import { useAnnouncer } from './use-announcer.ts'
import type { Drafts } from './use-drafts.ts'
import type { Change, RecordState } from './use-record.ts'
import { Whereabouts } from './Whereabouts.tsx'

/** A saved paper: what it is, the reader's tags and note, and everything that can be changed on it. */
export function RecordPanel(props: {
  state: RecordState
  drafts: Drafts
  knownTags: readonly TagCount[]
  /** True where the tag box takes the focus, as after a save. */
  focusTags?: boolean
  /** True where space is short: a long abstract shows its first lines. */
  brief?: boolean
  words?: readonly string[]
  belowNote?: ComponentChildren
  onDelete(): void
}) {
  const { drafts, words = [] } = props
  const { record, edit, takeTogether } = props.state
  const { fail } = useAnnouncer()
  const [editing, setEditing] = useState(false)
  // What came back is shown where it was typed: the note and the tags have their boxes in sight.
  const returns = drafts.restored && hasFormFields(drafts.fields)
  useEffect(() => {
    if (returns) setEditing(true)
  }, [returns])
  useEffect(() => takeTogether(editing), [editing, takeTogether])
  const editButton = useRef<HTMLButtonElement>(null)
  const abstract = useRef<HTMLElement>(null)
  // What is typed comes first: the button's edit is made of the record with it.
  const editTyped = async (change: Change, said: string) => {
    if (await drafts.commit()) await edit(change, said, true)
  }
  const leaveEditing = async () => {
    const isSaved = await drafts.commit()
    const [refused] = refusedFields(drafts.fields, record.item)
    if (refused) fail(t('notSavedYet', fieldName(refused)))
    // What could not be saved stays in sight, unless it never can.
    if ((!isSaved || refused) && !props.state.isGone) return
    setEditing(false)
    editButton.current?.focus()
  }
  const drop = () => {
    void drafts.drop()
    setEditing(false)
  }
  return (
    <article class="record-panel">
      <Whereabouts state={props.state} />
      <PaperHead
        paper={record}
        // In the popup the notice says it.
        {...(!props.brief && { savedAt: record.savedAt })}
        words={words}
      />
      <Doubts doubts={record.source.doubts} />
      {drafts.restored && <RestoredLine onKeep={() => void leaveEditing()} onDrop={drop} />}
      {editing ? (
        <PaperEditor
          paper={record}
          recordId={record.id}
          fields={drafts.fields}
          onInput={drafts.put}
          onLeave={() => void drafts.commit()}
        />
      ) : (
        <>
          <AbstractRegion
            sections={record.sections}
            brief={props.brief ?? false}
            words={words}
            region={abstract}
          />
          <Highlights recordId={record.id} region={abstract} />
        </>
      )}
      <TagsAndNote
        state={props.state}
        drafts={drafts}
        knownTags={props.knownTags}
        focusTags={props.focusTags ?? false}
      />
      <Standing record={record} edit={edit} />
      {props.belowNote}
      <div class="actions">
        <button
          ref={editButton}
          type="button"
          onClick={editing ? () => void leaveEditing() : () => setEditing(true)}
        >
          {editing ? t('done') : t('edit')}
        </button>
        <CopyReference ids={[record.id]} />
        {!record.deleted && !props.state.isGone && (
          <button type="button" class="danger" onClick={props.onDelete}>
            {t('delete')}
          </button>
        )}
      </div>
      <div class="strip">
        <LeftOut
          paper={record}
          onPutBack={(removed) =>
            void editTyped(
              ({ sections }) => ({ sections: putBack(sections, removed) }),
              t('putBackDone'),
            )
          }
        />
        <FieldSources
          paper={record}
          onSwap={(field, candidate) =>
            void editTyped(
              ({ item }) => editOfCandidate(field, candidate, item) ?? {},
              t('taken', fieldName(field)),
            )
          }
        />
      </div>
    </article>
  )
}
