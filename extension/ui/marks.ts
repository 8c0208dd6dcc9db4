import { marksOf } from '../../src/library/marks.ts'

/** Words that are marked in a text, folded: those that were searched for or are wanted, and those that speak against a paper. */
export interface Marked {
  words?: readonly string[]
  against?: readonly string[]
}

/** A run of text: nothing special, a word that was searched for or is wanted, or one that speaks against the paper. */
export interface MarkedPart {
  text: string
  mark?: 'for' | 'against'
}

/** A text in runs, those marked where one of the folded words (`wordsToMark`) stands; what speaks against wins where both do. */
export function markWords(
  text: string,
  words: readonly string[],
  against: readonly string[] = [],
): MarkedPart[] {
  const no = marksOf(text, against)
  const yes = marksOf(text, words).filter(([from, to]) => !no.some(([a, b]) => a < to && from < b))
  const marks = [
    ...no.map(([from, to]) => ({ from, to, mark: 'against' as const })),
    ...yes.map(([from, to]) => ({ from, to, mark: 'for' as const })),
  ].sort((a, b) => a.from - b.from)
  const parts: MarkedPart[] = []
  let end = 0
  for (const { from, to, mark } of marks) {
    if (from > end) parts.push({ text: text.slice(end, from) })
    parts.push({ text: text.slice(from, to), mark })
    end = to
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}
