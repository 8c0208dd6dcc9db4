import { chooseAbstract } from '../abstract/choose-abstract.ts'
import { findAbstracts } from '../abstract/find-abstracts.ts'
import { findUnlabelled } from '../abstract/unlabelled.ts'
import { findEvidence } from '../detection/evidence.ts'
import { canonicalUrl, identifiersOf, strongestIdentifier } from '../item/identifier.ts'
import { chooseFields } from '../metadata/choose-fields.ts'
import { readTeasers } from '../metadata/open-graph.ts'
import { matchPortal } from '../portals/match.ts'
import { assemble } from './assemble.ts'
import { doubtsOf } from './doubts.ts'
import { kindOf } from './kind.ts'
import { readPage } from './page.ts'
import { readPublicationTypesOf } from './page-fields.ts'
import type { Capture } from './page-kind.ts'
import { trailOf } from './trail.ts'
import { readVocabularies } from './vocabularies.ts'

/**
 * Reads one page: title, abstract, citation data, what was left out and where everything came from.
 * Pure: it changes nothing in the page. `url` is the address in the tab; `now` is ISO 8601.
 */
export function capture(document: Document, url: string, now: string): Capture {
  const page = readPage(document, url)
  const candidates = readVocabularies(page)
  const fields = chooseFields(candidates)
  const { title, language } = fields.item
  const { evidence } = findEvidence(document, page.url, (at) => matchPortal(at) !== undefined)

  const found = findAbstracts(page, candidates, page.portal)
  const unlabelled =
    page.portal || page.plainText || evidence.length > 0
      ? findUnlabelled(page.blocks, title)
      : undefined
  const teasers = readTeasers(page.tags).map((teaser) => teaser.text)
  // A portal that is known, or a text file, may show its abstract so; anywhere else it must be confirmed.
  const trusted =
    unlabelled && (page.portal || page.plainText)
      ? { ...unlabelled, finding: 'portal' as const }
      : unlabelled
  const abstract = chooseAbstract(trusted ? [...found, trusted] : found, {
    title,
    language,
    teasers,
    prose: page.prose,
  })

  const item = assemble(page, fields, abstract)
  const sections = abstract?.sections ?? []
  const publicationTypes = readPublicationTypesOf(page, title)
  const address = canonicalUrl(
    url,
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? undefined,
  )
  const identifiers = identifiersOf(item, address)
  const sources = { ...fields.sources }
  if (address !== undefined && item.URL === undefined) {
    item.URL = address
    sources.URL = { source: 'address', others: [] }
  }
  if (abstract) sources.abstract = { source: abstract.source, others: abstract.others }

  return {
    kind: kindOf({
      page,
      evidence,
      title,
      abstract,
      hasAuthors: item.author !== undefined,
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
      removed: trailOf(page, { title, sections }, abstract?.removed ?? []),
      doubts: doubtsOf(item, abstract, sources),
    },
  }
}
