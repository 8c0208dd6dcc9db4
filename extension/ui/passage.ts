import type { Section } from '../../src/item/record.ts'
import { type Selector, selectorOf } from '../../src/library/anchor.ts'
import { plainText } from './inline-markup.ts'

/** What stands between two sections in an abstract's text. */
const between = '\n'

/** An abstract as one text without markup and labels, in which highlights have their places. */
export function textOfSections(sections: readonly Section[]): string {
  return sections.map(({ text }) => plainText(text)).join(between)
}

/**
 * The passage that is selected in the page, as far as it lies within one abstract: the elements of its sections' texts, in order,
 * are those of `sections`. Labels and what is round the abstract are no part of it: three clicks select up to what follows a
 * paragraph. Undefined where the selection neither begins nor ends in the abstract.
 */
export function selectedPassage(
  region: Element | null,
  sections: readonly Element[],
  selection: Selection | null,
): Selector | undefined {
  if (!region || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!region.contains(range.startContainer) && !region.contains(range.endContainer))
    return undefined
  const [from, to] = [
    placeOf(sections, range.startContainer, range.startOffset),
    placeOf(sections, range.endContainer, range.endOffset),
  ]
  if (from >= to) return undefined
  const text = sections.map((section) => section.textContent ?? '').join(between)
  return selectorOf(text, from, to)
}

/** How much of the abstract's text, with what stands between its sections, is before a place in the page. */
function placeOf(sections: readonly Element[], node: Node, offset: number): number {
  let before = 0
  for (const section of sections) {
    const range = document.createRange()
    range.selectNodeContents(section)
    const side = range.comparePoint(node, offset)
    if (side < 0) return before
    if (side === 0) {
      range.setEnd(node, offset)
      return before + range.toString().length
    }
    before += (section.textContent ?? '').length + between.length
  }
  return before
}

/** A passage of the abstract's text as ranges of the page, one for each section that it touches. */
export function rangesOf(sections: readonly Element[], from: number, to: number): Range[] {
  const ranges: Range[] = []
  let before = 0
  for (const section of sections) {
    const length = (section.textContent ?? '').length
    const range = rangeIn(section, Math.max(0, from - before), Math.min(length, to - before))
    if (range) ranges.push(range)
    before += length + between.length
  }
  return ranges
}

function rangeIn(section: Element, from: number, to: number): Range | undefined {
  if (from >= to) return undefined
  const range = document.createRange()
  const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  let at = 0
  let started = false
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const end = at + (node.textContent ?? '').length
    if (!started && from < end) {
      range.setStart(node, from - at)
      started = true
    }
    if (started && to <= end) {
      range.setEnd(node, to - at)
      return range
    }
    at = end
  }
  return undefined
}
