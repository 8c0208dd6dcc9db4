import type { Block } from '../text/block.ts'
import { comparable, comparableOpening } from '../text/comparable.ts'

/** Marks that may follow a title inside its element (`*`, `1`) and are no part of it, in letters and digits. */
const slack = 4

/**
 * The block that shows the title, as its place in the list; -1 where none does. Of several it is the first heading,
 * else the last: what repeats a title stands in menus and head lines above it.
 */
export function titleAt(blocks: readonly Block[], title: string | undefined): number {
  const known = places.get(blocks) ?? new Map<string, number>()
  places.set(blocks, known)
  const at = known.get(title ?? '') ?? find(blocks, title)
  known.set(title ?? '', at)
  return at
}

/** What was found once: authors, citation, types and abstract are all looked for round the same title. */
const places = new WeakMap<readonly Block[], Map<string, number>>()

function find(blocks: readonly Block[], title: string | undefined): number {
  const words = comparable(title ?? '')
  if (words.length < 8) return -1
  const longest = words.length * 3 + 40
  let last = -1
  for (const [at, block] of blocks.entries()) {
    if (block.size < words.length || !words.startsWith(comparableOpening(block.raw))) continue
    if (block.size > longest * 4 + 400 || block.plain.length > longest) continue
    const { plain, element } = block
    const own = comparable(plain)
    if (!own.startsWith(words) || own.length > words.length + slack) continue
    if (element && /^h[1-3]$/.test(element.localName)) return at
    last = at
  }
  return last
}
