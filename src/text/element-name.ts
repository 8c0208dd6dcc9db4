/** Elements that begin and end a block, and those whose text is never read. */
const kinds = new Map<string, 'block' | 'unread'>()
for (const name of 'address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main nav ol optgroup p pre section summary table tbody td tfoot th thead tr ul'.split(
  ' ',
))
  kinds.set(name, 'block')
for (const name of 'style script noscript template svg iframe object embed select option textarea input audio video canvas head map datalist'.split(
  ' ',
))
  kinds.set(name, 'unread')

/** An element's local name; a form whose controls are named `localName` or the like still says `form`. */
export function nameOf(element: Element): string {
  const name: unknown = element.localName
  return typeof name === 'string' ? name : 'form'
}

/** True for a form: its own methods and properties may be its controls, so nothing may be asked of it. */
export function isForm(element: Element): boolean {
  return nameOf(element) === 'form'
}

/** Whether an element begins a block, or is never read; undefined for what stands inside a line. */
export function kindOfElement(name: string): 'block' | 'unread' | undefined {
  return kinds.get(name)
}

/** The document of an element; undefined for a form whose control is named `ownerDocument`. */
export function documentOf(element: Element): Document | undefined {
  const own: unknown = element.ownerDocument
  return isDocument(own) ? own : undefined
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'createTreeWalker' in value
}

/** True for an element; asked of what a walker shows, elements and texts. A form's `nodeType` may be a control. */
export function isElement(node: Node): node is Element {
  return node.nodeType !== 3
}
