import type { Candidate } from './candidate.ts'
import { type JsonNode, object, parsed } from './json-value.ts'
import { isOfPage, isPaper, readSchemaArticle } from './schema-article.ts'

/** Longest JSON-LD that is read, all blocks together, in characters. */
const longest = 1_000_000

/**
 * What schema.org's scholarly articles in the page's JSON-LD say: `@graph`, arrays, `@type` lists. Blocks that are no
 * JSON are passed over.
 */
export function readJsonLd(document: Document, url: URL): Candidate[] {
  const article = findArticle(document, url)
  return article ? readSchemaArticle(article, 'JSON-LD') : []
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
    articles.push(...nodesOf(parsed(source)).filter(isPaper))
  }
  if (articles.length < 2) return articles[0]
  return articles.find((node) => isOfPage(node, document.title, url))
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
