import type { Block } from '../text/block.ts'
import { comparable } from '../text/comparable.ts'

/** Marks that may follow a title inside its element (`*`, `1`) and are no part of it, in letters and digits. */
const slack = 4

/**
 * The block that shows the title, as its place in the list; -1 where none does. Of several it is the first heading,
 * else the last: what repeats a title stands in menus and head lines above it.
 */
export function titleAt(blocks: readonly Block[], title: string | undefined): number {
  const words = comparable(title ?? '')
  if (words.length < 8) return -1
  const longest = words.length * 3 + 40
  let last = -1
  for (const [at, block] of blocks.entries()) {
    if (block.size < words.length || block.plain.length > longest) continue
    const { plain, element } = block
    const own = comparable(plain)
    if (!own.startsWith(words) || own.length > words.length + slack) continue
    if (element && /^h[1-3]$/.test(element.localName)) return at
    last = at
  }
  return last
}
