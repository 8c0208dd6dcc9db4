import { belowAbstract } from '../boilerplate/place.ts'
import { lineRule } from '../boilerplate/strip.ts'
import type { Removed } from '../item/record.ts'
import type { Block } from '../text/block.ts'
import { isAfterHeading, isNote } from './labels.ts'
import { asSectionLabel, splitLeadingLabel } from './section-label.ts'

/** True for a block that begins a section of a structured abstract: `METHODS: …`, a known label in bold. */
export function beginsSection(block: Block): boolean {
  if (splitLeadingLabel(block.plain) !== undefined) return true
  return /^\p{Lu}/u.test(block.plain) && block.lead !== undefined
    ? asSectionLabel(block.lead) !== undefined
    : false
}

/** True for a block that is a heading: by its element, or because all of it is emphasised. */
export function isHeadingBlock(block: Block, plain: string = block.plain): boolean {
  if (plain.length > 60 || /[.;,]$/.test(plain)) return false
  return /^(?:h[1-6]|dt|th)$/.test(block.element?.localName ?? '') || block.lead === plain
}

/**
 * Takes off what follows the last finished sentence: dates, counts, links to elsewhere. A section stays, be it as short
 * as `Funding: None`.
 */
export function trimTail(blocks: readonly Block[]): { kept: readonly Block[]; cut: Removed[] } {
  const last = blocks.findLastIndex((block, at) => {
    const { plain } = block
    if (lineRule(plain) !== undefined) return false
    const above = blocks[at - 1]
    const labelled = above !== undefined && isLabelled(blocks, at - 1)
    if (isNote(plain) && !labelled) return false
    return (
      (plain.length >= 40 &&
        (/[.!?。]$|[.!?。…][)\]”"]$/u.test(plain) ||
          (plain.length >= 100 && /[)\]”"]$/u.test(plain)) ||
          plain.length >= 300)) ||
      beginsSection(block) ||
      labelled
    )
  })
  if (last < 0 || last === blocks.length - 1) return { kept: blocks, cut: [] }
  const cut = blocks.slice(last + 1).map(({ plain }) => ({ rule: belowAbstract, text: plain }))
  return { kept: blocks.slice(0, last + 1), cut: cut.slice(0, 10) }
}

/** True for a heading that is a known label, or any heading after one: an abstract with labels has more of them. */
function isLabelled(blocks: readonly Block[], at: number): boolean {
  const heading = blocks[at]
  if (!heading || heading.size > 180) return false
  if (asSectionLabel(heading.plain) !== undefined) return true
  if (isAfterHeading(heading.plain) || !isHeadingBlock(heading)) return false
  return blocks
    .slice(0, at)
    .some(
      (block) =>
        block.size <= 180 && asSectionLabel(block.plain) !== undefined && isHeadingBlock(block),
    )
}
