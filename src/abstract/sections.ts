import { belowAbstract, copy } from '../boilerplate/place.ts'
import { lineRule, saysNone, stripClosing, stripOpening } from '../boilerplate/strip.ts'
import type { Removed, Section } from '../item/record.ts'
import { type Block, lineBlock } from '../text/block.ts'
import { comparable } from '../text/comparable.ts'
import { withoutInline } from '../text/markup.ts'
import {
  isAbstractHeading,
  isAfterHeading,
  isBesideHeading,
  isKeywords,
  isLanguageName,
  isNote,
} from './labels.ts'
import { afterLead, type Piece, piecesOf } from './pieces.ts'
import { asSectionLabel } from './section-label.ts'
import { beginsSection, isHeadingBlock } from './trim-tail.ts'

/** An abstract's sections as read from blocks, and the trail of what was taken away. */
export interface ReadSections {
  sections: Section[]
  removed: Removed[]
}

/**
 * Reads an abstract's sections from its blocks: whole lines of furniture are dropped, labels are told from
 * text in every markup (headings, bold runs, definition lists, plain `METHODS:`), openings and closings are
 * stripped, and a heading of something else ends the abstract.
 */
export function readSections(blocks: readonly Block[]): ReadSections {
  const removed: Removed[] = []
  const pieces: Piece[] = []
  let label: string | undefined
  let started = false
  for (const given of blocks) {
    removed.push(...(given.skipped ?? []).map(({ reason, text }) => ({ rule: reason, text })))
    const block = withoutHeadingLead(given, removed)
    const plain = withoutInline(block.text)
    if (plain === '' || (!started && isJump(block, plain))) continue
    // What stands below such a line is an excerpt, and the page says so.
    if (plain.length < 400 && saysNone(plain)) return { sections: [], removed }
    const rule = lineRule(plain)
    if (rule) {
      removed.push({ rule, text: plain })
      continue
    }
    if (isLanguageName(plain)) {
      removed.push({ rule: 'abstract-label', text: plain })
      continue
    }
    if (isAbstractHeading(plain)) {
      // A second one is the same abstract again (mobile and desktop, teaser and whole).
      if (started) break
      removed.push({ rule: 'abstract-label', text: plain })
      continue
    }
    if (started && endsAbstract(block, plain, pieces)) {
      removed.push({ rule: belowAbstract, text: plain })
      break
    }
    const heading = asSectionLabel(plain)
    if (heading !== undefined && isLabelBlock(block, plain)) {
      label = heading
      continue
    }
    if (isBesideHeading(plain) || (isAfterHeading(plain) && !heading)) {
      if (started) break
      continue
    }
    const structured = pieces.some((piece) => piece.label !== undefined)
    // An abstract with labels may have some that nobody has listed: `Primary Funding Source`.
    if (structured && isHeadingBlock(block, plain)) {
      label = plain.replace(/\s*[:.：]$/u, '')
      continue
    }
    started = true
    for (const piece of piecesOf(block, structured)) {
      const named = piece.label ?? label
      pieces.push(named === undefined ? piece : { ...piece, label: named })
      label = undefined
    }
  }
  return finish(withoutCopies(withoutTeasers(pieces, removed), removed), removed)
}

/** Notes and keywords end an abstract; in a structured one `Funding:` may be its last section. */
function endsAbstract(block: Block, plain: string, before: readonly Piece[]): boolean {
  if (isKeywords(plain)) return true
  if (isField(block, plain) && !before.some(({ label }) => label !== undefined)) return true
  return isNote(plain) && !(before.some(({ label }) => label !== undefined) && beginsSection(block))
}

/** A field in one line below the text: `<b>Primary Subjects:</b> 14H37`; where a trial is registered belongs to the text. */
function isField({ lead }: Block, plain: string): boolean {
  return (
    lead?.endsWith(':') === true &&
    plain.length < lead.length + 60 &&
    !/[.!?]$/.test(plain) &&
    !/regist|trial|identifier|fund/i.test(lead) &&
    (asSectionLabel(lead) === undefined ||
      /^(?:source|contact|location)\b/i.test(lead) ||
      !/\p{Ll}{3}/u.test(plain.slice(lead.length)))
  )
}

