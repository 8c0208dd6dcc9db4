import type { Block, Skipped } from './block.ts'
import { documentOf, isElement, kindOfElement, nameOf } from './element-name.ts'
import { type Line, readLine, type Skip } from './line-text.ts'
import type { Formulas } from './math.ts'
import { collapse } from './space.ts'
import { unreadBelow } from './unread.ts'

/** The most that is read of a page, in characters and in texts: more than twice what the longest documents have. */
const most = { characters: 4_000_000, texts: 200_000 }

/** The most that is read of one block, in characters: ten times the longest abstract. */
const mostOfBlock = 200_000

/** So many inline elements stand round a text of an honest page at most; a script can nest 100,000. */
const far = 30

/** How texts below a root are read: what is passed over, and what was found out about its elements. */
interface Reading {
  root: Element
  skip: Skip
  formulas: Formulas | undefined
  /** Elements inside something that is never read: what a `<video>` or `<noscript>` shows where it does not work. */
  unread: ReadonlySet<Element> | undefined
  /** The block-level elements round those that stand deep in one line: each is climbed for once. */
  holders: Map<Element, Element>
  /** What was said of the elements round the blocks: each holds many. */
  reasons: Map<Element, string | undefined>
  /** Walks up from elements whose own `parentNode` may be a form's control of that name. */
  climber: TreeWalker
}

/**
 * The blocks below an element in reading order.
 *
 * It costs one pass over the text nodes, of a page that is made to cost over its first four million characters: nothing is cloned, no layout is asked for, elements are looked at only where
 * a text's parent has not been seen, and each block's text is put right only when it is asked for. Scripts, styles
 * and form values are not read. It goes by TreeWalkers because a form's own `firstChild` may be a control of that name.
 */
export function readBlocks(
  root: Element,
  skip: Skip = () => undefined,
  formulas?: Formulas,
): Block[] {
  const document = documentOf(root)
  if (!document) return []
  const texts = document.createTreeWalker(root, 4)
  const back = document.createTreeWalker(root, 5)
  const reading: Reading = {
    root,
    skip,
    formulas,
    unread: unreadBelow(root),
    holders: new Map(),
    reasons: new Map(),
    climber: document.createTreeWalker(document, 1),
  }
  const blocks: TextBlock[] = []
  let open: TextBlock | undefined
  let before: Node = root
  let parent: Element | null = null
  let holder: Element | null = null
  let spaced = false
  let characters = 0
  let read = 0
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (characters > most.characters || ++read > most.texts) break
    const data = node.nodeValue ?? ''
    // Half of a page's texts are the white space between its elements.
    if (!(data.charCodeAt(0) > 32) && !/\S/.test(data)) {
      spaced = true
      continue
    }
    const above = node.parentElement
    if (above !== parent) {
      parent = above
      holder = above ? holderOf(above, reading) : null
    }
    if (holder === null) continue
    characters += data.length
    const gap = open && holder === open.holder ? gapBetween(back, before, node) : 'block'
    before = node
    if (open && gap === undefined) open.add(spaced ? ` ${data}` : data)
    else {
      open = new TextBlock(node, holder, data, gap === 'break', reading)
      blocks.push(open)
    }
    spaced = false
  }
  return blocks
}

/** What parts a text from the text before it in the same block-level element; undefined where nothing does. */
function gapBetween(back: TreeWalker, from: Node, to: Node): 'break' | 'block' | undefined {
  back.currentNode = to
  let breaks = 0
  for (let node = back.previousNode(); node && node !== from; node = back.previousNode()) {
    const name = isElement(node) ? nameOf(node) : ''
    if (name === 'br') breaks++
    else if (kindOfElement(name) === 'block') return 'block'
  }
  // Two line breaks are an empty line: a new paragraph.
  return breaks > 1 ? 'block' : breaks === 1 ? 'break' : undefined
}

