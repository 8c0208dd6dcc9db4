import { useState } from 'preact/hooks'
import type { Capture } from '../../src/capture/page-kind.ts'
import { t } from '../i18n.ts'
import type { RecordEdit } from '../messages.ts'
import { AbstractRegion } from './AbstractRegion.tsx'
import { Doubts } from './Doubts.tsx'
import { draftAfterEdit, editOfCandidate, editOfDraft } from './draft-fields.ts'
import { editPaper, putBack } from './edit-paper.ts'
import { FieldSources } from './FieldSources.tsx'
import { LeftOut } from './LeftOut.tsx'
import { PaperEditor } from './PaperEditor.tsx'
import { PaperHead } from './PaperHead.tsx'
import { RestoredLine } from './RestoredLine.tsx'
import type { Drafts } from './use-drafts.ts'

/** A paper that is not saved yet: what would be saved, and the same ways to put it right first. */
export function CapturePanel(props: {
  capture: Capture
  drafts: Drafts
  /** True where there is hardly anything yet, so that the boxes are what a person needs. */
  editAtOnce?: boolean
  onChange(capture: Capture): void
}) {
  const { capture, drafts, onChange } = props
  const [editing, setEditing] = useState(props.editAtOnce ?? false)
  const open = editing || drafts.restored
  const typed = editPaper(capture, editOfDraft(drafts.fields, capture))
  const edit = (change: RecordEdit) => {
    const edited = editPaper(capture, change)
    const redrafted = draftAfterEdit(drafts.fields, change, edited)
    if (redrafted) drafts.put(redrafted)
    onChange(edited)
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
          paper={capture}
          onPutBack={(removed) => edit({ sections: putBack(typed.sections, removed) })}
        />
        <FieldSources
          paper={capture}
          onSwap={(field, candidate) => {
            const swap = editOfCandidate(field, candidate.value, capture.item.author)
            if (swap) edit(swap)
          }}
        />
      </div>
    </article>
  )
}
