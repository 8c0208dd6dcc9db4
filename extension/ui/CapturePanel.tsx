import { useState } from 'preact/hooks'
import type { Capture } from '../../src/capture/page-kind.ts'
import { t } from '../i18n.ts'
import type { RecordEdit } from '../messages.ts'
import { AbstractRegion } from './AbstractRegion.tsx'
import { Doubts } from './Doubts.tsx'
import { draftOfEdit, draftTakenBack, editOfCandidate, editOfDraft } from './draft-fields.ts'
import { editPaper, putBack } from './edit-paper.ts'
import { FieldSources } from './FieldSources.tsx'
import { fieldName } from './field-names.ts'
import { LeftOut } from './LeftOut.tsx'
import { PaperEditor } from './PaperEditor.tsx'
import { PaperHead } from './PaperHead.tsx'
import { RestoredLine } from './RestoredLine.tsx'
import { undoneSentence } from './undone-sentence.ts'
import { useAnnouncer } from './use-announcer.ts'
import type { Drafts } from './use-drafts.ts'

/** A paper that is not saved yet: what would be saved, and the same ways to put it right first. */
export function CapturePanel(props: {
  capture: Capture
  drafts: Drafts
  /** True where there is hardly anything yet, so that the boxes are what a person needs. */
  editAtOnce?: boolean
}) {
  const { capture, drafts } = props
  const { say } = useAnnouncer()
  const [editing, setEditing] = useState(props.editAtOnce ?? false)
  const open = editing || drafts.restored
  const typed = editPaper(capture, editOfDraft(drafts.fields, capture))
  // A button's edit is a draft as if it had been typed: nothing else outlives the popup.
  const edit = (change: RecordEdit, said: string) => {
    const before = drafts.fields
    const made = draftOfEdit(change, editPaper(typed, change))
    drafts.put(made)
    say(said, () =>
      drafts.change((now) => {
        const { fields, kept } = draftTakenBack(now, made, before)
        say(undoneSentence(kept))
        return fields
      }),
    )
  }
  return (
    <article class="record-panel">
      <PaperHead paper={typed} />
      <Doubts doubts={typed.source.doubts} />
      {drafts.restored && <RestoredLine onDrop={() => void drafts.drop()} />}
      {open ? (
        <PaperEditor paper={capture} fields={drafts.fields} onInput={drafts.put} />
      ) : (
        <AbstractRegion sections={typed.sections} brief />
      )}
      {!props.editAtOnce && !drafts.restored && (
        <div class="actions">
          <button type="button" onClick={() => setEditing(!editing)}>
            {editing ? t('done') : t('edit')}
          </button>
        </div>
      )}
      <div class="strip">
        <LeftOut
          paper={typed}
          onPutBack={(removed) =>
            edit({ sections: putBack(typed.sections, removed) }, t('putBackDone'))
          }
        />
        <FieldSources
          paper={typed}
          onSwap={(field, candidate) => {
            const swap = editOfCandidate(field, candidate, typed.item)
            if (swap) edit(swap, t('taken', fieldName(field)))
          }}
        />
      </div>
    </article>
  )
}
