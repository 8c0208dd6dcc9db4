import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** The text that stands in a region's sections, and how often it was drawn anew: an edit makes another one of it, a word that is marked other nodes. */
export function useDrawnText(
  region: RefObject<HTMLElement | null>,
  sections: () => Element[],
): { text: string; turn: number } {
  const [state, setState] = useState({ text: '', turn: 0 })
  useEffect(() => {
    const look = () => setState(({ turn }) => ({ text: textOf(sections()), turn: turn + 1 }))
    look()
    const observer = new MutationObserver(look)
    if (region.current)
      observer.observe(region.current, { childList: true, characterData: true, subtree: true })
    return () => observer.disconnect()
  }, [region.current])
  return state
}

function textOf(sections: readonly Element[]): string {
  return sections.map((section) => section.textContent ?? '').join('\n')
}
