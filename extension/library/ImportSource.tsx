import { useId, useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { ImportState, ImportStep } from './use-import.ts'

/** Asks what to import: files, or text that is pasted. */
export function ImportSource(props: {
  state: ImportState
  step: Extract<ImportStep, { kind: 'asking' }>
  /** Has files chosen. */
  onPick(): void
}) {
  const { state, step, onPick } = props
  const [text, setText] = useState(step.text ?? '')
  const id = useId()
  const isEmpty = text.trim() === ''
  return (
    <Dialog heading={t('importHeading')} onClose={state.cancel}>
      <p class="soft">{t('importAbout')}</p>
      <div class="labelled">
        <label for={id}>{t('importPaste')}</label>
        <textarea
          id={id}
          class="field pasted"
          dir="auto"
          rows={6}
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {/* Nothing outside a modal dialog can be heard or reached. */}
      {step.error !== undefined && (
        <p role="alert" class="bar bar-error">
          {step.error}
        </p>
      )}
      <div class="actions">
        <button type="button" class={isEmpty ? 'primary' : ''} onClick={onPick}>
          {t('importChoose')}
        </button>
        <button
          type="button"
          class={isEmpty ? '' : 'primary'}
          disabled={isEmpty}
          onClick={() => void state.paste(text)}
        >
          {t('importPasteRead')}
        </button>
        <button type="button" onClick={state.cancel}>
          {t('cancel')}
        </button>
      </div>
    </Dialog>
  )
}
