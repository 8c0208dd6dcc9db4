import { lineRule, saysNone } from '../boilerplate/strip.ts'
import { readPublicationTypes } from '../item/publication-type.ts'
import type { Block } from '../text/block.ts'
import { comparable } from '../text/comparable.ts'
import { documentOf, nameOf } from '../text/element-name.ts'
import { readAgain } from '../text/outline.ts'
import { type AbstractCandidate, candidateOf, type Sign } from './abstract-candidate.ts'
import type { Containers } from './container.ts'
import { isAfterHeading, isBodyHeading, isKeywords, isNote } from './labels.ts'
import type { Manner } from './manner.ts'
import { asSectionLabel } from './section-label.ts'

/** True for running text: long, with sentences, not a list of names or links. */
export function isProse(text: string): boolean {
  if (text.length < 160) return false
  if (!/[a-z\d)\]”"\u0080-\uffff][.!?。](?:\s|$)/i.test(text)) return false
  return (
    countOf(text, ',') + countOf(text, ';') < text.length / 18 &&
    !/^(?:©|copyright\b|this (?:site|website)\b|we use cookies|access (?:to|through|provided)\b)/i.test(
      text,
    )
  )
}

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++
  return count
}

/** Headings that may stand between the title and the text. */
const aboutAuthors =
  /^(?:authors?|author information|authors? and affiliations|affiliations|full text(?: links)?|article information|pmid|doi)\b/i

/** Where a text below the title is not the paper's. */
const elsewhere = 'nav, aside, footer, form, figure, figcaption, dialog, [role="dialog"]'

/** How far below the title the text may begin, and how many blocks it may have. */
const reach = 80

/**
 * The running text after the title where no heading names the abstract: repositories, old pages, QxMD's and plain-text
 * files show it so. It ends at the first line of furniture, at a heading or at anything that is not running text; what
 * stands round it tells whether it is the abstract.
 */
export function findUnlabelled(
  blocks: readonly Block[],
  title: number,
  authors: readonly string[],
  containers: Containers,
  manner: Manner,
): AbstractCandidate | undefined {
  if (title < 0) return undefined
  const prose: number[] = []
  let between: number[] = []
  let end = Math.min(blocks.length, title + 1 + reach)
  for (let at = title + 1; at < end; at++) {
    const block = blocks[at]
    if (!block) break
    const { plain } = block
    if (plain.length < 400 && saysNone(plain)) return undefined
    const begun = prose.length > 0
    const heading = isHeading(block)
    if (plain.length <= 90) {
      if ((begun || heading) && isAfterHeading(plain) && !aboutAuthors.test(plain)) end = at
      else if (heading && isBodyHeading(plain)) end = at
      if (at >= end) break
    }
    if (lineRule(plain) !== undefined || isNote(plain) || isKeywords(plain)) {
      if (begun) end = at
      continue
    }
    const goesOn = begun && /[.!?]$/.test(plain) && plain.length > 40
    if ((isProse(plain) && !isAboutPerson(plain) && !isReference(plain)) || goesOn) {
      if (block.element && (block.element.closest(elsewhere) || containers.isBeside(block.element)))
        continue
      if (begun && between.length === 0 && !isBeside(blocks[prose.at(-1) ?? 0], block)) end = at
      else {
        prose.push(...between, at)
        between = []
      }
    } else if (asSectionLabel(plain) !== undefined) between.push(at)
    else if (begun) end = at
    else between = []
  }
  const first = prose[0]
  const last = prose.at(-1)
  if (first === undefined || last === undefined) return undefined
  const own = prose.flatMap((at) => blocks[at] ?? [])
  const root = own[0]?.element && documentOf(own[0].element)?.body
  const found = candidateOf(
    'prose',
    'text below the title',
    root ? readAgain(own, root, manner.skip, manner.formulas) : own,
    first,
  )
  if (!found) return undefined
  found.signs = signsOf(blocks, { title, first, last, paragraphs: own.length, authors })
  return found
}

function isHeading({ element }: Block): boolean {
  return element !== undefined && /^h[1-6]$/.test(nameOf(element))
}

