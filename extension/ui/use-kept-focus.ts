import { useEffect } from 'preact/hooks'

/** What had the focus, and where else it may go once that is no more. */
interface Place {
  had: Element
  /** The bar below comes and goes: one goes back to where one was before it. */
  isInBar: boolean
  /** The list's item that it stood in, and the items beside it. */
  item: Element | null
  beside: (Element | null | undefined)[]
}

/**
 * Where what has the focus goes away, as a paper that is restored does, the browser forgets the place, and a keyboard begins again
 * at the top of the page. Here it goes on: in the item that it stood in, at the one after it or before it, where it came from,
 * or at the beginning of the view or of the popup's open tab. What is only moved has it again.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let place: Place | undefined
    let before: Element | undefined
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      if (place && !place.isInBar) before = place.had
      const item = target.closest('li')
      place = {
        had: target,
        isInBar: target.closest('.announcements') !== null,
        item,
        beside: [item?.nextElementSibling, item?.previousElementSibling],
      }
    }
    const observer = new MutationObserver((changes) => {
      if (!place || document.activeElement !== document.body) return
      const { had, item, beside } = place
      if (had.isConnected) {
        // Where rows change their order, the browser takes the focus from one that is moved; who clicks beside it gives it up.
        if (changes.some(({ removedNodes }) => takesAway(removedNodes, had))) focusOn(had)
        return
      }
      place = undefined
      if (item?.isConnected) focusOn(item.querySelector('button, input, a') ?? item)
      else {
        const view = document.querySelector('[role=tabpanel]:not([hidden])')
        const others = [...beside, before, view ?? document.querySelector('main')]
        focusOn(others.find((one) => one?.isConnected))
      }
    })
    document.addEventListener('focusin', onFocus)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', onFocus)
      observer.disconnect()
    }
  }, [])
}

function takesAway(removed: NodeList, element: Element): boolean {
  return [...removed].some((node) => node.contains(element))
}

function focusOn(element: Element | null | undefined): void {
  if (!(element instanceof HTMLElement)) return
  // An item or a view is not for Tab, and not its first button either: a key that is held down would press that.
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus()
}
