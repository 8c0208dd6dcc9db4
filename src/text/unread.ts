/** Elements that show other elements only where they do not work. */
const fallbacks = [
  'noscript',
  'object',
  'video',
  'audio',
  'canvas',
  'map',
  'foreignObject',
] as const

/** What stands inside elements that are never read; on nearly every page nothing does. */
export function unreadBelow(root: Element): ReadonlySet<Element> | undefined {
  let inside: Set<Element> | undefined
  for (const name of fallbacks) {
    const found = root.getElementsByTagName(name)
    for (let i = 0; i < found.length; i++) {
      const fallback = found[i]
      // One in another is in what was found already.
      if (!fallback || inside?.has(fallback)) continue
      for (const each of fallback.getElementsByTagName('*')) {
        inside ??= new Set()
        inside.add(each)
      }
    }
  }
  return inside
}
