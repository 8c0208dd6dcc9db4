import type { Block } from '../text/block.ts'
import { isForm, nameOf } from '../text/element-name.ts'
import { readAgain } from '../text/outline.ts'
import { type AbstractCandidate, candidateOf } from './abstract-candidate.ts'
import type { Containers } from './container.ts'
import {
  isAbstractHeading,
  isAfterHeading,
  isBesideHeading,
  isKeywords,
  isNote,
  mayBeAbstractHeading,
} from './labels.ts'
import type { Manner } from './manner.ts'
import { asSectionLabel, isFirstLabel } from './section-label.ts'
import { beginsSection, trimTail } from './trim-tail.ts'

/** The most blocks that an abstract may have. */
const most = 60

/** The shortest text that an abstract's container is told by, in characters. */
const running = 80

/** The most texts under such headings: a meeting's programme has hundreds, and each is weighed against each. */
const mostHeadings = 30
const mostAbove = 10
const mostTried = 300

/** Shorter cells beside the heading hold a link or a language's code. */
const leastValue = 20

/** Headings longer than this are sentences. */
const longestHeading = 60

/** The texts after each heading that says `Abstract`, up to the heading, the container or the line that ends it. */
export function findByHeading(
  blocks: readonly Block[],
  containers: Containers,
  manner: Manner,
  known: { from: number; isKnown: (at: number) => boolean },
): AbstractCandidate[] {
  const found: AbstractCandidate[] = []
  const { from, isKnown } = known
  let above = 0
  let tried = 0
  for (const [at, block] of blocks.entries()) {
    // Other papers' above the title must leave room for the paper's own.
    if (at < from && above >= mostAbove) continue
    if (found.length >= mostHeadings) break
    // Sources are indented, so a heading's may be longer than the heading.
    if (!mayBeAbstractHeading(block.raw)) continue
    const whole = block.size <= longestHeading * 3 && isAbstractHeading(block.plain)
    const inLine = !whole && beginsWithHeading(block)
    if ((!whole && !inLine) || isJump(block, blocks[at + 1])) continue
    if (++tried > mostTried) break
    if (isKnown(at) || isAside(block.element, containers)) continue
    const candidate = readAfter(blocks, at, inLine, manner)
    if (!candidate) continue
    found.push(candidate)
    if (at < from) above++
  }
  return found
}

/** An entry of a list of tabs or parts to jump to, or a line of them: `Abstract | References | Similar articles`. */
function isJump({ element, plain, size }: Block, next: Block | undefined): boolean {
  if (size < 400 && isLineOfParts(plain)) return true
  return (
    element?.localName === 'li' &&
    next?.element?.localName === 'li' &&
    next.plain.length <= longestHeading
  )
}

function isLineOfParts(plain: string): boolean {
  const parts = plain.split(/\s*[|•·]\s*/u)
  return parts.length > 2 && parts.every((part) => part.length <= 40 && !/[.:]$/.test(part))
}

/** Where a heading that says `Abstract` names a field of a form, a menu's entry or another paper's abstract. */
function isAside(element: Element | undefined, containers: Containers): boolean {
  if (!element) return false
  if (element.closest(aside)) return true
  const around = element.parentElement
  return around !== null && containers.isBeside(around)
}

const aside = 'label, nav, dialog, button, [role="dialog"], .modal'

/** `Abstract: We …` or `<b>Abstract</b> We …` in one block. */
function beginsWithHeading(block: Block): boolean {
  if (block.size < 40) return false
  if (/^(?:abstract|summary)(?:\s*[:.—]|\s[–-]\s)\s*\S/i.test(block.plain)) return true
  return block.lead !== undefined && isAbstractHeading(block.lead)
}

function readAfter(
  blocks: readonly Block[],
  at: number,
  inLine: boolean,
  manner: Manner,
): AbstractCandidate | undefined {
  const heading = blocks[at]
  if (!heading) return undefined
  const after = insideContainer(heading, blocks.slice(at + 1, at + 1 + most), inLine)
  const range = untilEnd(heading, after, inLine)
  const { kept, cut } = trimTail(inLine ? [heading, ...range] : range)
  const root = commonRoot(heading.element, kept.at(-1)?.element)
  const found = candidateOf(
    'labelled',
    `section "${heading.plain.slice(0, 20)}"`,
    root ? readAgain(kept, root, manner.skip, manner.formulas) : kept,
    at,
  )
  found?.removed.push(...cut)
  return found
}

/**
 * Cuts the blocks to the smallest element around the heading that holds running text; an element made for the abstract
 * that holds nothing but its heading has an empty abstract.
 */
