import { useId } from 'preact/hooks'
import { t } from '../i18n.ts'

/** The reader's note on a paper; leaving it or Ctrl+Enter keeps it in the record. */
export function NoteField(props: { text: string; onInput(text: string): void; onLeave(): void }) {
  const id = useId()
  return (
    <div class="labelled">
      <label for={id}>{t('note')}</label>
      <textarea
        id={id}
        class="field"
        rows={2}
        dir="auto"
        placeholder={t('notePlaceholder')}
        value={props.text}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onLeave}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onLeave()
        }}
      />
    </div>
  )
}
