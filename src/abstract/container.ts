import { isElement, nameOf } from '../text/element-name.ts'
import { isBesideHeading } from './labels.ts'

/** What an element's own name says of what is in it. */
export type ContainerName = 'abstract' | 'beside' | undefined

/** Names of an abstract's element: `abstract`, `hlFld-Abstract`, `article__abstract`, `abstract_new`, `first-paragraph`. */
const abstractName =
  /abstract(?!ion)|(?:^|[\s_-])abs(?:$|[\s_\d-])|first-?paragraph|resumen|zusammenfassung|(?:^|[\s_-])r[eé]sum[eé](?:$|[\s_-])/i

/** Names that hold the word and mean a neighbour: another summary, a tool, a list of other papers. */
const besideName =
  /graphic|visual|video|teaser|tldr|highlight|key-?points?|author-?summary|editor|digest|(?:^|[\s_-])lay(?:$|[\s_-])|plain-?language|significance|(?:popular|research)-?summary|related|recommend|similar|cited-?by|citing|(?:^|[\s_-])(?:nav|menu|tools?|toc|links?|button|btn|metrics|modal|popup|results?|search|hits?|keywords?|refs?|references?|bibliography|footnotes?|figures?|supplement\w*|license|copyright)(?:$|[\s_-])/i

/** Elements whose text is beside the paper's own, whatever they are called. */
const besideElement = /^(?:nav|aside|footer|figure|figcaption|dialog|label)$/

/** What the name of an element, and of what it is in, says; each element is asked once. */
export class Containers {
  readonly #own = new Map<Element, ContainerName>()
  readonly #title: Element | undefined

  /** `title` is the element of the paper's title: what holds it is no neighbour of the abstract, whatever its name. */
  constructor(title: Element | undefined) {
    this.#title = title
  }

  /** The elements round a text, nearest first, up to the one that the title is in. */
  *#around(element: Element, most: number): Generator<Element> {
    let at: Element | null = element
    for (let depth = 0; at && depth < most; depth++) {
      const name = nameOf(at)
      if (name === 'body' || name === 'html' || name === 'form') return
      if (this.#title && at.contains(this.#title)) return
      yield at
      at = at.parentElement
    }
  }

  /** What the element's id, class, role and property say of what is in it. */
  nameOf(element: Element): ContainerName {
    const known = this.#own.get(element)
    if (known !== undefined || this.#own.has(element)) return known
    const name = ownName(element)
    this.#own.set(element, name)
    return name
  }

  /** True where an element that a text stands in is named for a neighbour of the abstract. */
  isBeside(element: Element): boolean {
    for (const at of this.#around(element, 12)) if (this.nameOf(at) === 'beside') return true
    return false
  }

  /** The elements round a text that are named for an abstract, nearest first; none where one is named for a neighbour. */
  named(element: Element): Element[] {
    const found: Element[] = []
    for (const at of this.#around(element, 12)) {
      const name = this.nameOf(at)
      if (name === 'beside') return []
      if (name === 'abstract') found.push(at)
    }
    return found
  }
}

function ownName(element: Element): ContainerName {
  const local = nameOf(element)
  if (local === 'form') return 'beside'
  const role = element.getAttribute('role')
  if (role === 'doc-abstract' || element.getAttribute('itemprop') === 'abstract') return 'abstract'
  if (role === 'navigation' || role === 'dialog') return 'beside'
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`
  const own = name !== ' ' && abstractName.test(name)
  if (name !== ' ' && besideName.test(name))
    return own || besideOther.test(name) ? 'beside' : undefined
  // Érudit's abstracts are `complementary`, and others' stand in an `aside`: the name is surer than the part of the page.
  if (own) return 'abstract'
  return besideElement.test(local) || role === 'complementary' ? 'beside' : undefined
}

/** Names that mean another paper or another text even without the word: `related-articles`, `references`. */
const besideOther =
  /tldr|related-?(?:articles?|content|papers)|(?:generic|article|search|result|listing|list|paper)-(?:item|row|listing|snippet)|(?:citation|article|paper)s?-list|recommend|similar-?articles|cited-?by|citing-?articles|(?:^|[\s_-])(?:references|ref-list|bibliography|modal)(?:$|[\s_-])/i

/** True where an element's first heading says that it is a neighbour of the abstract: `Highlights`, `Plain language summary`. */
export function isHeadedBeside(element: Element): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, 5)
  for (
    let node = walker.nextNode(), seen = 0;
    node && seen < 12;
    node = walker.nextNode(), seen++
  ) {
    if (isElement(node)) continue
    const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim()
    if (text !== '') return isBesideHeading(text)
  }
  return false
}
