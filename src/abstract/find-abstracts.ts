import { ofPortal } from '../boilerplate/place.ts'
import { elementRule, saysNone } from '../boilerplate/strip.ts'
import type { Candidate } from '../metadata/candidate.ts'
import type { Reading } from '../portals/portal.ts'
import type { Block } from '../text/block.ts'
import { lineBlock } from '../text/block.ts'
import { nameOf } from '../text/element-name.ts'
import type { Skip } from '../text/line-text.ts'
import type { Formulas } from '../text/math.ts'
import { type AbstractCandidate, candidateOf, isSound } from './abstract-candidate.ts'
import { findByHeading } from './by-heading.ts'
import { findByName, findBySelectors } from './by-name.ts'
import { Containers } from './container.ts'
import { findInScripts } from './in-scripts.ts'
import type { Manner } from './manner.ts'
import { titleAt } from './title-at.ts'
import { findUnlabelled } from './unlabelled.ts'

/** What of a page an abstract is looked for in. */
export interface SearchedPage {
  document: Document
  blocks: readonly Block[]
  portal?: Reading | undefined
  platform?: Reading | undefined
  /** How formulas are written. */
  formulas?: Formulas | undefined
  /** The paper's title as it was chosen. */
  title: string | undefined
  /** The authors' family names, which stand between a title and its abstract. */
  authors: readonly string[]
}

/** Everything that may be the abstract, and where the page shows the title. */
export interface FoundAbstracts {
  candidates: AbstractCandidate[]
  /** The place of the title's block; -1 where none shows it. */
  title: number
  /** The place of the first heading below it that ends the paper's own part: references, citing papers; else none. */
  end: number | undefined
}

/**
 * Everything that may be the abstract: by the portal's and the platform's selectors, by heading, by the names of
 * elements, below the title, in the metadata; in the data of scripts only where nothing surer is there.
 */
export function findAbstracts(page: SearchedPage, metadata: readonly Candidate[]): FoundAbstracts {
  const { document, blocks, portal, platform } = page
  const manner: Manner = { skip: furnitureOf([portal, platform]), formulas: page.formulas }
  const title = ownPlace(blocks, titleAt(blocks, page.title))
  const containers = new Containers(blocks[title]?.element)
  const none = noneAt(blocks, title)
  const isHere = ({ at }: AbstractCandidate): boolean =>
    none === undefined || at === undefined || at < none.from || at > none.to
  const selected = [
    ...findBySelectors(document, blocks, portal?.abstract ?? [], 'portal', manner),
    ...findBySelectors(document, blocks, platform?.abstract ?? [], 'platform', manner),
  ].filter(isHere)
  // What a surer way has found need not be read again: by its heading, by its element's name.
  const sound = selected.filter(isSound)
  const isKnown = (place: number): boolean =>
    sound.some(({ at = 0, blocks: own }) => place >= at - 2 && place < at + own.length)
  const from = Math.max(0, title)
  const labelled = findByHeading(blocks, containers, manner, { from, isKnown }).filter(isHere)
  sound.push(...labelled.filter(isSound))
  const isFound = sound.length > 0
  const named = findByName(blocks, containers, manner, { from, isKnown, isFound }).filter(isHere)
  const shown = [...selected, ...labelled, ...named]
  const unlabelled =
    none !== undefined || shown.some(isSound)
      ? undefined
      : findUnlabelled(blocks, title, page.authors, containers, manner)
  return {
    title,
    end: endOf(blocks, title),
    candidates: [
      ...shown,
      ...inMetadata(metadata),
      ...(unlabelled ? [unlabelled] : []),
      ...(shown.length > 0 ? [] : findInScripts(document, page.title)),
    ],
  }
}

/** The title's place; in a record's table, whose rows are in the order of their names, it tells nothing. */
function ownPlace(blocks: readonly Block[], title: number): number {
  const element = blocks[title]?.element
  const isCell = element !== undefined && /^(?:td|dd)$/.test(nameOf(element))
  return isCell && titleLabel.test(blocks[title - 1]?.plain ?? '') ? -1 : title
}

const titleLabel =
  /^(?:dc(?:terms)?[.:])?(?:title|titel|título|titulo|titre|titolo|название|题名)\b/i

function inMetadata(metadata: readonly Candidate[]): AbstractCandidate[] {
  return metadata.flatMap((candidate) => {
    if (candidate.field !== 'abstract') return []
    const finding = /description$/i.test(candidate.source) ? 'description' : 'metadata'
    const lines = candidate.value
      .split(/\n{2,}/)
      .map((line) => lineBlock(line.replace(/\s+/g, ' ').trim()))
    return candidateOf(finding, candidate.source, lines) ?? []
  })
}

/** What is passed over inside an abstract: what the rules know, and what is particular to the portal. */
function furnitureOf(readings: readonly (Reading | undefined)[]): Skip {
  const own = readings.flatMap((reading) => reading?.furniture ?? []).join(', ')
  if (own === '') return elementRule
  return (element) => elementRule(element) ?? (element.matches(own) ? ofPortal : undefined)
}

/** How far below the title such a line may stand, in blocks. */
const reach = 200

/** How far below such a line the excerpt, or another paper's abstract, is taken for this paper's, in blocks. */
const excerpt = 40

/** The blocks in which nothing is the abstract: round a line that says that there is none, below a picture of the first page. */
function noneAt(blocks: readonly Block[], title: number): { from: number; to: number } | undefined {
  const first = Math.max(0, title)
  for (let at = first; at < blocks.length && at < first + reach; at++) {
    const block = blocks[at]
    if (!block || block.size < 11 || block.size > 600 || !/abstract|first page/i.test(block.raw))
      continue
    if (saysNone(block.plain)) return { from: at - 3, to: at + excerpt }
    if (/^first page (?:preview|image)\b/i.test(block.plain)) return { from: at, to: at + excerpt }
  }
  return undefined
}

/** Where references or lists of other papers begin: what is called an abstract there is another paper's. */
function endOf(blocks: readonly Block[], title: number): number | undefined {
  const at = blocks.findIndex(
    (block, i) =>
      i > title &&
      block.size <= 120 &&
      block.element !== undefined &&
      /^h[1-6]$/.test(nameOf(block.element)) &&
      otherPapers.test(block.plain),
  )
  return at < 0 ? undefined : at
}

const otherPapers =
  /^(?:[\d,.]+ )?(?:references|bibliography|citations|cited by|citing (?:articles|papers)|related (?:articles|papers|content|works)|similar (?:articles|papers)|recommended (?:articles|reading)|more (?:articles|like this)|people also (?:read|looked at)|referenz|literatur)/i
