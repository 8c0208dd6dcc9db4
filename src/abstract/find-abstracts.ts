import { belowAbstract } from '../boilerplate/place.ts'
import { elementRule, lineRule } from '../boilerplate/strip.ts'
import type { Removed, Section } from '../item/record.ts'
import type { Candidate } from '../metadata/candidate.ts'
import type { Portal } from '../portals/portal.ts'
import { comparable } from '../text/comparable.ts'
import { type Block, nameOf, readBlocks } from '../text/element-text.ts'
import { withoutInline } from '../text/markup.ts'
import {
  asSectionLabel,
  isAbstractHeading,
  isAfterHeading,
  isBesideHeading,
  splitLeadingLabel,
} from './labels.ts'
import { readSections } from './sections.ts'
import { abstractSelectors } from './selectors.ts'

/** How an abstract was found; the order is how far each is trusted before anything else is known. */
export type Finding = 'portal' | 'labelled' | 'selector' | 'metadata' | 'description' | 'prose'

/** One text that may be the abstract. */
export interface AbstractCandidate {
  finding: Finding
  /** For the reader: `section "Abstract"`, `.abstractSection`, `citation_abstract`. */
  source: string
  sections: Section[]
  /** All sections' words, folded, without anything else: for comparing candidates. */
  words: string
  removed: Removed[]
  /** The blocks it was read from, so that a part of them can be taken. */
  blocks: readonly Block[]
}

/** Everything that may be the abstract: by the portal's selectors, by heading, by common selectors, in the metadata. */
export function findAbstracts(
  page: { document: Document; blocks: readonly Block[] },
  metadata: readonly Candidate[],
  portal?: Portal,
): AbstractCandidate[] {
  return [
    ...bySelectors(page.document, portal?.abstract ?? [], 'portal'),
    ...byHeading(page.blocks),
    ...bySelectors(page.document, abstractSelectors, 'selector'),
    ...inMetadata(metadata),
  ]
}

function bySelectors(
  document: Document,
  selectors: readonly string[],
  finding: Finding,
): AbstractCandidate[] {
  const seen = new Set<Element>()
  const found: AbstractCandidate[] = []
  for (const selector of selectors) {
    for (const element of [...document.querySelectorAll(selector)].slice(0, 8)) {
      if (seen.has(element) || isBeside(element)) continue
      seen.add(element)
      const candidate = candidateOf(finding, selector, readBlocks(element, elementRule))
      if (candidate) found.push(candidate)
    }
  }
  return found
}

/** Highlights, digests and graphical abstracts share the abstract's class; their heading or class tells them. */
function isBeside(element: Element): boolean {
  // A form's own `getAttribute` may be a control of that name.
  if (nameOf(element) === 'form') return true
  if (
    /(?:graphical|visual|video|teaser|highlight|author-summary|editor|digest|lay-|plain-language|significance)/i.test(
      `${element.getAttribute('class') ?? ''} ${element.id}`,
    )
  )
    return true
  if (
    element.closest(
      'nav, aside.related, .related-articles, .references, .ref-list, .citedby, footer',
    )
  )
    return true
  const heading = element.querySelector('h1, h2, h3, h4, h5, h6, .title, .section-title')
  return (
    heading !== null && isBesideHeading((heading.textContent ?? '').replace(/\s+/g, ' ').trim())
  )
}

/** The blocks after each heading that says `Abstract`, up to the heading, the container or the line that ends it. */
function byHeading(blocks: readonly Block[]): AbstractCandidate[] {
  return blocks.flatMap((block, i) => {
    const plain = withoutInline(block.text)
    const inLine = beginsWithHeading(block, plain)
    if ((!inLine && !isAbstractHeading(plain)) || block.element?.closest(aside)) return []
    const after = untilHeading(block, blocks.slice(i + 1, i + 60), inLine)
    const within = insideContainer(block, after)
    const { kept, cut } = trimTail(inLine ? [block, ...within] : within)
    const found = candidateOf('labelled', `section "${plain.slice(0, 20)}"`, kept)
    return found ? [{ ...found, removed: [...found.removed, ...cut] }] : []
  })
}

/** Where a heading that says `Abstract` names a field of a form or another paper's abstract. */
const aside = 'label, dialog, [role="dialog"], .modal, nav, .references, .ref-list'

/** `Abstract: We …` or `<b>Abstract</b> We …` in one block. */
function beginsWithHeading({ lead }: Block, plain: string): boolean {
  if (isAbstractHeading(plain)) return false
  return (
    (lead !== undefined && isAbstractHeading(lead)) ||
    /^(?:abstract|summary)(?:\s*[:.—]|\s[–-]\s)\s*\S/i.test(plain)
  )
}

