import { marksOf } from '../../src/library/marks.ts'

/** A run of text, and whether it is one of the words that were searched for. */
export interface MarkedPart {
  text: string
  marked: boolean
}

/** A text in runs, those marked where one of the folded words (`wordsToMark`) stands. */
export function markWords(text: string, words: readonly string[]): MarkedPart[] {
  const parts: MarkedPart[] = []
  let end = 0
  for (const [from, to] of marksOf(text, words)) {
    if (from > end) parts.push({ text: text.slice(end, from), marked: false })
    parts.push({ text: text.slice(from, to), marked: true })
    end = to
  }
  if (end < text.length) parts.push({ text: text.slice(end), marked: false })
  return parts
}
