import { comparable } from '../text/comparable.ts'
import { type Candidate, dateCandidate, namesCandidate, textCandidate } from './candidate.ts'
import { pagesOf } from './highwire.ts'
import { type JsonNode, names, object, text, texts } from './json-value.ts'

const scholarly =
  /^(?:https?:\/\/schema\.org\/)?(?:ScholarlyArticle|MedicalScholarlyArticle|Thesis|Chapter)$/
const perhaps =
  /^(?:https?:\/\/schema\.org\/)?(?:Article|TechArticle|Report|Book|Dataset|CreativeWork|WebPage|ItemPage)$/

/**
 * What a schema.org article says (https://schema.org/ScholarlyArticle), wherever the page keeps it: authors as text,
 * object or list, `isPartOf` from issue to volume to periodical.
 */
export function readSchemaArticle(article: JsonNode, source: string): Candidate[] {
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

/** True for a node that is a paper: by its type, or a plain article that says what no news says. */
export function isPaper(node: JsonNode): boolean {
  const types = texts(node['@type'])
  if (types.some((type) => scholarly.test(type))) return true
  return types.some((type) => perhaps.test(type)) && isScholarly(node)
}

/** True where a node bears the page's title, or the page's address is its own. */
export function isOfPage(node: JsonNode, title: string, url: URL): boolean {
  const name = comparable(text(node.headline) ?? text(node.name) ?? '')
  const named = [node.url, node['@id'], node.mainEntityOfPage].flatMap(texts)
  return (
    (name.length > 8 && comparable(title).includes(name)) ||
    named.some((one) => one !== '' && url.href.startsWith(one))
  )
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
