/** Why a page looks like one paper: the kinds of evidence, strongest first, and the identifiers it shows. */
export interface Evidence {
  evidence: EvidenceKind[]
  /** `doi:10.…`, `pmid:…`, `arxiv:…` as far as the page's head and address tell; lower-case, unchecked. */
  identifiers: string[]
}

/** `path` is an address that the build knows from the portals; the others are what the page's head says. */
export type EvidenceKind = 'path' | 'highwire' | 'json-ld' | 'eprints' | 'dublin-core' | 'prism'

/**
 * Looks for evidence in the head and the address only, so that it costs a page less than reading its text.
 * It must stay small: it is all that runs on a page that nobody clicked on.
 */
export function findEvidence(
  document: Document,
  url: URL,
  isPaperPath: (url: URL) => boolean,
): Evidence {
  const evidence: EvidenceKind[] = []
  const identifiers = new Set<string>()
  const content = (selector: string): string =>
    document.querySelector(selector)?.getAttribute('content')?.trim() ?? ''
  if (isPaperPath(url)) evidence.push('path')
  if (
    content('meta[name$="citation_title" i]') !== '' &&
    document.querySelector(
      'meta[name*="citation_author" i], meta[name*="citation_journal" i], meta[name*="citation_doi" i], meta[name*="citation_date" i], meta[name*="citation_publication_date" i], meta[name*="citation_pdf_url" i]',
    )
  )
    evidence.push('highwire')
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    if (
      /"(?:https?:\/\/schema\.org\/)?(?:Medical)?ScholarlyArticle"/.test(
        (script.textContent ?? '').slice(0, 200_000),
      )
    ) {
      evidence.push('json-ld')
      break
    }
  }
  if (content('meta[name="eprints.title" i]') !== '') evidence.push('eprints')
  const dc = content('meta[name="dc.identifier" i]')
  if (/\b10\.\d{4,9}\//.test(dc) && document.querySelector('meta[name="dc.title" i]'))
    evidence.push('dublin-core')
  if (content('meta[name="prism.doi" i]') !== '') evidence.push('prism')

  const doi = /\b10\.\d{4,9}\/[^\s"<>?#]+/.exec(
    `${content('meta[name$="citation_doi" i]')} ${content('meta[name="prism.doi" i]')} ${dc}`,
  )?.[0]
  if (doi) identifiers.add(`doi:${doi.toLowerCase()}`)
  const pmid =
    content('meta[name="citation_pmid" i], meta[name="ncbi_uidlist" i]') ||
    (/^\/(?:read|pubmed)?\/?(\d{4,9})(?:\/|$)/.exec(url.pathname)?.[1] ?? '')
  if (/^\d{1,9}$/.test(pmid) && (evidence.includes('path') || evidence.length > 0))
    identifiers.add(`pmid:${pmid}`)
  const arxiv = content('meta[name="citation_arxiv_id" i]').replace(/v\d+$/, '')
  if (arxiv !== '') identifiers.add(`arxiv:${arxiv.toLowerCase()}`)
  return { evidence, identifiers: [...identifiers] }
}
