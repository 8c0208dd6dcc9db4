import { comparable } from '../text/comparable.ts'
import { type Candidate, dateCandidate, namesCandidate, textCandidate } from './candidate.ts'
import { pagesOf } from './highwire.ts'
import { type JsonNode, names, object, parsed, text, texts } from './json-value.ts'

/** Longest JSON-LD that is read, all blocks together, in characters. */
const longest = 1_000_000

const scholarly =
  /^(?:https?:\/\/schema\.org\/)?(?:ScholarlyArticle|MedicalScholarlyArticle|Thesis|Chapter)$/
const perhaps =
  /^(?:https?:\/\/schema\.org\/)?(?:Article|TechArticle|Report|Book|Dataset|CreativeWork|WebPage|ItemPage)$/

/**
 * What schema.org's scholarly articles in the page's JSON-LD say: `@graph`, arrays, `@type` lists, authors as text,
 * object or list, `isPartOf` from issue to volume to periodical. Blocks that are no JSON are passed over.
 */
export function readJsonLd(document: Document, url: URL): Candidate[] {
  const article = findArticle(document, url)
  if (!article) return []
  const source = 'JSON-LD'
  const part = partOf(article)
  const identifiers = [
    article.doi,
    article.sameAs,
    article.identifier,
    article['@id'],
    article.url,
  ].flatMap(texts)
  const doi = identifiers.find((id) => /10\.\d{4,9}\//.test(id))
  const description = text(article.description)
  return [
    ...textCandidate('title', text(article.headline) ?? text(article.name), source),
    ...namesCandidate('author', names(article.author ?? article.creator), source),
    ...namesCandidate('editor', names(article.editor), source),
    ...dateCandidate(text(article.datePublished) ?? text(article.dateCreated), source),
    ...textCandidate('DOI', doi, source),
    ...textCandidate('container-title', part.periodical, source),
    ...textCandidate('volume', part.volume ?? text(article.volumeNumber), source),
    ...textCandidate('issue', part.issue ?? text(article.issueNumber), source),
    ...textCandidate('ISSN', part.issn, source),
    ...pagesOf(text(article.pageStart) ?? text(article.pagination), text(article.pageEnd), source),
    ...textCandidate('publisher', text(object(article.publisher)?.name), source),
    ...textCandidate('keyword', texts(article.keywords).join(', '), source),
    ...textCandidate('language', text(article.inLanguage), source),
    ...textCandidate('abstract', text(article.abstract), `${source} abstract`),
    ...textCandidate('abstract', description, `${source} description`),
  ]
}

/** The page's own article: the only scholarly one there is, or of several the one that the page's address or title names. */
function findArticle(document: Document, url: URL): JsonNode | undefined {
  let budget = longest
  const articles: JsonNode[] = []
  const scripts = document.getElementsByTagName('script')
  for (let i = 0; i < scripts.length; i++) {
    const script = scripts[i]
    if (!script || !/^application\/ld\+json$/i.test(script.type)) continue
    const source = script.textContent ?? ''
    budget -= source.length
    if (budget < 0) break
    for (const node of nodesOf(parsed(source))) {
      const types = texts(node['@type'])
      const declared = types.some((type) => scholarly.test(type))
      if (declared || (types.some((type) => perhaps.test(type)) && isScholarly(node)))
        articles.push(node)
    }
  }
  if (articles.length < 2) return articles[0]
  const title = comparable(document.title)
  return articles.find((node) => {
    const name = comparable(text(node.headline) ?? text(node.name) ?? '')
    const named = [node.url, node['@id'], node.mainEntityOfPage].flatMap(texts)
    return (
      (name.length > 8 && title.includes(name)) ||
      named.some((one) => one !== '' && url.href.startsWith(one))
    )
  })
}

/** A plain `Article` is a paper only where it stands in a periodical or has a DOI; news has neither. */
function isScholarly(node: JsonNode): boolean {
  if (partOf(node).volume !== undefined || partOf(node).issn !== undefined) return true
  // News has a description and no abstract.
  if (text(node.abstract) !== undefined && node.author !== undefined) return true
  return [node.doi, node.sameAs, node.identifier]
    .flatMap(texts)
    .some((id) => /\b10\.\d{4,9}\//.test(id))
}

/** The objects of a document: itself, its list, its `@graph`, its `mainEntity`; a thousand at most. */
function nodesOf(value: unknown): JsonNode[] {
  const nodes: JsonNode[] = []
  const queue: unknown[] = [value]
  for (let i = 0; i < queue.length && i < 1000; i++) {
    const next = queue[i]
    if (Array.isArray(next)) {
      queue.push(...next.slice(0, 1000))
      continue
    }
    const node = object(next)
    if (!node) continue
    nodes.push(node)
    queue.push(node['@graph'], node.mainEntity, node.mainEntityOfPage)
  }
  return nodes
}

function partOf(article: JsonNode): {
  periodical?: string
  volume?: string
  issue?: string
  issn?: string
} {
  const found: { periodical?: string; volume?: string; issue?: string; issn?: string } = {}
  let node = object(article.isPartOf) ?? object(article.publication)
  for (let depth = 0; node && depth < 5; depth++) {
    const types = texts(node['@type']).join(' ')
    const name = text(node.name)
    const volume = text(node.volumeNumber)
    const issue = text(node.issueNumber)
    const issn = text(node.issn)
    if (volume) found.volume = volume
    if (issue) found.issue = issue
    if (issn) found.issn = issn
    if (name && /Periodical|Journal|Book|Series/.test(types)) found.periodical = name
    node = object(node.isPartOf)
  }
  return found
}
