/** Quiet time after which a page counts as settled, in ms. */
const quiet = 300

/**
 * Resolves true once the document is parsed and its body has not changed for 300 ms, false when it is still
 * changing after `patience` ms (zotero-connectors#105: saved before the metadata was there).
 */
export function settled(document: Document, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const finish = (calm: boolean): void => {
      clearTimeout(timer)
      clearTimeout(limit)
      observer.disconnect()
      document.removeEventListener('DOMContentLoaded', watch)
      resolve(calm)
    }
    const restart = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => finish(true), quiet)
    }
    const observer = new MutationObserver((changes) => {
      // Counters, clocks and advertisements move for ever; only changes that bring words count.
      if (changes.some((change) => bringsText(change))) restart()
    })
    const watch = (): void => {
      observer.observe(document.documentElement, {
        childList: true,
        subtree: true,
        characterData: true,
      })
      restart()
    }
    const limit = setTimeout(() => finish(false), patience)
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', watch)
    else watch()
  })
}

function bringsText(change: MutationRecord): boolean {
  if (change.type === 'characterData') return (change.target.nodeValue ?? '').length > 40
  return [...change.addedNodes].some((node) => (node.textContent ?? '').length > 40)
}
