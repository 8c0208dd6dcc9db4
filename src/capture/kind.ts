import type { ChosenAbstract } from '../abstract/choose-abstract.ts'
import type { EvidenceKind } from '../detection/evidence.ts'
import { withoutInline } from '../text/markup.ts'
import type { Page } from './page.ts'
import type { PageKind } from './page-kind.ts'

/** Titles of pages that stand where a paper should be. */
const wall =
  /^(?:just a moment|attention required|access denied|access to this page|are you (?:a )?(?:robot|human)|please verify|verify(?:ing)? you are|security check|one moment|error\b|\d{3}\b|(?:page )?not found|doi not found|request rejected|forbidden|unauthori[sz]ed|sign in|log ?in|captcha|robot check|pardon our interruption|checking your browser|service unavailable|bad gateway|validate user|cookies? (?:disabled|absent|required|are))/i

/** What of a capture the kind depends on. */
export interface KindBasis {
  page: Page
  evidence: readonly EvidenceKind[]
  title: string | undefined
  abstract: ChosenAbstract | undefined
  hasAuthors: boolean
  /** True where the paper has a DOI or another identifier of its own. */
  identified: boolean
}

/** Tells what kind of page was captured. */
export function kindOf(basis: KindBasis): PageKind {
  const { page, abstract } = basis
  const { prose } = page
  if (isOnePaper(basis)) {
    return prose > lengthOf(abstract) * 2 + 5000 ? 'fulltext-with-abstract' : 'abstract'
  }
  if (wall.test(page.document.title.trim())) return 'blocked'
  if (prose < 200 && page.blocks.length < 12 && page.document.querySelector(runningScript))
    return 'shell'
  return isListing(page) ? 'list' : 'not-paper'
}

const runningScript = 'script:not([type]), script[type*="javascript"], script[type="module"]'

/**
 * Tags made for citing make a page a paper, with an abstract or at least an author. Dublin Core and PRISM stand
 * on news and datasets too, so with them the abstract must be there; without any tags it must stand under its
 * heading, on a page that has an identifier or keywords.
 */
function isOnePaper({
  page,
  evidence,
  title,
  abstract,
  hasAuthors,
  identified,
}: KindBasis): boolean {
  if (title === undefined) return false
  const forCiting = evidence.some((kind) => kind !== 'dublin-core' && kind !== 'prism')
  if (forCiting) return abstract !== undefined || hasAuthors
  if (abstract === undefined) return false
  if (evidence.length > 0) return abstract.finding !== 'prose'
  if (page.plainText && abstract.finding === 'portal') return true
  const underHeading = abstract.finding !== 'prose' && abstract.finding !== 'description'
  if (!underHeading || lengthOf(abstract) < 250) return false
  return identified || (hasKeywords(page) && !isListing(page))
}

function hasKeywords(page: Page): boolean {
  return page.blocks.some(
    ({ text }) => text.length < 600 && /^(?:key ?words?|index terms)\b/i.test(withoutInline(text)),
  )
}

function lengthOf(abstract: ChosenAbstract | undefined): number {
  return abstract?.sections.reduce((sum, section) => sum + section.text.length, 0) ?? 0
}

/** Many identifiers that are links, and no running text between them: results, contents, a reading list. */
function isListing(page: Page): boolean {
  if (page.plainText) return false
  const links = new Set<string>()
  for (const link of [
    ...page.document.querySelectorAll(
      'h2 a[href], h3 a[href], h4 a[href], li a[href], dt a[href], td a[href]',
    ),
  ].slice(0, 2000)) {
    const paper =
      /\b10\.\d{4,9}\/[^\s?#]+|\/abs\/\d{4}\.\d{4,5}|\/pubmed\/\d+|\/articles\/PMC\d+/i.exec(
        link.getAttribute('href') ?? '',
      )?.[0]
    if (paper) links.add(paper.toLowerCase())
  }
  return links.size >= 8
}
