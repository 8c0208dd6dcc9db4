import type { Name } from '../item/item.ts'
import { parseName } from '../item/name.ts'
import { type Candidate, dateCandidate, namesCandidate, textCandidate } from './candidate.ts'
import { pagesOf } from './highwire.ts'
import { type JsonNode, object, text } from './json-value.ts'

/** The most nodes of the authors' tree that are looked at. */
const most = 20_000

/**
 * What ScienceDirect's state says (`<script type="application/json" data-iso-key>`): XML as JSON, each element with its
 * name in `#name`, its children in `$$` and its text in `_`. Undefined for any other site's data.
 *
 * Its pages have Highwire tags that name no author.
 */
export function readElsevierState(state: JsonNode): Candidate[] | undefined {
  const article = object(state.article)
  if (!article || !('srctitle' in article || 'pii' in article)) return undefined
  const source = 'ScienceDirect data'
  const pages = object(article.pages)
  const dates = object(article.dates)
  return [
    ...namesCandidate('author', authorsIn(state.authors), source),
    ...textCandidate('DOI', text(article.doi), source),
    ...textCandidate('container-title', text(article.srctitle), source),
    ...textCandidate('volume', text(article['vol-first']), source),
    ...textCandidate('issue', span(text(article['iss-first']), text(article['iss-last'])), source),
    ...pagesOf(
      text(pages?.['first-page']) ?? text(article['first-fp']) ?? text(article['article-number']),
      text(pages?.['last-page']) ?? text(article['last-lp']),
      source,
    ),
    ...dateCandidate(text(article['cover-date-start']), source),
    ...dateCandidate(text(dates?.['Publication date']), source),
    ...textCandidate('ISSN', text(article['issn-primary-formatted']), source),
    ...textCandidate('language', text(article.language), source),
  ]
}

function span(from: string | undefined, to: string | undefined): string | undefined {
  return from && to && from !== to ? `${from}-${to}` : from
}

/** Each `author` element's given name, surname and suffix, and each `collaboration`'s text. */
function authorsIn(authors: unknown): Name[] {
  const found: Name[] = []
  const queue: unknown[] = [object(authors)?.content]
  for (let i = 0; i < queue.length && i < most; i++) {
    const next = queue[i]
    if (Array.isArray(next)) {
      queue.push(...next.slice(0, most))
      continue
    }
    const node = object(next)
    if (!node) continue
    if (node['#name'] === 'author') found.push(...personOf(node))
    else if (node['#name'] === 'collaboration') {
      const name = textBelow(node).trim()
      if (name !== '') found.push({ literal: name })
    } else queue.push(node.$$)
  }
  return found
}

function personOf(author: JsonNode): Name[] {
  const parts = new Map<unknown, string>()
  for (const child of Array.isArray(author.$$) ? author.$$ : []) {
    const node = object(child)
    if (node) parts.set(node['#name'], textBelow(node).trim())
  }
  const surname = parts.get('surname')
  if (!surname) return []
  const given = parts.get('given-name')
  const suffix = parts.get('suffix')
  const written = [surname, given, suffix].filter(Boolean).join(', ')
  return [parseName(written) ?? { family: surname }]
}

function textBelow(node: JsonNode, depth = 6): string {
  if (typeof node._ === 'string') return node._
  if (depth === 0 || !Array.isArray(node.$$)) return ''
  return node.$$.map((child) => {
    const below = object(child)
    return below ? textBelow(below, depth - 1) : ''
  }).join('')
}