function insideContainer(heading: Block, after: readonly Block[], inLine: boolean): Block[] {
  if (inLine) return [...after]
  let around: Element | null | undefined = heading.element
  for (; around && nameOf(around) !== 'body' && nameOf(around) !== 'form'; ) {
    const container: Element = around
    const outside = after.findIndex(
      ({ element }) => element !== undefined && !container.contains(element),
    )
    if (outside < 0) return [...after]
    const inside = after.slice(0, outside)
    // What a row of fields holds is the value of its label, however short; the next row is another field.
    if (isRow(container) && inside.some(({ plain }) => plain.length >= leastValue)) return inside
    if (inside.some(({ plain }) => plain.length >= running)) return inside
    if (container !== heading.element && inside.length === 0 && isSection(container)) return []
    around = container.parentElement
  }
  return [...after]
}

function isRow(element: Element): boolean {
  return element.localName === 'tr' && element.children.length > 1
}

function isSection(element: Element): boolean {
  return (
    element.localName === 'section' ||
    /abstract/i.test(`${element.getAttribute('class') ?? ''} ${element.id}`)
  )
}

function untilEnd(heading: Block, after: readonly Block[], inLine: boolean): Block[] {
  const level = headingLevel(heading.element)
  let pattern: Element | undefined = inLine ? heading.element : undefined
  let started = inLine
  let labelled = inLine && beginsSection(heading)
  let rank: number | undefined
  const kept: Block[] = []
  for (const block of after) {
    const { plain, element } = block
    // The next talk's: `Abstract: We …` again.
    if (started && beginsWithHeading(block)) break
    const short = plain.length <= 90
    const nextLevel = headingLevel(element)
    const label = short ? asSectionLabel(plain) : undefined
    // Between the heading and the text may stand a list of the parts to jump to, with the heading's own words in it.
    if (!started && plain.length <= longestHeading && element && nameOf(element) === 'li') continue
    if (short) {
      if (isAbstractHeading(plain) || isBesideHeading(plain)) break
      const deeper = level !== undefined && nextLevel !== undefined && nextLevel > level
      if (isAfterHeading(plain) && !(label !== undefined && deeper)) break
    }
    if (nextLevel !== undefined && (level === undefined || nextLevel <= level)) {
      // A heading of the same rank begins the next part, unless it is the first label of a structured abstract or follows one.
      if (label === undefined || !(labelled || (!started && isFirstLabel(label)))) break
    }
    // In a list of fields each has its name in a cell of the same kind.
    if (label === undefined && isSameCell(heading.element, element)) break
    // An abstract with labels may have some that nobody has listed, in headings of the same rank.
    if (label !== undefined) rank ??= nextLevel
    const isLabel = label !== undefined || (nextLevel !== undefined && nextLevel === rank)
    const begins = isLabel || beginsSection(block)
    if (started && (isKeywords(plain) || (isNote(plain) && !(labelled && begins)))) break
    if (begins) labelled = true
    if (started && pattern && element && !begins && !isLike(pattern, element)) break
    if (started && element && isFooter(element) && !isFooter(heading.element)) break
    if (inLine && started && !begins && !labelled && heading.plain.length > 400) break
    if (!started && label === undefined && plain.length >= running) {
      started = true
      pattern = element
    }
    kept.push(block)
  }
  return kept
}

/** True for what stands in the foot of the page or of the article. */
function isFooter(element: Element | undefined): boolean {
  return element !== undefined && element.closest('footer') !== null
}

function isSameCell(heading: Element | undefined, next: Element | undefined): boolean {
  const name = heading && nameOf(heading)
  return next !== undefined && (name === 'dt' || name === 'th') && nameOf(next) === name
}

/** True for an element that goes on as the first one began: in the same parent, or in a parent's twin. */
function isLike(first: Element, next: Element): boolean {
  if (first === next) return true
  const name = nameOf(next)
  const own = nameOf(first)
  const parent = first.parentElement
  if (parent && isForm(parent)) return name === own
  if (parent?.contains(next))
    return name === own || /^(?:li|dd|dt|td|p|blockquote)$/.test(name) || first.contains(next)
  return (
    name === own &&
    parent !== null &&
    next.parentElement?.localName === parent.localName &&
    firstClass(next.parentElement) === firstClass(parent) &&
    next.parentElement?.parentElement === parent.parentElement
  )
}

function firstClass(element: Element): string | undefined {
  return element.getAttribute('class')?.trim().split(/\s+/)[0]
}

function commonRoot(a: Element | undefined, b: Element | undefined): Element | undefined {
  for (let at = a; at; at = nameOf(at) === 'form' ? undefined : (at.parentElement ?? undefined))
    if (b === undefined || nameOf(at) === 'form' || at.contains(b)) return at
  return undefined
}

function headingLevel(element: Element | undefined): number | undefined {
  const level = element && /^h([1-6])$/.exec(nameOf(element))?.[1]
  return level === undefined ? undefined : Number(level)
}
