/** The name of our ranges among the page's highlights (CSS Custom Highlight API Level 1). */
const registered = 'offprint'

/**
 * Draws ranges until the returned function is called, beside those of other papers of the page: the popup has two, one to a tab.
 * A browser that cannot draw them shows the list of passages alone.
 */
export function drawRanges(ranges: readonly Range[]): () => void {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return () => undefined
  const drawn = CSS.highlights.get(registered) ?? new Highlight()
  CSS.highlights.set(registered, drawn)
  for (const range of ranges) drawn.add(range)
  return () => {
    for (const range of ranges) drawn.delete(range)
  }
}
