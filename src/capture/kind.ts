import type { ChosenAbstract } from '../abstract/choose-abstract.ts'
import { isProse } from '../abstract/unlabelled.ts'
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
}

/** Tells what kind of page was captured. */
export function kindOf({ page, evidence, title, abstract, hasAuthors }: KindBasis): PageKind {
  const prose = page.blocks.reduce(
    (sum, block) => sum + (isProse(withoutInline(block.text)) ? block.text.length : 0),
    0,
  )
  const strong =
    evidence.some((kind) => kind !== 'dublin-core' && kind !== 'prism') ||
    (evidence.length > 0 && hasAuthors)
  if (!strong && wall.test(page.document.title.trim())) return 'blocked'
  const shown =
    abstract !== undefined &&
    (abstract.finding === 'labelled' ||
      abstract.finding === 'portal' ||
      abstract.finding === 'selector' ||
      (abstract.finding === 'prose' && page.plainText))
  const isPaper =
    title !== undefined &&
    (strong
      ? abstract !== undefined || hasAuthors
      : shown && lengthOf(abstract) >= 250 && !isListing(page))
  if (!isPaper)
    return prose < 200 &&
      page.blocks.length < 12 &&
      page.document.querySelector(
        'script:not([type]), script[type*="javascript"], script[type="module"]',
      )
      ? 'shell'
      : isListing(page)
        ? 'list'
        : 'not-paper'
  return prose > lengthOf(abstract) * 2 + 5000 ? 'fulltext-with-abstract' : 'abstract'
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
