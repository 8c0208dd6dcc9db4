import { inlineTag, tidyInline } from './markup.ts'
import { mathSource, mathText } from './math.ts'
import { collapse, tidy } from './space.ts'

/** A paragraph, heading, list item, table cell or line of an element, as a person reads it. */
export interface Block {
  /** One line of text with CSL's inline tags (`<i> <sub> <sup>`); never empty. */
  text: string
  /** The run that begins the block in bold, italics or a label's class: `Background:` in `<b>Background:</b> We …`. */
  lead?: string
  /** The nearest block-level element around the text; none for a text that is no element's. */
  element?: Element
  /** True when only a `<br>` parts it from the block before. */
  afterBreak: boolean
  /** What was passed over in it or just before it, with the reason that `skip` gave. */
  skipped?: Skipped[]
}

/** Text that was passed over. */
export interface Skipped {
  reason: string
  text: string
}

/** Gives the reason for which an element is passed over with all that is in it; undefined to read it. */
export type Skip = (element: Element) => string | undefined

const blockLevel =
  /^(?:address|article|aside|blockquote|body|button|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/

const unread =
  /^(?:style|noscript|template|svg|iframe|object|embed|select|textarea|input|audio|video|canvas|head|map)$/

const emphasis = /^(?:b|strong|i|em|u|h[1-6]|span|font|small|label|dfn)$/

/** An element's local name; a form whose controls are named `localName` or the like still says `form`. */
export function nameOf(element: Element): string {
  const name: unknown = element.localName
  return typeof name === 'string' ? name : 'form'
}

/**
 * The blocks below an element in reading order, by walking its nodes: no layout is asked for and nothing
 * is cloned, so a page of 50,000 nodes costs one pass.
 *
 * Scripts, styles and form values are not read, a formula is read once however many copies its renderer
 * made, and whatever `skip` gives a reason for is passed over and noted. The walk goes by a
 * TreeWalker because a form's own `firstChild` may be a control of that name.
 */
export function readBlocks(root: Element, skip: Skip = () => undefined): Block[] {
  const walker = root.ownerDocument.createTreeWalker(root, 5)
  const reader = new BlockReader(root)
  let down: Node | null = walker.firstChild()
  if (!down) return []
  for (;;) {
    const node: Node = walker.currentNode
    down = null
    if (isElement(node)) {
      if (reader.enter(node, skip)) {
        down = walker.firstChild()
        if (!down) reader.leave()
      }
    } else reader.add(node.nodeValue ?? '')
    if (down) continue
    while (!walker.nextSibling()) {
      if (!walker.parentNode() || walker.currentNode === root) return reader.end()
      reader.leave()
    }
  }
}

/** Where the walk is: the elements it is in, and the block that it is writing. */
class BlockReader {
  readonly #blocks: Block[] = []
  readonly #path: { element: Element; block: boolean; tag: string | undefined; leads: boolean }[] =
    []
  readonly #holders: Element[]
  #text = ''
  #lead: string | undefined
  #broken = false
  #skipped: Skipped[] = []

  constructor(root: Element) {
    this.#holders = [root]
  }

  add(text: string): void {
    this.#text += text
  }

  /** True when the walk should go into the element; then `leave` must follow. */
  enter(element: Element, skip: Skip): boolean {
    const name = nameOf(element)
    const formula = name === 'form' ? undefined : formulaText(element)
    if (formula !== undefined) {
      this.#text += formula
      return false
    }
    if (name === 'br') {
      this.#reopen(true)
      return false
    }
    if (name === 'wbr' || unread.test(name)) return false
    const reason = name === 'form' ? undefined : skip(element)
    if (reason !== undefined) {
      const text = collapse((element.textContent ?? '').slice(0, 300))
      if (text !== '') this.#skipped.push({ reason, text })
      return false
    }
    const block = blockLevel.test(name)
    const tag = block ? undefined : inlineTag(name)
    const leads =
      !block && this.#lead === undefined && this.#text.trim() === '' && emphasis.test(name)
    if (block) {
      this.#reopen(false)
      this.#holders.push(element)
    }
    if (tag) this.#text += `<${tag}>`
    this.#path.push({ element, block, tag, leads })
    return true
  }

  leave(): void {
    const left = this.#path.pop()
    if (!left) return
    if (left.block) {
      this.#reopen(false)
      this.#holders.pop()
      return
    }
    if (left.tag) this.#text += `</${left.tag}>`
    if (left.leads && this.#lead === undefined) {
      const run = collapse(this.#text.replace(/<\/?\w+>/g, ''))
      if (run !== '') this.#lead = run
    }
  }

  end(): Block[] {
    this.#flush(false)
    const last = this.#blocks.at(-1)
    if (last && this.#skipped.length > 0) last.skipped = [...(last.skipped ?? []), ...this.#skipped]
    return this.#blocks
  }

  /** Ends the block; inline elements that are still open go on in the next one. */
  #reopen(afterBreak: boolean): void {
    if (this.#text === '') {
      this.#flush(afterBreak)
      return
    }
    const tags = this.#path.flatMap((open) => (open.tag ? [open.tag] : []))
    for (const tag of tags.toReversed()) this.#text += `</${tag}>`
    this.#flush(afterBreak)
    for (const tag of tags) this.#text += `<${tag}>`
  }

  #flush(afterBreak: boolean): void {
    const line = this.#text === '' ? '' : tidyInline(collapse(tidy(this.#text)))
    const holder = this.#holders.at(-1)
    if (holder && /\S/.test(line.replace(/<\/?\w+>/g, ''))) {
      const block: Block = { text: line, element: holder, afterBreak: this.#broken }
      if (this.#lead !== undefined) block.lead = this.#lead
      if (this.#skipped.length > 0) block.skipped = this.#skipped
      this.#skipped = []
      this.#blocks.push(block)
    }
    this.#text = ''
    this.#lead = undefined
    this.#broken = afterBreak
  }
}

/** An element's text in one line, with CSL's inline tags; empty where it has none. */
export function elementText(element: Element, skip?: Skip): string {
  return readBlocks(element, skip)
    .map((block) => block.text)
    .join(' ')
}

function isElement(node: Node): node is Element {
  return node.nodeType !== 3
}

/**
 * What a formula's element adds to the text, '' for a further copy of the same formula, undefined for
 * anything that is no formula. MathJax 2 and 3 and KaTeX leave a preview, a visual and an assistive
 * copy side by side; Wikipedia and Elsevier leave an image with the source in `alt`.
 */
function formulaText(element: Element): string | undefined {
  const name = element.localName
  if (name === 'math' || name === 'mml:math') return mathText(element)
  if (name === 'script') {
    const type = element.getAttribute('type') ?? ''
    if (!type.startsWith('math/')) return ''
    return hasAssistiveCopy(element.previousElementSibling) ? '' : mathSource(element)
  }
  if (name === 'img') {
    const alt = element.getAttribute('alt') ?? ''
    return /\b(?:tex|math|latex|mwe-math)/i.test(element.getAttribute('class') ?? '') && alt !== ''
      ? alt
      : ''
  }
  const classes = element.getAttribute('class')
  if (name !== 'mjx-container' && !(classes && /\b(?:MathJax|katex|mjx-chtml)/.test(classes)))
    return undefined
  if (/\bMathJax_Preview\b/.test(classes ?? '')) return ''
  const copy = element.querySelector('math')
  if (copy) return mathText(copy)
  const written = element.getAttribute('data-mathml')
  if (written) return written.replace(/<[^<>]{0,500}>/g, '')
  return element.nextElementSibling?.localName === 'script' ? '' : undefined
}

function hasAssistiveCopy(element: Element | null): boolean {
  return (
    element !== null &&
    (element.hasAttribute('data-mathml') || element.querySelector('math') !== null)
  )
}
