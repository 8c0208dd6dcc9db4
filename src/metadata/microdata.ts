import type { Name } from '../item/item.ts'
import { nameToText } from '../item/name.ts'
import { isForm } from '../text/element-name.ts'
import { type Candidate, namesCandidate } from './candidate.ts'
import { type JsonNode, text, texts } from './json-value.ts'
import { isOfPage, isPaper, readSchemaArticle } from './schema-article.ts'

/** More items or properties than these are not looked at. */
const mostItems = 100
const mostProperties = 300

const mayBePaper =
  /(?:^|\s)(?:(?:Medical)?Scholarly|Tech)?Article\b|Thesis|Chapter|Report|Book|Dataset|CreativeWork|Page/

/** What is asked of an article and of what it is part of; an `articleBody` is never read. */
const wanted: ReadonlySet<string> = new Set([
  'name',
  'headline',
  'author',
  'creator',
  'editor',
  'familyName',
  'givenName',
  'datePublished',
  'dateCreated',
  'doi',
  'sameAs',
  'identifier',
  'url',
  'mainEntityOfPage',
  'isPartOf',
  'publication',
  'volumeNumber',
  'issueNumber',
  'issn',
  'pageStart',
  'pageEnd',
  'pagination',
  'publisher',
  'keywords',
  'inLanguage',
  'abstract',
])

const item = '[itemscope], [typeof]'
const property = '[itemprop], [property]'

/**
 * What schema.org's attributes on the page's elements say, as microdata or RDFa Lite
 * (https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-lite/): the item whose name is
 * the page's heading or title, and of several with such names none. The abstract is left to those who read the page.
 */
export function readMicrodata(document: Document, url: URL): Candidate[] {
  const roots = [...document.querySelectorAll('[itemtype*="schema.org/"], [typeof]')]
  const own = roots.slice(0, mostItems).flatMap((root) => {
    // People and organisations are most of a page's items.
    if (isForm(root) || !mayBePaper.test(typesOf(root).join(' '))) return []
    const node = nodeOf(root)
    const isOwn =
      (isPaper(node) || isWork(node)) && (isHeaded(root) || isOfPage(node, document.title, url))
    return isOwn ? [node] : []
  })
  const [article, ...others] = own
  if (article === undefined || others.length > 0) return []
  return readSchemaArticle(article, 'microdata').flatMap((candidate) => {
    if (candidate.field === 'author')
      return namesCandidate('author', once(candidate.value), 'microdata')
    return candidate.field === 'abstract' ? [] : [candidate]
  })
}

/** Names without their repetition: below the title and again beside the affiliations. */
function once(names: Name[]): Name[] {
  const half = names.slice(0, names.length / 2)
  const written = (list: readonly Name[]): string => list.map(nameToText).join(';')
  return written([...half, ...half]) === written(names) ? half : names
}

/** True for what a library's catalogue keeps, of whatever kind; that it is a paper is for its record to say. */
function isWork(node: JsonNode): boolean {
  const isKept = texts(node['@type']).some((type) => /^(?:CreativeWork|Book|Report)$/.test(type))
  return isKept && node.author !== undefined
}

/** An item's properties as JSON-LD would have them; an item in an item is nested five deep at most. */
function nodeOf(root: Element, depth = 5): JsonNode {
  const node: Record<string, unknown[]> = { '@type': typesOf(root) }
  const properties = [...root.querySelectorAll(property)].slice(0, mostProperties)
  for (const element of properties) {
    const isItem = !isForm(element) && element.matches(item)
    const around = isItem ? element.parentElement : element
    // What belongs to an item inside is that item's.
    if (isForm(element) || !around || isForm(around) || around.closest(item) !== root) continue
    const names = namesOf(element)
    if (names.length === 0) continue
    const value = isItem && depth > 0 ? nodeOf(element, depth - 1) : valueAt(element)
    for (const name of names) {
      if (!Object.hasOwn(node, name)) node[name] = []
      node[name]?.push(value)
    }
  }
  return node
}

function typesOf(root: Element): string[] {
  const said = root.getAttribute('itemtype') ?? root.getAttribute('typeof') ?? ''
  return said.split(/\s+/).map((type) => type.replace(/^(?:schema:|https?:\/\/schema\.org\/)/, ''))
}

function namesOf(element: Element): string[] {
  const said = element.getAttribute('itemprop') ?? element.getAttribute('property') ?? ''
  return said
    .split(/\s+/)
    .map((name) => name.replace(/^(?:schema:|https?:\/\/schema\.org\/)/, ''))
    .filter((name) => wanted.has(name))
}

/** Where an address is asked for, where a link leads; of all else what is stated, or what is to be read. */
function valueAt(element: Element): string {
  const stated = element.getAttribute('content') ?? element.getAttribute('datetime')
  if (stated !== null) return stated
  const isAddress = namesOf(element).some((name) => /^(?:url|sameAs|identifier)$/.test(name))
  const shown = (element.textContent ?? '').replace(/\s+/g, ' ').trim()
  return isAddress ? (element.getAttribute('href') ?? shown) : shown
}

/** True where the item's name is one of the page's headings. */
function isHeaded(root: Element): boolean {
  const names = root.querySelectorAll(
    '[itemprop~="name"], [itemprop~="headline"], [property="name"]',
  )
  return [...names]
    .slice(0, 20)
    .filter((name) => !isForm(name))
    .some(
      (name) =>
        name.closest(item) === root &&
        name.closest('h1, h2, h3') !== null &&
        (text(name.textContent) ?? '').trim().length > 8,
    )
}
