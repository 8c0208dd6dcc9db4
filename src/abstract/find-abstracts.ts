import { elementRule } from '../boilerplate/strip.ts'
import type { Removed, Section } from '../item/record.ts'
import type { Candidate } from '../metadata/candidate.ts'
import type { Portal } from '../portals/portal.ts'
import { comparable } from '../text/comparable.ts'
import { type Block, nameOf, readBlocks } from '../text/element-text.ts'
import { withoutInline } from '../text/markup.ts'
import { isAbstractHeading, isAfterHeading, isBesideHeading, splitLeadingLabel } from './labels.ts'
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
  element?: Element
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
      if (candidate) found.push({ ...candidate, element })
    }
  }
  return found
}

/** Highlights, digests and graphical abstracts share the abstract's class; their heading or class tells them. */
function isBeside(element: Element): boolean {
  if (
    /(?:graphical|visual|video|teaser|highlight|author-summary|editor|digest|lay-|plain-language|significance)/i.test(
      `${element.getAttribute('class') ?? ''} ${element.id}`,
    )
  )
    return true
  if (
    nameOf(element) === 'form' ||
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

/** The blocks after each heading that says `Abstract`, up to the heading that ends it. */
function byHeading(blocks: readonly Block[]): AbstractCandidate[] {
  const found: AbstractCandidate[] = []
  blocks.forEach((block, i) => {
    const plain = withoutInline(block.text)
    const lead = block.lead && isAbstractHeading(block.lead) ? block.lead : undefined
    const opening =
      lead ?? (/^(?:abstract|summary)\s*[:.—–-]\s*\S/i.test(plain) ? 'Abstract' : undefined)
    if (!isAbstractHeading(plain) && opening === undefined) return
    const level = headingLevel(block.element)
    const rest: Block[] = isAbstractHeading(plain) ? [] : [block]
    for (const next of blocks.slice(i + 1, i + 60)) {
      const text = withoutInline(next.text)
      if (isAbstractHeading(text) || isBesideHeading(text) || isAfterHeading(text)) break
      const nextLevel = headingLevel(next.element)
      // A heading of the same rank that is no label of a structured abstract begins the next part.
      if (
        nextLevel !== undefined &&
        (level === undefined || nextLevel <= level) &&
        splitLeadingLabel(`${text}: x`) === undefined
      )
        break
      if (
        opening !== undefined &&
        level === undefined &&
        rest.length > 0 &&
        !isNear(block.element, next.element)
      )
        break
      rest.push(next)
    }
    const candidate = candidateOf('labelled', `section "${plain.slice(0, 30)}"`, rest)
    if (candidate) found.push(candidate)
  })
  return found
}

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
