/** Why a page looks like one paper: the kinds of evidence, strongest first, and the identifiers it shows. */
export interface Evidence {
  evidence: EvidenceKind[]
  /** `doi:10.…`, `pmid:…`, `arxiv:…` as far as the page's head tells; lower-case, unchecked. */
  identifiers: string[]
}

/** `path` is an address that the build knows from the portals; the others are what the page's head says. */
export type EvidenceKind = 'path' | 'highwire' | 'json-ld' | 'eprints' | 'dublin-core' | 'prism'

/** A `<meta>` tag as evidence is found in it: its name in lower case. */
interface Tag {
  name: string
  content: string
}

/** Looks for evidence in the address and the head of a page; `tags` are its `<meta>` tags where they have been read. */
export function findEvidence(
  document: Document,
  url: URL,
  isPaperPath: (url: URL) => boolean,
  tags?: readonly Tag[],
): Evidence {
  const { evidence, identifiers } = readEvidence(document, tags)
  return { evidence: isPaperPath(url) ? ['path', ...evidence] : evidence, identifiers }
}

/**
 * Looks for evidence in the head only, so that it costs a page less than reading its text. It must stay small and start
 * fast (one look at the page, few patterns): it runs on pages that nobody clicked on.
 */
export function readEvidence(document: Document, tags?: readonly Tag[]): Evidence {
  const evidence: EvidenceKind[] = []
  const identifiers: string[] = []
  const head = readHead(document, tags)
  if (head.title && head.published) evidence.push('highwire')
  if (head.scholarly) evidence.push('json-ld')
  if (head.eprints) evidence.push('eprints')
  const doi = /10\.\d{4,9}\/[^\s"<>?#]+/.exec(head.dois)?.[0]
  if (doi) {
    identifiers.push(`doi:${doi.toLowerCase()}`)
    if (head.dublinCore && !head.news) evidence.push('dublin-core')
    if (head.prism && !head.news) evidence.push('prism')
  }
  if (/^\d{1,9}$/.test(head.pmid)) identifiers.push(`pmid:${head.pmid}`)
  if (head.arxiv) identifiers.push(`arxiv:${head.arxiv.replace(/v\d+$/, '').toLowerCase()}`)
  return { evidence, identifiers }
}

/** What stands in a page's head, as far as it is evidence. */
interface Head {
  title: boolean
  /** Citation tags say how it was published; essays and forum posts that have some name title and author alone. */
  published: boolean
  eprints: boolean
  dublinCore: boolean
  prism: boolean
  /** The page calls itself news, which has a DOI and a Dublin Core record in journals that print it. */
  news: boolean
  scholarly: boolean
  /** Everything that stands where a DOI may, for one search. */
  dois: string
  pmid: string
  arxiv: string
}

const publishing =
  /^(?:journal|conference|inbook|book|doi|date|[a-z]+_date|year|pdf|e?iss|isbn|volume|first_?page|pmid|arxiv|dissertation|technical|series)/

function readHead(document: Document, tags: readonly Tag[] | undefined): Head {
  const head: Head = {
    title: false,
    published: false,
    eprints: false,
    dublinCore: false,
    prism: false,
    news: false,
    scholarly: false,
    dois: '',
    pmid: '',
    arxiv: '',
  }
  if (tags) for (const { name, content } of tags) readTag(head, name, content.trim())
  else readMetas(head, document)
  const scripts = document.getElementsByTagName('script')
  for (let i = 0; i < scripts.length && !head.scholarly; i++) {
    const script = scripts[i]
    head.scholarly = script?.type === 'application/ld+json' && isScholarly(script)
  }
  return head
}

/** More tags than any honest page has. */
const most = 3000

function readMetas(head: Head, document: Document): void {
  const metas = document.querySelectorAll('meta')
  for (let i = 0; i < metas.length && i < most; i++) {
    const meta = metas[i]
    const content = meta?.getAttribute('content')
    if (!meta || !content) continue
    const name = meta.getAttribute('name') ?? meta.getAttribute('property') ?? meta.id
    readTag(head, name.toLowerCase(), content.trim())
  }
}

function readTag(head: Head, written: string, content: string): void {
  if (content === '') return
  // Some systems put their own name before it, as in bepress_citation_title.
  const at = written.indexOf('citation_')
  const name = at > 0 ? written.slice(at) : written
  if (at >= 0 && publishing.test(name.slice(9))) head.published = true
  if (name.endsWith('doi') || name.includes('identifier')) head.dois += ` ${content}`
  switch (name) {
    case 'citation_title':
      head.title = true
      break
    case 'citation_pmid':
    case 'ncbi_uidlist':
      head.pmid ||= content
      break
    case 'citation_arxiv_id':
      head.arxiv ||= content
      break
    case 'eprints.title':
      head.eprints = true
      break
    case 'dc.title':
    case 'dcterms.title':
      head.dublinCore = true
      break
    case 'prism.doi':
      head.prism = true
      break
    case 'dc.type':
    case 'prism.section':
      head.news ||= /^news\b/i.test(content)
  }
}

/** The type's name in quotes, alone or after a vocabulary's address, in whatever nesting (`@graph`, `mainEntity`). */
function isScholarly(script: Element): boolean {
  return (script.textContent ?? '').slice(0, 200_000).includes('ScholarlyArticle"')
}
