import { comparable } from '../text/comparable.ts'
import { type Candidate, dateCandidate, namesCandidate, textCandidate } from './candidate.ts'
import { readElsevierState } from './elsevier-state.ts'
import { pagesOf } from './highwire.ts'
import { type JsonNode, names, object, parsed, text, texts } from './json-value.ts'

/** The most characters of scripts that are searched, and the most objects that are looked at. */
const mostSource = 3_000_000
const mostNodes = 20_000

/** Where pages that scripts draw keep their data: IEEE's record, and the states of the common frameworks. */
const assignment = /(?:\bxplGlobal\.document\.metadata|\b__[A-Z][A-Z_]{3,30}__)\s*=\s*(?=\{)/

/**
 * What the data in the page's scripts say of the paper: `xplGlobal.document.metadata` of IEEE Xplore, ScienceDirect's
 * `data-iso-key`, `__NEXT_DATA__` and the like. The record is known by what it is: an object with authors whose title
 * stands in one of `titles` (the window's, the heading's).
 */
export function readScriptData(document: Document, titles: readonly string[]): Candidate[] {
  const shown = titles.map(comparable).join(' ')
  if (shown.length < 8) return []
  let budget = mostSource
  const scripts = document.getElementsByTagName('script')
  for (let i = 0; i < scripts.length; i++) {
    const script = scripts[i]
    if (!script || script.hasAttribute('src')) continue
    const type = script.getAttribute('type') ?? ''
    if (/ld\+json|^math\//.test(type)) continue
    const source = script.textContent ?? ''
    budget -= source.length
    if (budget < 0) break
    const value = /json/.test(type) ? jsonIn(source) : assigned(source)
    const state = object(value)
    if (!state) continue
    const found = readElsevierState(state) ?? readRecord(state, shown)
    if (found) return found
  }
  return []
}

/** JSON, or JSON once more as a string. */
function jsonIn(source: string): unknown {
  if (!/author|creator/i.test(source)) return undefined
  const value = parsed(source.trim())
  return typeof value === 'string' ? parsed(value) : value
}

function assigned(source: string): unknown {
  const found = assignment.exec(source)
  if (!found) return undefined
  const start = found.index + found[0].length
  return parsed(source.slice(start, endOfObject(source, start)))
}

/** Where the object that begins at `start` ends: at the brace that closes it, outside of strings. */
function endOfObject(source: string, start: number): number {
  let depth = 0
  let inString = false
  for (let at = start; at < source.length; at++) {
    const sign = source[at]
    if (inString) {
      if (sign === '\\') at++
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
  }
  return source.length
}

const titleKeys = ['title', 'headline', 'displayTitle', 'articleTitle', 'name']
const authorKeys = ['authors', 'author', 'creators', 'creator', 'contributors']

/** The first object, from the outside in, that has authors and a title that the page shows. */
function readRecord(state: JsonNode, shown: string): Candidate[] | undefined {
  const queue: unknown[] = [state]
  for (let i = 0; i < queue.length && i < mostNodes; i++) {
    const next = queue[i]
    if (Array.isArray(next)) {
      queue.push(...next.slice(0, 500))
      continue
    }
    if (typeof next !== 'object' || next === null) continue
    const node = object(next)
    if (!node) continue
    const title = first(node, titleKeys)
    if (title !== undefined && isShown(title, shown)) {
      const authors = authorKeys.map((key) => names(unwrapped(node[key]))).find((all) => all.length)
      if (authors) return [...namesCandidate('author', authors, source), ...fieldsOf(node, title)]
    }
    queue.push(...Object.values(node).slice(0, mostNodes))
  }
  return undefined
}

const source = 'data in a script'

function isShown(title: string, shown: string): boolean {
  const words = comparable(title)
  return words.length >= 8 && shown.includes(words.slice(0, 120))
}

function fieldsOf(node: JsonNode, title: string): Candidate[] {
  const issns = texts(node.issn)
  const journal = object(node.journal) ?? object(node.publication)
  const keywords = Array.isArray(node.keywords) ? node.keywords : []
  return [
    ...textCandidate('title', title, source),
    ...textCandidate('DOI', first(node, ['doi', 'DOI']), source),
    ...textCandidate(
      'container-title',
      first(node, ['publicationTitle', 'displayPublicationTitle', 'journalTitle', 'venue']) ??
        text(journal?.name ?? journal?.title) ??
        text(node.journal),
      source,
    ),
    ...textCandidate('volume', first(node, ['volume']) ?? text(journal?.volume), source),
    ...textCandidate('issue', first(node, ['issue', 'issueNumber']), source),
    ...pagesOf(
      first(node, ['startPage', 'firstPage', 'pageStart']) ?? text(journal?.pages),
      first(node, ['endPage', 'lastPage', 'pageEnd']),
      source,
    ),
    ...['publicationDate', 'datePublished', 'publishedDate', 'publicationYear', 'year'].flatMap(
      (key) => dateCandidate(text(unwrapped(node[key])), source),
    ),
    ...textCandidate('ISSN', issns[0], source),
    ...textCandidate('publisher', first(node, ['publisher']), source),
    ...textCandidate(
      'keyword',
      // IEEE has its own lists, the authors' and the indexers'; only the authors' are the publisher's keywords here.
      keywords
        .filter((list) => object(list)?.type === 'Author Keywords' || typeof list === 'string')
        .flatMap((list) => texts(object(list)?.kwd ?? list))
        .join(', '),
      source,
    ),
  ]
}

function first(node: JsonNode, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = text(unwrapped(node[key]))?.trim()
    if (found) return found
  }
  return undefined
}

/** `{"value": …}`, as OpenReview wraps each field. */
function unwrapped(value: unknown): unknown {
  const node = Array.isArray(value) ? undefined : object(value)
  return node && 'value' in node ? node.value : value
}
