import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** How one comes back from an opened paper to its row. */
export interface WayBack {
  /** Puts the paper away where it stands in place of the list, and goes to the row. */
  back(): void
  /** Goes to the row of a paper that was deleted, and is about to go. */
  leave(): void
  /** Escape does that too, where nothing within the paper has a use for it. */
  press(event: KeyboardEvent): void
}

/**
 * The way back from a paper that stands open to the row of the list in `pane` at which the keyboard was. Where both are to be seen the
 * paper stays open.
 */
export function useWayBack(
  pane: RefObject<HTMLElement | null>,
  isOpen: boolean,
  onClose: () => void,
): WayBack {
  const leaves = useRef<'back' | 'deleted'>(undefined)
  const toRow = (isDeleted = false) => {
    const title = pane.current?.querySelector<HTMLElement>('.row-title[tabindex="0"]')
    const row = title?.closest('li')
    // A key that is held down on the button that deletes would press the title's.
    if (isDeleted && row) row.tabIndex = -1
    if (isDeleted) row?.focus()
    else title?.focus()
  }
  useEffect(() => {
    if (isOpen || !leaves.current) return
    toRow(leaves.current === 'deleted')
    leaves.current = undefined
  }, [isOpen])
  const back = () => {
    if (pane.current?.checkVisibility()) return toRow()
    leaves.current = 'back'
    onClose()
  }
  return {
    back,
    leave() {
      leaves.current = 'deleted'
      onClose()
    },
    press(event) {
      const isInDialog = (event.target as Element).closest('dialog') !== null
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || isInDialog)
        return
      event.preventDefault()
      back()
    },
  }
}
