import type { Block } from '../text/block.ts'
import { tidyInline, withoutInline } from '../text/markup.ts'
import { isKeywords, isNote } from './labels.ts'
import { asSectionLabel, innerLabels, splitLeadingLabel } from './section-label.ts'

/** One block's part of a section: its label if it begins one. */
export interface Piece {
  label?: string
  text: string
  /** How it joins the piece before: a new paragraph or the same line. */
  paragraph: boolean
}

/** The pieces of a block: one, or one for each label inside it; `structured` where labels came before it. */
export function piecesOf(block: Block, structured: boolean): Piece[] {
  const paragraph = !block.afterBreak && !/^(?:li|td)$/.test(block.element?.localName ?? '')
  const lead = block.lead
  if (lead && lead.length < withoutInline(block.text).length) {
    const label = labelOfLead(lead, structured)
    const rest = label === undefined ? undefined : afterLead(block.text, lead)
    if (
      label !== undefined &&
      rest &&
      (/[:.：—–-]\s*$/u.test(lead) || startsAfter(block.text, lead))
    )
      return splitInside({ label, text: rest, paragraph }, block.runs ?? [])
  }
  return splitInside({ text: block.text, paragraph }, block.runs ?? [])
}

/**
 * A run that begins a block is a label where it is a known one, where it is short, capitalised and ends in a colon or is
 * all in capitals, or where it is short and follows known ones.
 */
function labelOfLead(lead: string, structured: boolean): string | undefined {
  const known = asSectionLabel(lead)
  if (known !== undefined) return known
  if (lead.length > 60 || isNote(lead) || isKeywords(lead)) return undefined
  if (/^\p{Lu}[^:.]{1,58}:$/u.test(lead)) return lead.slice(0, -1).trim()
  if (/^\p{Lu}+(?:[ &/,-]+\p{Lu}+)+$/u.test(lead)) return lead
  return structured && lead.length <= 40 && /^\p{Lu}\p{Ll}[^.:;]*$/u.test(lead) ? lead : undefined
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
export function afterLead(text: string, lead: string): string | undefined {
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
function splitInside(piece: Piece, runs: readonly string[]): Piece[] {
  const first = piece.label === undefined ? splitLeadingLabel(piece.text) : undefined
  // An abstract's first sentences may have no label, where the page sets those of the others off.
  const later = first === undefined && piece.label === undefined
  if (later && runs.filter((run) => asSectionLabel(run) !== undefined).length < leastLabels)
    return [piece]
  const head: Piece = first
    ? { label: first.label, text: first.rest, paragraph: piece.paragraph }
    : piece
  const cuts = innerLabels(head.text, runs)
  if (cuts.length === 0) return [head]
  const parts = [
    head.text.slice(0, cuts[0]).trim(),
    ...cuts.map((cut, i) => head.text.slice(cut, cuts[i + 1]).trim()),
  ]
  return parts.flatMap((text, i): Piece[] => {
    if (i === 0) return [{ ...head, text }]
    const split = splitLeadingRun(text, runs) ?? splitLeadingLabel(text)
    return [
      split ? { label: split.label, text: split.rest, paragraph: true } : { text, paragraph: true },
    ]
  })
}

/** The fewest labels that part a text which begins without one. */
const leastLabels = 3

/** A known label that the page sets off by emphasis, and the rest of the text. */
function splitLeadingRun(
  text: string,
  runs: readonly string[],
): { label: string; rest: string } | undefined {
  const plain = withoutInline(text.slice(0, 140))
  for (const run of runs) {
    const label = plain.startsWith(run) ? asSectionLabel(run) : undefined
    const rest = label === undefined ? undefined : afterLead(text, run)
    if (label !== undefined && rest !== undefined) return { label, rest }
  }
  return undefined
}