/** Paragraphs that follow each other in one parent, or in parents of one kind. */
function isBeside(a: Block | undefined, b: Block): boolean {
  if (!a?.element || !b.element || a.element === b.element) return true
  return (
    a.element.parentElement === b.element.parentElement ||
    (a.element.localName === b.element.localName &&
      a.element.parentElement?.parentElement === b.element.parentElement?.parentElement)
  )
}

/** `A. Doe is at the Department of …, a.doe@example.org`: about an author, not the paper. */
function isAboutPerson(plain: string): boolean {
  return (
    plain.length < 700 &&
    (/[\w.]@[\w-]+\.\w/.test(plain) ||
      /^(?:[\p{L}.'’-]+ ){1,4}(?:is|was|are|received|works|joined)\b.{0,60}\b(?:at the|in the (?:department|school|institute)|professor|student|director|fellow|degree)\b/iu.test(
        plain,
      ))
  )
}

/** `R. Doe and A. Roe. 2004. A title. In Proceedings …, pages 1–8`: the paper as others cite it. */
function isReference(plain: string): boolean {
  return (
    plain.length < 700 &&
    /\b(?:19|20)\d{2}\b/.test(plain) &&
    /\b(?:pages|pp?\.|in proceedings|vol(?:ume)?\.?|doi|no\.) ?[:\d]|\bIn Proceedings\b/i.test(
      plain,
    ) &&
    /^\[?(?:(?:\p{Lu}\.[ -]?)+\p{Lu}|\p{Lu}[\p{L}'’-]+,? (?:\p{Lu}[.,\s]|\p{Lu}[\p{L}'’-]+[,.&]))/u.test(
      plain,
    )
  )
}

/** Elements that hold a paper's whole text. */
const wholeText =
  '[itemprop~="articleBody"], [class*="article-body" i], [class*="articlebody" i], [class*="body-content" i], [class~="bodymatter" i], #bodymatter, [class*="fulltext-view" i]'

function isReferences(heading: string): boolean {
  return /^(?:references(?: and notes)?|notes(?: and references)?|bibliography|literature(?: cited)?|works cited|literatur|références|referencias|referências|bibliografía|bibliographie|литература|список литературы|参考文献|footnotes)\s*[:.]?$/i.test(
    heading,
  )
}

function signsOf(
  blocks: readonly Block[],
  at: {
    title: number
    first: number
    last: number
    paragraphs: number
    authors: readonly string[]
  },
): Sign[] {
  const signs: Sign[] = []
  const below = blocks.slice(at.last + 1, at.last + 4)
  if (below.some(({ plain }) => plain.length < 400 && isKeywords(plain)))
    signs.push('keywords-below')
  if (below.some((block) => isHeading(block) && isBodyHeading(block.plain)))
    signs.push('body-below')
  if (below.some((block) => isHeading(block) && isReferences(block.plain)))
    signs.push('references-below')
  if (blocks[at.first]?.element?.closest(wholeText)) signs.push('in-body')
  if (at.paragraphs > 4) signs.push('many-paragraphs')
  const above = comparable(
    blocks
      .slice(at.title + 1, at.first)
      .map(({ plain }) => plain.slice(0, 400))
      .join(' ')
      .slice(0, 6000),
  )
  if (at.authors.some((name) => name.length > 2 && above.includes(comparable(name))))
    signs.push('authors-above')
  return signs
}

/**
 * The title of a text that marks none: the first line above the first running text that is neither furniture
 * nor a publication type nor a citation.
 */
export function titleAbove(blocks: readonly Block[]): string | undefined {
  const near = blocks.slice(0, 400)
  const labelled = near.find(({ plain }) => /^title\s*:\s*\S/i.test(plain))
  if (labelled) return labelled.text.replace(/^title\s*:\s*/i, '')
  const prose = near.findIndex(({ plain }) => isProse(plain))
  return near.slice(0, Math.max(prose, 0)).find(({ plain }) => {
    return (
      plain.length >= 12 &&
      plain.length <= 400 &&
      /\s/.test(plain) &&
      lineRule(plain) === undefined &&
      readPublicationTypes(plain) === undefined &&
      !isCitation(plain)
    )
  })?.text
}

function isCitation(line: string): boolean {
  return /\b(?:19|20)\d{2}\b.*[;:(]\s?\d+/.test(line) || /^(?:doi|pmid|https?:)/i.test(line)
}