/** A list of the paper's parts to jump to, between the heading and the text. */
function isJump({ element }: Block, plain: string): boolean {
  return element?.localName === 'li' && plain.length <= 60
}

/** A block that begins with `Abstract:` in bold, without it. */
function withoutHeadingLead(block: Block, removed: Removed[]): Block {
  const { lead, text } = block
  if (!lead || lead.length > 60 || !isAbstractHeading(lead)) return block
  const after = afterLead(text, lead)
  if (after === undefined) return block
  removed.push({ rule: 'abstract-label', text: lead })
  return {
    ...lineBlock(after),
    element: block.element,
    afterBreak: block.afterBreak,
    runs: block.runs,
  }
}

/** A label stands alone in its block; a sentence of one known word does not exist. */
function isLabelBlock(block: Block, plain: string): boolean {
  return (
    /^(?:h[1-6]|dt|th|summary)$/.test(block.element?.localName ?? '') ||
    block.lead === plain ||
    plain.length <= 60
  )
}

/** Shorter pieces may say the same twice: a label, a name. */
const leastCopy = 60

/**
 * Each text once: pages hold the abstract for wide and for narrow screens, or a teaser before the whole. Of two that
 * begin alike the longer stays.
 */
function withoutCopies(pieces: readonly Piece[], removed: Removed[]): Piece[] {
  if (pieces.length < 2) return [...pieces]
  const kept: { piece: Piece; words: string }[] = []
  for (const piece of pieces) {
    const words = piece.text.length < leastCopy ? '' : comparable(withoutCut(piece.text))
    const at = words === '' ? -1 : kept.findIndex((other) => isCopy(other.words, words))
    const earlier = kept[at]
    if (!earlier) kept.push({ piece, words })
    else if (words.length > earlier.words.length) {
      removed.push({ rule: copy, text: withoutInline(earlier.piece.text) })
      kept[at] = { piece: { ...earlier.piece, text: piece.text }, words }
    } else removed.push({ rule: copy, text: withoutInline(piece.text) })
  }
  return kept.map(({ piece }) => piece)
}

/** Texts without the teaser that stands before the whole in one line: `We weighed … We weighed 1,204 slates.` */
function withoutTeasers(pieces: readonly Piece[], removed: Removed[]): Piece[] {
  return pieces.map((piece) => {
    const { text } = piece
    const opening = text.slice(0, leastCopy)
    if (text.length < leastCopy * 2 || !/…|\.\.\./.test(text)) return piece
    const again = text.indexOf(opening, leastCopy)
    const teaser = text.slice(0, Math.max(again, 0)).trimEnd()
    if (!cutMark.test(teaser)) return piece
    removed.push({ rule: copy, text: withoutInline(teaser) })
    return { ...piece, text: text.slice(again) }
  })
}

/** The dots at the end of a teaser. */
const cutMark = /\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/u

/** A text without the dots and the button at its end that say there is more. */
function withoutCut(text: string): string {
  return /…|\.\.\./.test(text.slice(-80)) ? stripClosing(text).text.replace(cutMark, '') : text
}

function isCopy(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  return length >= 40 && a.slice(0, length) === b.slice(0, length)
}

function finish(pieces: readonly Piece[], removed: Removed[]): ReadSections {
  const sections: Section[] = []
  for (const piece of pieces) {
    const last = sections.at(-1)
    if (!last || piece.label !== undefined) {
      sections.push(
        piece.label === undefined ? { text: piece.text } : { label: piece.label, text: piece.text },
      )
    } else last.text += piece.paragraph ? `\n\n${piece.text}` : ` ${piece.text}`
  }
  const first = sections[0]
  if (first && first.label === undefined) first.text = taken(stripOpening(first.text), removed)
  const last = sections.at(-1)
  if (last) last.text = taken(stripClosing(last.text), removed)
  return { sections: sections.filter((section) => section.text !== ''), removed }
}

function taken(stripped: { text: string; removed: Removed[] }, removed: Removed[]): string {
  removed.push(...stripped.removed)
  return stripped.text
}