function untilHeading(heading: Block, after: readonly Block[], inLine: boolean): Block[] {
  const level = headingLevel(heading.element)
  const end = after.findIndex((next, i) => {
    const text = withoutInline(next.text)
    if (isAbstractHeading(text) || isBesideHeading(text)) return true
    const nextLevel = headingLevel(next.element)
    const isPart =
      asSectionLabel(text) !== undefined &&
      level !== undefined &&
      nextLevel !== undefined &&
      nextLevel > level
    if (isAfterHeading(text) && !isPart) return true
    // A heading of the same rank that is no label of a structured abstract begins the next part.
    if (
      nextLevel !== undefined &&
      (level === undefined || nextLevel <= level) &&
      asSectionLabel(text) === undefined
    )
      return true
    return inLine && level === undefined && i > 0 && !isNear(heading.element, next.element)
  })
  return end < 0 ? [...after] : after.slice(0, end)
}

/** Cuts the blocks to the smallest element around the heading that holds running text. */
function insideContainer(heading: Block, after: readonly Block[]): Block[] {
  for (
    let container = heading.element?.parentElement;
    container && nameOf(container) !== 'body';
    container = container.parentElement
  ) {
    const around = container
    const outside = after.findIndex(
      (block) => block.element !== undefined && !around.contains(block.element),
    )
    if (outside < 0) break
    const inside = after.slice(0, outside)
    if (inside.some((block) => block.text.length >= 120)) return inside
  }
  return [...after]
}

/** Takes off what follows the last finished sentence: dates, counts, links to elsewhere; a labelled section stays. */
function trimTail(blocks: readonly Block[]): { kept: Block[]; cut: Removed[] } {
  const last = blocks.findLastIndex((block) => {
    const plain = withoutInline(block.text)
    if (lineRule(plain) !== undefined || notes.test(plain)) return false
    const label = block.lead ? asSectionLabel(block.lead) : splitLeadingLabel(plain)?.label
    return (
      label !== undefined ||
      (plain.length >= 40 && (/[.!?)\]”"。]$/u.test(plain) || plain.length >= 300))
    )
  })
  if (last < 0) return { kept: [...blocks], cut: [] }
  const cut = blocks
    .slice(last + 1)
    .map(({ text }) => ({ rule: belowAbstract, text: withoutInline(text) }))
  return { kept: blocks.slice(0, last + 1), cut: cut.slice(0, 10) }
}

/** Notes of the paper's first page that stand under an abstract as if they were its last paragraph. */
const notes =
  /^(?:\(?(?:received|accepted|revised|published|first published|submitted|available online)\b|\W{0,3}to whom correspondence|\W{0,3}these authors contributed|correspond(?:ence|ing author)|e-?mail|editor\s*:|citation\s*:|funding\s*:|(?:data availability|competing interests?|conflicts? of interest|abbreviations?)\b[^.]{0,20}:|pmid\b|issn\b|doi\b|this (?:is an open[- ]access|article is (?:distributed|licensed|published)|work is licensed)|no rights reserved)/i

/** Blocks of one parent; the lines of a text file are all near each other. */
function isNear(a: Element | undefined, b: Element | undefined): boolean {
  return a === b || (b !== undefined && (a?.parentElement?.contains(b) ?? false))
}

function headingLevel(element: Element | undefined): number | undefined {
  const level = element && /^h([1-6])$/.exec(nameOf(element))?.[1]
  return level === undefined ? undefined : Number(level)
}

function inMetadata(metadata: readonly Candidate[]): AbstractCandidate[] {
  return metadata.flatMap((candidate) => {
    if (candidate.field !== 'abstract') return []
    const finding = /description$/i.test(candidate.source) ? 'description' : 'metadata'
    return candidateOfText(finding, candidate.source, candidate.value) ?? []
  })
}

/** A candidate from a text without an element, such as a metadata value. */
function candidateOfText(
  finding: Finding,
  source: string,
  text: string,
): AbstractCandidate | undefined {
  const { sections, removed } = readSections(
    text
      .split(/\n{2,}/)
      .map((line) => ({ text: line.replace(/\s+/g, ' ').trim(), afterBreak: false })),
  )
  return sections.length === 0
    ? undefined
    : { finding, source, sections, words: wordsOf(sections), removed, blocks: [] }
}

/** A candidate from blocks; undefined where nothing is left of them. */
export function candidateOf(
  finding: Finding,
  source: string,
  blocks: readonly Block[],
): AbstractCandidate | undefined {
  const { sections, removed } = readSections(blocks)
  return sections.length === 0
    ? undefined
    : { finding, source, sections, words: wordsOf(sections), removed, blocks }
}

/** The letters and digits of a text, folded: two copies of one abstract compare equal whatever their spacing. */
export function wordsOf(sections: readonly Section[]): string {
  return comparable(sections.map((section) => `${section.label ?? ''} ${section.text}`).join(' '))
}
