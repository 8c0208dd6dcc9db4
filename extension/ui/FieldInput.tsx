import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** A labelled box: one line, or several where `lines` (one thing a line) or `text` (running text) is asked for. */
export function FieldInput(props: {
  label: string
  text: string
  lines?: 'lines' | 'text' | undefined
  /** What is to be said of the text; null where nothing is just now. */
  note?: ComponentChildren
  onInput(text: string): void
  onLeave(): void
}) {
  const id = useId()
  const common = {
    id,
    class: 'field',
    dir: 'auto' as const,
    ...(props.note !== undefined && { 'aria-describedby': `${id}-note` }),
    value: props.text,
    onBlur: props.onLeave,
    onInput: (event: { currentTarget: { value: string } }) =>
      props.onInput(event.currentTarget.value),
  }
  return (
    <div class="labelled">
      <label for={id}>{props.label}</label>
      {props.lines ? (
        <textarea {...common} rows={props.lines === 'lines' ? 3 : 2} />
      ) : (
        <input type="text" {...common} />
      )}
      {props.note !== undefined && (
        <div id={`${id}-note`} class="field-note" aria-live="polite">
          {props.note}
        </div>
      )}
    </div>
  )
}