/** The nearest block-level element; `null` where the text is never read. */
function holderOf(element: Element, reading: Reading): Element | null {
  const { root, unread, holders } = reading
  let climbed = 0
  for (let at: Element | null = element; at; climbed++) {
    const name = nameOf(at)
    const kind = at === root ? 'block' : kindOfElement(name)
    if (kind === 'unread') return null
    const holder = kind === 'block' ? at : holders.size > 0 ? holders.get(at) : undefined
    if (holder) {
      if (climbed > far) holders.set(element, holder)
      return unread?.has(element) ? null : holder
    }
    at = parentOf(at, name, reading)
  }
  return null
}

function parentOf(element: Element, name: string, { climber }: Reading): Element | null {
  if (name !== 'form') return element.parentElement
  climber.currentNode = element
  const above = climber.parentNode()
  return above && isElement(above) ? above : null
}

function outsideForms(holder: Element, reading: Reading): Element {
  let at: Element | null = holder
  while (at && nameOf(at) === 'form') at = parentOf(at, 'form', reading)
  return at ?? holder
}

/** A block whose text is read when it is asked for. */
class TextBlock implements Block {
  readonly element: Element
  readonly afterBreak: boolean
  readonly #first: Node
  /** The block-level element that the text stands in; a form, whose controls may be named like anything, is shown to nobody. */
  readonly #holder: Element
  readonly #reading: Reading
  #raw: string
  #plain: string | undefined
  #line: Line | undefined

  constructor(first: Node, holder: Element, data: string, afterBreak: boolean, reading: Reading) {
    this.#first = first
    this.#holder = holder
    this.element = outsideForms(holder, reading)
    this.#raw = data.slice(0, mostOfBlock)
    this.afterBreak = afterBreak
    this.#reading = reading
  }

  get holder(): Element {
    return this.#holder
  }

  add(data: string): void {
    if (this.#raw.length < mostOfBlock) this.#raw += data.slice(0, mostOfBlock)
  }

  again(reading: Reading): TextBlock {
    return new TextBlock(this.#first, this.#holder, this.#raw, this.afterBreak, reading)
  }

  get size(): number {
    return this.#raw.length
  }

  get raw(): string {
    return this.#raw
  }

  get plain(): string {
    this.#plain ??= collapse(this.#raw)
    return this.#plain
  }

  get text(): string {
    return this.#read().text
  }

  get lead(): string | undefined {
    return this.#read().lead
  }

  get runs(): readonly string[] {
    return this.#read().runs
  }

  get skipped(): readonly Skipped[] {
    return this.#read().skipped
  }

  #read(): Line {
    this.#line ??=
      this.#around() ??
      readLine(this.#first, this.#holder, this.#reading.skip, this.#reading.formulas)
    return this.#line
  }

  /** The empty line of a block that stands in something that is passed over. */
  #around(): Line | undefined {
    const { root, climber } = this.#reading
    climber.currentNode = this.element
    for (let at: Node | null = this.element; at && at !== root; at = climber.parentNode()) {
      const reason = isElement(at) && nameOf(at) !== 'form' ? this.#reason(at) : undefined
      if (reason !== undefined)
        return { text: '', runs: [], skipped: [{ reason, text: this.plain.slice(0, 300) }] }
    }
    return undefined
  }

  #reason(element: Element): string | undefined {
    const { reasons, skip } = this.#reading
    const known = reasons.get(element)
    if (known !== undefined || reasons.has(element)) return known
    const reason = skip(element)
    reasons.set(element, reason)
    return reason
  }
}

/** The same blocks as seen below another root, with other things passed over; lines of text files stay as they are. */
export function readAgain(
  blocks: readonly Block[],
  root: Element,
  skip: Skip,
  formulas?: Formulas,
): Block[] {
  let reading: Reading | undefined
  const document = documentOf(root)
  return blocks.map((block) => {
    if (!document || !(block instanceof TextBlock)) return block
    reading ??= {
      root,
      skip,
      formulas,
      unread: undefined,
      holders: new Map(),
      reasons: new Map(),
      climber: document.createTreeWalker(document, 1),
    }
    return block.again(reading)
  })
}
