import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'

/** A button that shows and hides what stands below it. */
export function Disclosure(props: { name: string; children: ComponentChildren }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div class="disclosure">
      <button
        type="button"
        class="quiet"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {props.name}
      </button>
      <div id={id} hidden={!open}>
        {open && props.children}
      </div>
    </div>
  )
}
