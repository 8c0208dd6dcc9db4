import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/**
 * Whether hints stand open below a search field: from when it takes the focus, or when what is hinted at (`of`) changes, until Escape
 * or until the focus leaves both. The down arrow opens them, and leads into `list`, in which the arrows go on.
 */
export function useSearchHints(
  input: RefObject<HTMLInputElement | null>,
  list: RefObject<HTMLDivElement | null>,
  of: string | undefined,
): boolean {
  const [hinted, setHinted] = useState<string>()
  const isOpen = of !== undefined && hinted === of
  const now = useRef({ of, isOpen })
  const before = now.current.of
  now.current = { of, isOpen }

  useEffect(() => {
    // An emptied field shows the whole list again: nothing covers it until the person comes back to the field.
    if (of !== before) setHinted(isWithin(input) && of !== '' ? of : undefined)
  }, [of])

  useEffect(() => {
    const box = input.current?.parentElement
    if (!box) return
    const open = () => setHinted(now.current.of)
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && now.current.isOpen) {
        // Else the browser would empty the field, or close the popup.
        event.preventDefault()
        event.stopPropagation()
        input.current?.focus()
        setHinted(undefined)
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (!now.current.isOpen && event.key === 'ArrowDown') open()
        else if (!step(list, input, event.key === 'ArrowDown' ? 1 : -1)) return
        event.preventDefault()
      }
    }
    const enter = ({ target, relatedTarget }: FocusEvent) => {
      if (target === input.current && !box.contains(relatedTarget as Node | null)) open()
    }
    // Once the focus has come where it goes to: to take the choices away on its way would throw it back into the field.
    const leave = () =>
      setTimeout(() => {
        if (!box.contains(document.activeElement)) setHinted(undefined)
      })
    if (isWithin(input)) open()
    box.addEventListener('keydown', press)
    box.addEventListener('focusin', enter)
    box.addEventListener('focusout', leave)
    return () => {
      box.removeEventListener('keydown', press)
      box.removeEventListener('focusin', enter)
      box.removeEventListener('focusout', leave)
    }
  }, [input, list])
  return isOpen
}

function isWithin(input: RefObject<HTMLInputElement | null>): boolean {
  return document.activeElement !== null && document.activeElement === input.current
}

/** Moves the focus from choice to choice, and from the first back into the field; false where there is none. */
function step(
  list: RefObject<HTMLDivElement | null>,
  input: RefObject<HTMLInputElement | null>,
  by: 1 | -1,
): boolean {
  const choices = [...(list.current?.querySelectorAll('button') ?? [])]
  const at = choices.indexOf(document.activeElement as HTMLButtonElement) + by
  if (choices.length === 0 || at < -1) return false
  const next = at === -1 ? input.current : choices[Math.min(at, choices.length - 1)]
  next?.focus()
  return true
}
