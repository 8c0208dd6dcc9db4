import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

/** A modal dialog with a heading; Escape or `onClose` puts it away, and the focus goes back to where it was. */
export function Dialog(props: { heading: string; onClose(): void; children: ComponentChildren }) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const from = document.activeElement
    return () => {
      if (from instanceof HTMLElement) from.focus()
    }
  }, [])
  // Where the browser has closed it and it is still needed, as with work that is being stopped, it comes back.
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  })
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={props.onClose}>
      <h2 id={id}>{props.heading}</h2>
      {props.children}
    </dialog>
  )
}
