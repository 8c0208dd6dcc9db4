import { fold } from './fold.ts'
import { withoutInline } from './markup.ts'

/** A text's folded letters and digits and nothing else: two copies of one text compare equal whatever their spacing. */
export function comparable(text: string): string {
  return fold(withoutInline(text)).replace(/[^\p{L}\p{N}]+/gu, '')
}

/**
 * True where a text compares equal to `words`, which `comparable` made. Texts that are too short or too long are
 * told by their length alone: a page has a thousand blocks, and folding each of them costs more than reading it.
 */
export function isComparable(text: string, words: string): boolean {
  return (
    text.length >= words.length &&
    text.length <= words.length * 3 + 40 &&
    comparable(text) === words
  )
}
