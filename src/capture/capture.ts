import type { AbstractCandidate } from '../abstract/abstract-candidate.ts'
import { chooseAbstract } from '../abstract/choose-abstract.ts'
import { type FoundAbstracts, findAbstracts } from '../abstract/find-abstracts.ts'
import { findEvidence } from '../detection/evidence.ts'
import { canonicalUrl, identifiersOf, strongestIdentifier } from '../item/identifier.ts'
import { chooseFields } from '../metadata/choose-fields.ts'
import { readTeasers } from '../metadata/open-graph.ts'
import type { Portal } from '../portals/portal.ts'
import { withoutProxy } from '../portals/proxy.ts'
import { type Formulas, wantsLatex } from '../text/math.ts'
import type { MathTree } from '../text/mathml-tree.ts'
import { readAccess } from './access.ts'
import { assemble } from './assemble.ts'
import { isBrief } from './brief.ts'
import { doubtsOf } from './doubts.ts'
import { kindOf } from './kind.ts'
import { type Page, readPage } from './page.ts'
import type { Capture } from './page-kind.ts'
import { readPublicationTypesOf } from './publication-types-shown.ts'
import { readRecordFields } from './record-fields.ts'
import { trailOf } from './trail.ts'
import { readVocabularies } from './vocabularies.ts'

/** What a capture may be told beside the page. */
export interface CaptureOptions {
  /** The portals that are known; all of them where this is left out. */
  portals?: readonly Portal[]
  /** Writes MathML as LaTeX, where the script that can do it is loaded. */
  mathematics?: ((tree: MathTree) => string | undefined) | undefined
}

/**
 * Reads one page: title, abstract, citation data, what was left out and where everything came from.
 * Pure: it changes nothing in the page. `url` is the address in the tab; `now` is ISO 8601.
 */
export function capture(
  document: Document,
  url: string,
  now: string,
  options: CaptureOptions = {},
): Capture {
  const formulas: Formulas = { inLine: [], toLatex: options.mathematics }
  const page = readPage(document, url, options.portals, formulas)
  const { evidence } = findEvidence(document, page.url, () => page.portal !== undefined, page.tags)
  // Where the head says that this is a paper, it says what paper, too.
  const record = evidence.length === 0 ? readRecordFields(page.blocks) : undefined
  const candidates = readVocabularies(page, record)
  const fields = chooseFields(candidates)
  const { title, language, author } = fields.item

  const found = findAbstracts(
    { ...page, title, authors: (author ?? []).slice(0, 3).flatMap(({ family }) => family ?? []) },
    candidates,
  )
  const abstract = chooseAbstract(found.candidates, {
    title,
    language,
    teasers: readTeasers(page.tags).map((teaser) => teaser.text),
    prose: page.prose,
    titleAt: found.title,
    endAt: found.end,
    trusted: page.portal?.unlabelled === true || page.plainText,
    brief: isBrief(page, title),
  })

  const item = assemble(page, fields, abstract)
  const sections = abstract?.sections ?? []
  const publicationTypes = readPublicationTypesOf(page, title)
  const address = addressOf(page)
  const identifiers = identifiersOf(item, address)
  const sources = { ...fields.sources }
  if (address !== undefined && item.URL === undefined) {
    item.URL = address
    sources.URL = { source: 'address', others: [] }
  }
  if (abstract) sources.abstract = { source: abstract.source, others: abstract.others }

  return {
    ...kindOf({
      page,
      evidence,
      title,
      type: item.type,
      abstract,
      titleAt: found.title,
      abstracts: abstractsIn(found),
      hasAuthors: item.author !== undefined,
      isRecord: record !== undefined,
      identified: strongestIdentifier(identifiers) !== undefined,
    }),
    item,
    sections,
    publicationTypes,
    identifiers,
    source: {
      url: canonicalUrl(url) ?? url,
      portal: page.portal?.id ?? 'generic',
      capturedAt: now,
      fields: sources,
      removed: trailOf(page, { title, sections }, abstract),
      doubts: doubtsOf(item, abstract, sources, publicationTypes),
      ...readAccess(page),
      ...(abstract && abstract.translations.length > 0 && { translations: abstract.translations }),
    },
    ...(wantsLatex(formulas, [title, item.abstract]) && { needsMathematics: true }),
  }
}

/**
 * How many different texts stand under headings of their own below the title; above it a page shows what else there
 * is. A translation or a teaser is no further paper's.
 */
function abstractsIn({ candidates, title }: FoundAbstracts): number {
  const texts: AbstractCandidate[] = []
  for (const candidate of candidates) {
    if (candidate.finding !== 'labelled' || candidate.words.length < 100) continue
    if ((candidate.at ?? 0) < title) continue
    const isOther = texts.every(
      ({ words, language }) =>
        language === candidate.language &&
        !words.includes(candidate.words.slice(0, 60)) &&
        !candidate.words.includes(words.slice(0, 60)),
    )
    if (isOther) texts.push(candidate)
  }
  return texts.length
}

/** The paper's address: what the page calls canonical, else the tab's; behind a library's proxy the portal's own. */
function addressOf({ links, url, portal }: Page): string | undefined {
  const link = links.find(({ rel }) => rel.includes('canonical'))?.href
  const canonical =
    link && portal && URL.canParse(link, url.href)
      ? withoutProxy(new URL(link, url.href), [portal]).href
      : link
  return canonicalUrl(url.href, canonical)
}
