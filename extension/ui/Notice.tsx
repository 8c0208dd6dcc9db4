import { useEffect, useRef } from 'preact/hooks'

/** A line that says how things stand, with the one action that belongs to it. */
export function Notice(props: {
  text: string
  /** `done` is good news, `ask` waits for the person. */
  tone: 'done' | 'ask'
  action?: { name: string; run(): void; primary?: boolean; focus?: boolean } | undefined
}) {
  const { text, tone, action } = props
  const button = useRef<HTMLButtonElement>(null)
  const focus = action?.focus ?? false
  useEffect(() => {
    if (focus) button.current?.focus()
  }, [focus])
  return (
    <div class={`notice ${tone}`}>
      {tone === 'done' && (
        <span class="notice-mark" aria-hidden="true">
          ✓
        </span>
      )}
      <p>{text}</p>
      {action && (
        <button
          ref={button}
          type="button"
          class={action.primary ? 'primary' : 'quiet'}
          onClick={action.run}
        >
          {action.name}
        </button>
      )}
    </div>
  )
}
