import { useEffect } from 'preact/hooks'
import type { Capture } from '../../src/capture/page-kind.ts'
import { day, t } from '../i18n.ts'
import { CapturePanel } from '../ui/CapturePanel.tsx'
import { draftOfEdit, editOfDraft } from '../ui/draft-fields.ts'
import { editPaper } from '../ui/edit-paper.ts'
import { fieldName } from '../ui/field-names.ts'
import { plainText } from '../ui/inline-markup.ts'
import { Notice } from '../ui/Notice.tsx'
import { refusedFields } from '../ui/typed-text.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useDrafts } from '../ui/use-drafts.ts'
import { draftKey } from './draft-key.ts'

/** A paper that a button saves, after whatever the person puts right first. */
export function OfferedPaper(props: {
  capture: Capture
  /** Why it was not saved by itself. */
  reason: string
  /** The record that is probably the same paper. */
  probably?: { id: string; title: string; savedAt: string } | undefined
  /** True where there is hardly anything yet but boxes to fill. */
  bare?: boolean
  /** True where text that is selected in the page is kept as if it had been typed. */
  keepsSelection?: boolean
  /** False where another button has the focus. */
  focusSave?: boolean
  onSave(capture: Capture): Promise<boolean>
  onOpenRecord(id: string): void
}) {
  const { capture, probably } = props
  const drafts = useDrafts(draftKey(capture))
  const { fail } = useAnnouncer()
  // What is selected in the page now will not be when the popup opens again.
  useEffect(() => {
    if (props.keepsSelection && capture.source.fields.abstract?.source === 'selection')
      drafts.put(draftOfEdit({ sections: capture.sections }, capture))
  }, [])
  const save = async () => {
    // It would be lost with the draft.
    const [refused] = refusedFields(drafts.fields, capture.item)
    if (refused) return fail(t('notSavedYet', fieldName(refused)))
    const edited = editPaper(capture, editOfDraft(drafts.fields, capture))
    if (await props.onSave(edited)) await drafts.forget()
  }
  return (
    <>
      <Notice
        tone="ask"
        text={props.reason}
        action={{
          name: t('save'),
          run: () => void save(),
          primary: true,
          focus: props.focusSave ?? !props.bare,
        }}
      />
      {probably && (
        <p class="probably">
          {t('probablyThis')}{' '}
          <button type="button" class="quiet" onClick={() => props.onOpenRecord(probably.id)}>
            {plainText(probably.title)}
          </button>{' '}
          <span class="soft">{t('savedOn', day(probably.savedAt))}</span>
        </p>
      )}
      <CapturePanel capture={capture} drafts={drafts} editAtOnce={props.bare ?? false} />
    </>
  )
}
