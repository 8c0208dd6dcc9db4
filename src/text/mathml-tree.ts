import { decodeEntities } from './entities.ts'
import { collapse } from './space.ts'

/** MathML as it is read: an element with its parts, or a text (`#text`). */
export interface MathTree {
  /** The local name without a prefix: `mfrac`. */
  name: string
  /** A text's characters; an element has none of its own. */
  text: string
  attributes: Readonly<Record<string, string>>
  parts: readonly MathTree[]
}

/** What lies deeper than this is read as text; a browser's own parser stops at 512. */
const deepest = 100

const attributesRead =
  'mathvariant open close separators linethickness bevelled encoding alttext selection alt'.split(
    ' ',
  )

/** A tree from an element of a page. Comments and other nodes are left out. */
export function treeOf(element: Element, depth = 0): MathTree {
  const parts: MathTree[] = []
  if (depth > deepest) parts.push(textPart(element.textContent ?? ''))
  else
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (isElement(node)) parts.push(treeOf(node, depth + 1))
      else if (node.nodeType === 3) parts.push(textPart(node.nodeValue ?? ''))
    }
  const attributes: Record<string, string> = {}
  if (element.hasAttributes())
    for (const name of attributesRead) {
      const value = element.getAttribute(name)
      if (value !== null) attributes[name] = value
    }
  return { name: localName(element.localName), text: '', attributes, parts }
}

/**
 * A tree from MathML's source, as scripts and attributes hold it (`<script type="math/mml">`, MathJax' `data-mathml`);
 * undefined where there is no `<math>` in it. Ends that were left out are put in.
 */
export function parseMathml(source: string): MathTree | undefined {
  const top: Growing = { name: '', text: '', attributes: {}, parts: [] }
  const open: Growing[] = [top]
  for (const token of source.match(/<[^<>]*>|[^<]+/g) ?? []) {
    const here = open.at(-1) ?? top
    if (!token.startsWith('<')) {
      if (/\S/.test(token)) here.parts.push(textPart(decodeEntities(token)))
      continue
    }
    const [, slash, written = '', rest = ''] =
      /^<(\/?)([A-Za-z][\w:.-]*)([\s\S]*)>$/.exec(token) ?? []
    const name = localName(written)
    if (slash) {
      const at = open.findLastIndex((each) => each.name === name)
      if (at > 0) open.length = at
    } else if (name !== '') {
      const part: Growing = { name, text: '', attributes: attributesIn(rest), parts: [] }
      here.parts.push(part)
      if (!rest.endsWith('/') && open.length < deepest) open.push(part)
    }
  }
  return top.parts.find((part) => part.name === 'math')
}

interface Growing extends MathTree {
  parts: MathTree[]
}

/** All its text, in order. */
export function textOf(tree: MathTree): string {
  return tree.name === '#text' ? tree.text : tree.parts.map(textOf).join('')
}

/** Its elements; where it has none, none. */
export function elementsOf(tree: MathTree): readonly MathTree[] {
  return tree.parts.filter((part) => part.name !== '#text' || collapse(part.text) !== '')
}

/** The TeX that the page's own formula was made of, where the MathML keeps it. */
export function texIn(tree: MathTree): string | undefined {
  const annotation = annotationsOf(tree).find((each) =>
    /^(?:application\/x-(?:la)?tex|(?:la)?tex)$/i.test(each.attributes.encoding ?? ''),
  )
  const tex = annotation ? textOf(annotation) : (tree.attributes.alttext ?? '')
  // An `alttext` may be words to be read aloud.
  return (annotation ? /\S/ : /\\[A-Za-z]|[_^{]/).test(tex) ? tex : undefined
}

function annotationsOf(tree: MathTree): MathTree[] {
  const semantics =
    tree.name === 'semantics' ? tree : tree.parts.find(({ name }) => name === 'semantics')
  return semantics?.parts.filter(({ name }) => name === 'annotation') ?? []
}

/** A text as a part of a tree. */
export function textPart(text: string): MathTree {
  return { name: '#text', text, attributes: {}, parts: [] }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

function attributesIn(source: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of source.matchAll(
    /\b([a-z]{2,15})=(?:"([^"]{0,500})"|'([^']{0,500})')/g,
  )) {
    if (attributesRead.includes(name)) attributes[name] = decodeEntities(double ?? single ?? '')
  }
  return attributes
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
