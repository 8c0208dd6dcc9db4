import type { ComponentChildren } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'

/** A button that shows and hides what stands below it. */
export function Disclosure(props: {
  name: string
  /** Shows it without a press once this becomes true. */
  opens?: boolean
  children: ComponentChildren
}) {
  const { opens = false } = props
  const id = useId()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (opens) setOpen(true)
  }, [opens])
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
