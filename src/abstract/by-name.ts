import type { Block } from '../text/block.ts'
import { readBlocks } from '../text/outline.ts'
import { type AbstractCandidate, candidateOf, type Finding, isSound } from './abstract-candidate.ts'
import { type Containers, isHeadedBeside } from './container.ts'
import type { Manner } from './manner.ts'
import { trimTail } from './trim-tail.ts'

/** Shorter texts begin no search for what they stand in. */
const least = 60

/**
 * The most texts whose surroundings are looked at: the abstract stands among the first below the title; and where a surer
 * way has found it already, only its translations may still be there.
 */
const mostTexts = 150
const mostFurther = 20

/** The most containers that are read. */
const mostContainers = 12

/** The texts in elements whose id, class, role or property names an abstract, whatever the portal. */
export function findByName(
  blocks: readonly Block[],
  containers: Containers,
  manner: Manner,
  known: { from: number; isKnown: (at: number) => boolean; isFound: boolean },
): AbstractCandidate[] {
  const found = new Map<Element, number>()
  const most = known.isFound ? mostFurther : mostTexts
  let looked = 0
  for (let at = known.from; at < blocks.length; at++) {
    const { element, size = 0 } = blocks[at] ?? {}
    if (!element || size < least || known.isKnown(at)) continue
    if (++looked > most || found.size >= mostContainers) break
    for (const named of containers.named(element)) if (!found.has(named)) found.set(named, at)
  }
  return [...found].flatMap(([element, at]) =>
    isHeadedBeside(element) ? [] : (readIn(element, 'named', sourceOf(element), at, manner) ?? []),
  )
}

/** The texts in the elements that a portal's or platform's selectors name, best selector first. */
export function findBySelectors(
  document: Document,
  blocks: readonly Block[],
  selectors: readonly string[],
  finding: Finding,
  manner: Manner,
): AbstractCandidate[] {
  const seen = new Set<Element>()
  const found: AbstractCandidate[] = []
  for (const selector of selectors) {
    const elements = document.querySelectorAll(selector)
    for (let i = 0; i < elements.length && i < 8; i++) {
      const element = elements[i]
      if (!element || seen.has(element)) continue
      seen.add(element)
      if (isHeadedBeside(element)) continue
      const candidate = readIn(element, finding, selector, placeOf(element, blocks), manner)
      if (candidate) found.push(candidate)
    }
    // The first selector is the best; the others are for the portal's other layouts.
    if (found.some(isSound)) break
  }
  return found
}

/** The place of the first block that is in an element or after it; blocks are in the page's order, so halving finds it. */
function placeOf(element: Element, blocks: readonly Block[]): number {
  let from = 0
  let to = blocks.length
  while (from < to) {
    const middle = (from + to) >> 1
    const own = blocks[middle]?.element
    // 4 is DOCUMENT_POSITION_FOLLOWING, which holds of what is inside too.
    const isAfter = !own || own === element || (element.compareDocumentPosition(own) & 4) !== 0
    if (isAfter) to = middle
    else from = middle + 1
  }
  return from
}

function readIn(
  element: Element,
  finding: Finding,
  source: string,
  at: number,
  manner: Manner,
): AbstractCandidate | undefined {
  const { kept, cut } = trimTail(readBlocks(element, manner.skip, manner.formulas))
  const candidate = candidateOf(finding, source, kept, at)
  candidate?.removed.push(...cut)
  return candidate
}

/** `div.abstractSection`, `section#abstract`: what a person would look for in the page's source. */
function sourceOf(element: Element): string {
  const id = element.id ? `#${element.id}` : ''
  const [name] = (element.getAttribute('class') ?? '')
    .split(/\s+/)
    .filter((each) => /abs/i.test(each))
  return `${element.localName}${id}${name ? `.${name}` : ''}`
}
