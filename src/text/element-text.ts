import type { Skip } from './line-text.ts'
import type { Formulas } from './math.ts'
import { readBlocks } from './outline.ts'

/** An element's text in one line, with CSL's inline tags; empty where it has none. */
export function elementText(element: Element, skip?: Skip, formulas?: Formulas): string {
  return readBlocks(element, skip, formulas)
    .map((block) => block.text)
    .filter((text) => text !== '')
    .join(' ')
}
