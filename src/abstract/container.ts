import { documentOf, isElement, nameOf } from '../text/element-name.ts'
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

/** What the elements round a text say of it: those named for an abstract, nearest first, and whether one is a neighbour's. */
interface Around {
  named: readonly Element[]
  beside: boolean
}

const nothing: Around = { named: [], beside: false }

/** What the name of an element, and of what it is in, says; each element is asked once, since each holds many texts. */
export class Containers {
  readonly #around = new Map<Element, Around>()
  readonly #title: Element | undefined

  /** `title` is the element of the paper's title: what holds it is no neighbour of the abstract, whatever its name. */
  constructor(title: Element | undefined) {
    this.#title = title
  }

  /** True where an element that a text stands in is named for a neighbour of the abstract. */
  isBeside(element: Element): boolean {
    return this.#aroundOf(element).beside
  }

  /** The elements round a text that are named for an abstract, nearest first; none where one is named for a neighbour. */
  named(element: Element): readonly Element[] {
    const { named, beside } = this.#aroundOf(element)
    return beside ? [] : named
  }

  #aroundOf(element: Element): Around {
    const inside: Element[] = []
    let found: Around | undefined
    for (let at: Element | null = element; at && !found; at = at.parentElement) {
      found = this.#around.get(at) ?? (this.#isOutside(at) ? nothing : undefined)
      if (!found) inside.push(at)
    }
    let around = found ?? nothing
    for (const each of inside.reverse()) {
      const name = ownName(each)
      if (name === 'beside') around = { named: around.named, beside: true }
      else if (name === 'abstract' && around.named.length < most)
        around = { named: [each, ...around.named], beside: around.beside }
      this.#around.set(each, around)
    }
    return around
  }

  /** True for what holds the title too, and for the page itself. */
  #isOutside(element: Element): boolean {
    const name = nameOf(element)
    if (name === 'body' || name === 'html' || name === 'form') return true
    return this.#title !== undefined && element.contains(this.#title)
  }
}

/** More elements in each other that are named for an abstract are nobody's. */
const most = 12

function ownName(element: Element): ContainerName {
  const role = element.getAttribute('role')
  if (role === 'doc-abstract' || element.getAttribute('itemprop') === 'abstract') return 'abstract'
  if (role === 'navigation' || role === 'dialog') return 'beside'
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`
  const own = name !== ' ' && abstractName.test(name)
  if (name !== ' ' && besideName.test(name))
    return own || besideOther.test(name) ? 'beside' : undefined
  // Érudit's abstracts are `complementary`, and others' stand in an `aside`: the name is surer than the part of the page.
  if (own) return 'abstract'
  return besideElement.test(nameOf(element)) || role === 'complementary' ? 'beside' : undefined
}

/** Names that mean another paper or another text even without the word: `related-articles`, `references`. */
const besideOther =
  /tldr|related-?(?:articles?|content|papers)|(?:generic|article|search|result|listing|list|paper)-(?:item|row|listing|snippet)|(?:citation|article|paper)s?-list|recommend|similar-?articles|cited-?by|citing-?articles|(?:^|[\s_-])(?:references|ref-list|bibliography|modal)(?:$|[\s_-])/i

/** True where an element's first heading says that it is a neighbour of the abstract: `Highlights`, `Plain language summary`. */
export function isHeadedBeside(element: Element): boolean {
  const walker = documentOf(element)?.createTreeWalker(element, 5)
  if (!walker) return true
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
