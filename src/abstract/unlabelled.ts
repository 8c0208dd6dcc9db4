import { lineRule } from '../boilerplate/strip.ts'
import { readPublicationTypes } from '../item/publication-type.ts'
import { comparable, isComparable } from '../text/comparable.ts'
import type { Block } from '../text/element-text.ts'
import { withoutInline } from '../text/markup.ts'
import { type AbstractCandidate, candidateOf } from './find-abstracts.ts'
import { asSectionLabel, isAfterHeading } from './labels.ts'

/** True for running text: long, with sentences, not a list of names or links. */
export function isProse(text: string): boolean {
  if (text.length < 160) return false
  const sentences = text.match(/[\p{L}\d)\]”"][.!?。](?:\s|$)/gu)?.length ?? 0
  const commas = text.match(/[,;]/g)?.length ?? 0
  return (
    sentences >= 1 &&
    commas < text.length / 18 &&
    !/^(?:©|copyright\b|this (?:site|website)\b|we use cookies)/i.test(text)
  )
}

/** Headings that may stand between the title and the text. */
const aboutAuthors =
  /^(?:authors?|author information|authors? and affiliations|affiliations|full text(?: links)?|article information|pmid|doi)\b/i

/**
 * The running text after the title where no heading names the abstract: QxMD's pages and plain-text files show
 * it so. It ends at the first line of furniture, at a heading or at anything that is not running text.
 */
export function findUnlabelled(
  blocks: readonly Block[],
  title: string | undefined,
): AbstractCandidate | undefined {
  const wanted = comparable(title ?? '')
  if (wanted.length < 8) return undefined
  const at = blocks.findLastIndex(
    (block, i) =>
      isComparable(block.text, wanted) &&
      blocks.slice(i + 1, i + 25).some((next) => isProse(withoutInline(next.text))),
  )
  if (at < 0) return undefined
  const prose: Block[] = []
  let between: Block[] = []
  for (const block of blocks.slice(at + 1, at + 60)) {
    const plain = withoutInline(block.text)
    if (isAfterHeading(plain) && !aboutAuthors.test(plain)) break
    if (lineRule(plain) !== undefined) {
      if (prose.length > 0) break
      continue
    }
    if (isProse(plain) || (prose.length > 0 && /[.!?]$/.test(plain) && plain.length > 40)) {
      prose.push(...between, block)
      between = []
    } else if (asSectionLabel(plain) !== undefined) between.push(block)
    else if (prose.length > 0) break
    else between = []
  }
  return candidateOf('prose', 'text below the title', prose)
}

/**
 * The title of a text that marks none: the first line above the first running text that is neither furniture
 * nor a publication type nor a citation.
 */
export function titleAbove(blocks: readonly Block[]): string | undefined {
  const labelled = blocks.find((block) => /^title\s*:\s*\S/i.test(block.text))
  if (labelled) return labelled.text.replace(/^title\s*:\s*/i, '')
  const prose = blocks.findIndex((block) => isProse(withoutInline(block.text)))
  return blocks.slice(0, Math.max(prose, 0)).find((block) => {
    const plain = withoutInline(block.text)
    return (
      plain.length >= 12 &&
      plain.length <= 400 &&
      /\s/.test(plain) &&
      lineRule(plain) === undefined &&
      readPublicationTypes(plain) === undefined &&
      !isCitation(plain)
    )
  })?.text
}

function isCitation(line: string): boolean {
  return /\b(?:19|20)\d{2}\b.*[;:(]\s?\d+/.test(line) || /^(?:doi|pmid|https?:)/i.test(line)
}
