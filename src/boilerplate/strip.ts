import { closings } from './closings.ts'
import { notAnAbstract } from './not-an-abstract.ts'
import { openings } from './openings.ts'
import { inlineFurniture, pageFurniture } from './page-furniture.ts'
import type { ElementRule, TextRule } from './rule.ts'
import { wholeLines } from './whole-lines.ts'

/** A piece of text that a rule took away. */
export interface Cut {
  /** The rule's id. */
  rule: string
  text: string
}

/** A text without its furniture, and the trail of what each rule took from it. */
export interface Stripped {
  text: string
  removed: Cut[]
}

const anyWholeLine = new RegExp(wholeLines.map(({ match }) => match.source).join('|'), 'i')

/** The rule that takes a whole line away, or undefined where the line is the paper's. */
export function lineRule(line: string): string | undefined {
  // Nearly every line is the paper's, so one question comes before the eleven.
  if (line.length > 700 || !anyWholeLine.test(line)) return undefined
  return wholeLines.find((rule) => rule.match.test(line))?.id
}

const anyFurniture = pageFurniture.map((rule) => rule.selector).join(', ')

/** The rule that takes an element away with all that is in it, or undefined. */
export function elementRule(element: Element): string | undefined {
  // Nearly every element is none, so one question comes before the eight, and a cheaper one before it.
  return mayBeRuled(element) && element.matches(anyFurniture)
    ? pageFurniture.find((rule) => isRuled(element, rule))?.id
    : undefined
}

/** True for what has a name or attributes that a selector could ask for: half of a text's elements have neither. */
function mayBeRuled(element: Element): boolean {
  return element.hasAttributes() || ruledNames.has(element.localName)
}

const ruledNames: ReadonlySet<string> = new Set([
  'a',
  'sup',
  'button',
  'nav',
  'label',
  'figure',
  'figcaption',
])

function isRuled(element: Element, { selector, text }: ElementRule): boolean {
  return element.matches(selector) && (text?.test((element.textContent ?? '').trim()) ?? true)
}

/** The same for what can stand inside a sentence, cheap enough to ask of every element of a page. */
export function inlineRule(element: Element): string | undefined {
  return /^(?:a|sup|span)$/.test(element.localName)
    ? inlineFurniture.find((rule) => isRuled(element, rule))?.id
    : undefined
}

/** The rule by which a whole text is refused as an abstract, or undefined where it may be one. */
export function refusal(text: string): string | undefined {
  return notAnAbstract.find((rule) => rule.match.test(text))?.id
}

/** True for a line by which a page says that the paper has no abstract; what stands below it is an excerpt. */
export function saysNone(line: string): boolean {
  return /^\W*(?:no abstract\b|abstract (?:is )?not available|there is no abstract|an abstract is (?:not available|unavailable)|in lieu of an abstract|(?:this|the) (?:article|paper|item) (?:has no|does not have an) abstract)/i.test(
    line,
  )
}

/** The same for a text that stands under its heading on the page, where a site's words about itself do not stand. */
export function refusalOfLabelled(text: string): string | undefined {
  const rule = refusal(text)
  return rule === 'site-slogan' ? undefined : rule
}

/** Takes labels and other openings from the beginning of a text. Idempotent. */
export function stripOpening(text: string): Stripped {
  return stripEdge(text, openings, (rest, cut) => rest.slice(cut).trimStart())
}

/** Takes copyright lines, button words and other closings from the end of a text. Idempotent. */
export function stripClosing(text: string): Stripped {
  return stripEdge(text, closings, (rest, cut) => rest.slice(0, -cut).trimEnd())
}

/** Takes openings and closings from a text. Idempotent. */
export function strip(text: string): Stripped {
  const opening = stripOpening(text)
  const closing = stripClosing(opening.text)
  return { text: closing.text, removed: [...opening.removed, ...closing.removed] }
}

function stripEdge(
  text: string,
  rules: readonly TextRule[],
  without: (rest: string, cut: number) => string,
): Stripped {
  const removed: Cut[] = []
  let rest = text.trim()
  for (let found = true; found && rest !== ''; ) {
    found = false
    for (const rule of rules) {
      const match = matchEdge(rule, rest)
      if (!match) continue
      removed.push({ rule: rule.id, text: match.trim() })
      rest = without(rest, match.length)
      found = true
    }
  }
  return { text: rest, removed }
}

/** Closings look at the last 600 characters only, so that no pattern ever scans a long text. */
function matchEdge(rule: TextRule, text: string): string | undefined {
  const isOpening = rule.match.source.startsWith('^')
  const tail = isOpening ? text : text.slice(-600)
  const found = rule.match.exec(tail)
  if (!found || found[0] === '') return undefined
  return isOpening || beginsAnew(tail.slice(0, found.index), found[0]) ? found[0] : undefined
}

/**
 * True where a closing does not take the end of a sentence with it (`is available in Europe.`): the text before it is
 * finished, or it begins with a sign that no sentence goes on with.
 */
function beginsAnew(before: string, closing: string): boolean {
  return /(?:^|[.!?…:;)\]”"»。*>]|\n)\s*$/u.test(before) || /^\s*[©℗…[]/u.test(closing)
}
