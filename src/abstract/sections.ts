import { lineRule, stripClosing, stripOpening } from '../boilerplate/strip.ts'
import type { Removed, Section } from '../item/record.ts'
import type { Block } from '../text/element-text.ts'
import { tidyInline, withoutInline } from '../text/markup.ts'
import {
  asSectionLabel,
  innerLabels,
  isAbstractHeading,
  isAfterHeading,
  isBesideHeading,
  splitLeadingLabel,
} from './labels.ts'

/** An abstract's sections as read from blocks, and the trail of what was taken away. */
export interface ReadSections {
  sections: Section[]
  removed: Removed[]
}

/** One block's part of a section: its label if it begins one. */
interface Piece {
  label?: string
  text: string
  /** How it joins the piece before: a new paragraph or the same line. */
  paragraph: boolean
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
    const rule = lineRule(plain)
    if (rule) {
      removed.push({ rule, text: plain })
      continue
    }
    if (isAbstractHeading(plain)) {
      // A second one is the same abstract again (mobile and desktop, teaser and whole).
      if (started) break
      removed.push({ rule: 'abstract-label', text: plain })
      continue
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
    started = true
    for (const piece of piecesOf(block)) {
      const named = piece.label ?? label
      pieces.push(named === undefined ? piece : { ...piece, label: named })
      label = undefined
    }
  }
  return finish(pieces, removed)
}

/** A block that begins with `Abstract:` in bold, without it. */
function withoutHeadingLead(block: Block, removed: Removed[]): Block {
  const { lead, text, ...rest } = block
  if (!lead || !isAbstractHeading(lead)) return block
  const after = afterLead(text, lead)
  if (after === undefined) return block
  removed.push({ rule: 'abstract-label', text: lead })
  return { ...rest, text: after }
}

/** A label stands alone in its block; a sentence of one known word does not exist. */
function isLabelBlock(block: Block, plain: string): boolean {
  return (
    /^(?:h[1-6]|dt|th|summary)$/.test(block.element?.localName ?? '') ||
    block.lead === plain ||
    plain.length <= 60
  )
}

function piecesOf(block: Block): Piece[] {
  const paragraph = !block.afterBreak && !/^(?:li|td|span)$/.test(block.element?.localName ?? '')
  const lead = block.lead
  if (lead && lead.length < withoutInline(block.text).length) {
    const label = labelOfLead(lead)
    const rest = label === undefined ? undefined : afterLead(block.text, lead)
    if (
      label !== undefined &&
      rest &&
      (/[:.：—–-]\s*$/u.test(lead) || startsAfter(block.text, lead))
    )
      return splitInside({ label, text: rest, paragraph })
  }
  return splitInside({ text: block.text, paragraph })
}

/** A run that begins a block is a label where it is a known one, or is short, capitalised and ends in a colon. */
function labelOfLead(lead: string): string | undefined {
  const known = asSectionLabel(lead)
  if (known !== undefined) return known
  return lead.length <= 60 && /^\p{Lu}[^:.]{1,58}:$/u.test(lead)
    ? lead.slice(0, -1).trim()
    : undefined
}

/** A label without a mark is one only before a new sentence: `<b>Treatment</b> of slate` is emphasis. */
function startsAfter(text: string, lead: string): boolean {
  const rest = (afterLead(text, lead) ?? '').replace(/^<\w+>/, '')
  return (
    /^[:.：—–\p{Lu}\p{Lo}\d“"«(]/u.test(rest) ||
    /^\s*(?:<\/\w+>)*\s*[:.：—–]/u.test(withoutInline(text).slice(lead.length))
  )
}

/** The text after its leading run, whose tags may lie around or inside it. */
function afterLead(text: string, lead: string): string | undefined {
  let at = 0
  let seen = ''
  while (at < text.length && seen.replace(/\s+/g, '').length < lead.replace(/\s+/g, '').length) {
    const tag = /^<\/?\w+>/.exec(text.slice(at, at + 8))?.[0]
    if (tag) at += tag.length
    else seen += text[at++]
  }
  if (seen.replace(/\s+/g, '') !== lead.replace(/\s+/g, '')) return undefined
  const rest = text
    .slice(at)
    .replace(/^(?:<\/\w+>)+/, '')
    .replace(/^\s*[:.：—–-]*\s*/u, '')
  return rest === '' ? undefined : tidyInline(rest)
}

/** Splits a piece at the labels with colons that stand inside it, if it begins with one (or was given one). */
function splitInside(piece: Piece): Piece[] {
  const first = piece.label === undefined ? splitLeadingLabel(piece.text) : undefined
  if (first === undefined && piece.label === undefined) return [piece]
  const head: Piece = first
    ? { label: first.label, text: first.rest, paragraph: piece.paragraph }
    : piece
  const cuts = innerLabels(head.text)
  if (cuts.length === 0) return [head]
  const parts = [
    head.text.slice(0, cuts[0]).trim(),
    ...cuts.map((cut, i) => head.text.slice(cut, cuts[i + 1]).trim()),
  ]
  return parts.flatMap((text, i): Piece[] => {
    if (i === 0) return [{ ...head, text }]
    const split = splitLeadingLabel(text)
    return [
      split ? { label: split.label, text: split.rest, paragraph: true } : { text, paragraph: true },
    ]
  })
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
