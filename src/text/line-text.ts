import type { Skipped } from './block.ts'
import { isElement, kindOfElement, nameOf } from './element-name.ts'
import { formulaText } from './formula-text.ts'
import { inlineTag, tidyInline } from './markup.ts'
import type { Formulas } from './math.ts'
import { repair } from './repair.ts'
import { collapse, tidy } from './space.ts'

/** Gives the reason for which an element is passed over with all that is in it; undefined to read it. */
export type Skip = (element: Element) => string | undefined

/** What lies deeper in a line is read without asking whether it is furniture; the parser itself stops at 512. */
const deepest = 512

/** The most that is read of a line, in characters: ten times the longest abstract. */
const mostOfLine = 200_000

const emphasis = /^(?:b|strong|i|em|u|span|font|small|label|dfn)$/

/** One line as it is kept: its text with CSL's inline tags, the run it begins with, and what was passed over. */
export interface Line {
  text: string
  lead?: string
  runs: string[]
  skipped: Skipped[]
}

/** The longest run that may be a label, in characters, and the most that are kept of a line. */
const longestRun = 60
const mostRuns = 40

/**
 * Reads the line that begins with a text node, inside its block-level element: up to the next `<br>`, the next block
 * inside the element, or its end. A formula is read once however many copies its renderer made.
 */
export function readLine(first: Node, holder: Element, skip: Skip, formulas?: Formulas): Line {
  // A form's own `ownerDocument` may be a control; a text's is what it says.
  const walker = (first.ownerDocument ?? holder.ownerDocument).createTreeWalker(holder, 5)
  walker.currentNode = first
  const reader = new LineReader(formulas)
  let begun = false
  // From the child of the holder that the text stands in, and whatever without words stands before it.
  while (walker.currentNode.parentNode !== holder && walker.parentNode()) {
    if (walker.currentNode === holder) break
  }
  while (beginsWithoutWords(walker)) {}

  for (;;) {
    const node = walker.currentNode
    let inside = false
    if (isElement(node)) {
      const name = nameOf(node)
      const parts = name === 'br' || kindOfElement(name) === 'block'
      if (parts && begun) return reader.end()
      const holdsFirst = !begun && contains(node, first)
      if (parts || (!begun && !holdsFirst && !isWordless(node, name))) reader.beginAgain()
      else {
        const entered = reader.enter(node, name, skip)
        if (!entered && holdsFirst) begun = true
        inside = entered && walker.firstChild() !== null
        if (entered && !inside) reader.leave()
      }
    } else {
      if (node === first) begun = true
      if (begun) reader.add(node.nodeValue ?? '')
      if (reader.isFull) return reader.end()
    }
    if (inside) continue
    while (!walker.nextSibling()) {
      if (!walker.parentNode() || walker.currentNode === holder) return reader.end()
      reader.leave()
    }
  }
}

/** Goes back over an image, a formula's source or white space before the line's first text; false where there is none. */
function beginsWithoutWords(walker: TreeWalker): boolean {
  const from = walker.currentNode
  const before = walker.previousSibling()
  if (before && (isElement(before) ? isWordless(before, nameOf(before)) : isBlank(before)))
    return true
  walker.currentNode = from
  return false
}

function isBlank(text: Node): boolean {
  return (text.nodeValue ?? '').trim() === ''
}

/** True for what stands in a line and has no text of its own: an image, a formula's source. */
function isWordless(element: Element, name: string): boolean {
  if (name === 'img' || name === 'script') return true
  return name !== 'br' && kindOfElement(name) === undefined && element.textContent === ''
}

/** `<span class="italic">`, as publishers write whose style sheets do the rest. */
function styledTag(element: Element): string | undefined {
  const classes = element.getAttribute('class')
  return classes !== null &&
    /(?:^|[\s_-])(?:italics?|ital|emphasistypeitalic)(?:$|[\s_-])/i.test(classes)
    ? 'i'
    : undefined
}

function contains(element: Element, node: Node): boolean {
  return nameOf(element) !== 'form' && element.contains(node)
}

/** The line that is being written, and the inline elements that are open. */
class LineReader {
  readonly #path: { tag: string | undefined; leads: boolean; from: number }[] = []
  readonly #runs: string[] = []
  readonly #skipped: Skipped[] = []
  readonly #formulas: Formulas | undefined
  #looked = 0
  #text = ''
  #lead: string | undefined

  constructor(formulas: Formulas | undefined) {
    this.#formulas = formulas
  }

  add(text: string): void {
    this.#text += text.slice(0, mostOfLine)
  }

  get isFull(): boolean {
    return this.#text.length > mostOfLine
  }

  /** Forgets what belongs to the line before; the elements that are open stay open. */
  beginAgain(): void {
    this.#text = this.#path.map(({ tag }) => (tag ? `<${tag}>` : '')).join('')
    this.#lead = undefined
  }

  /** True when the walk should go into the element; then `leave` must follow. */
  enter(element: Element, name: string, skip: Skip): boolean {
    const formula = formulaText(element, name, this.#formulas)
    if (formula !== undefined) {
      this.#text += formula
      return false
    }
    if (name === 'wbr' || name === 'br' || kindOfElement(name) === 'unread') return false
    const reason = this.#path.length < deepest ? skip(element) : undefined
    if (reason !== undefined) {
      const text = collapse((element.textContent ?? '').slice(0, 300))
      if (text !== '') this.#skipped.push({ reason, text })
      return false
    }
    const meant = inlineTag(name) ?? (name === 'span' ? styledTag(element) : undefined)
    const tag = this.#path.some((open) => open.tag === meant) ? undefined : meant
    const emphatic = emphasis.test(name)
    const leads =
      emphatic &&
      this.#lead === undefined &&
      this.#text.length < longestRun &&
      this.#text.trim() === ''
    if (tag) this.#text += `<${tag}>`
    this.#path.push({ tag, leads, from: emphatic ? this.#text.length : -1 })
    return true
  }

  leave(): void {
    const left = this.#path.pop()
    if (!left) return
    if (left.tag) this.#text += `</${left.tag}>`
    const length = this.#text.length - left.from
    if (left.from < 0 || length === 0) return
    // The text is looked at only where a run may come of it: a line may have 100,000 elements.
    if (!left.leads && (length > longestRun || ++this.#looked > mostRuns * 5)) return
    const run = collapse(this.#text.slice(left.leads ? 0 : left.from).replace(/<\/?\w+>/g, ''))
    if (run === '') return
    if (left.leads && this.#lead === undefined) this.#lead = run
    else if (this.#runs.length < mostRuns && run.length > 2) this.#runs.push(run)
  }

  end(): Line {
    while (this.#path.length > 0) this.leave()
    const text = tidyInline(collapse(repair(tidy(this.#text))))
    const line: Line = {
      text: /\S/.test(text.replace(/<\/?\w+>/g, '')) ? text : '',
      runs: this.#runs,
      skipped: this.#skipped,
    }
    if (this.#lead !== undefined) line.lead = this.#lead
    return line
  }
}
