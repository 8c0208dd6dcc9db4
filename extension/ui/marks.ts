import { fold } from '../../src/text/fold.ts'

/** A run of text, and whether it is one of the words that were searched for. */
export interface MarkedPart {
  text: string
  marked: boolean
}

/** A text in runs, those words marked that begin with a searched word; case and diacritics do not count. */
export function markWords(text: string, words: readonly string[]): MarkedPart[] {
  const wanted = words.map(fold).filter((word) => word !== '')
  if (wanted.length === 0) return [{ text, marked: false }]
  const parts: MarkedPart[] = []
  for (const [run] of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(run)
    const marked = wanted.some((word) => folded.startsWith(word))
    const last = parts.at(-1)
    if (last && last.marked === marked && !marked) last.text += run
    else parts.push({ text: run, marked })
  }
  return parts
}

/** About `length` characters of a text round the first searched word, whole words, with `…` where it was cut; undefined where no word occurs. */
export function snippet(text: string, words: readonly string[], length = 110): string | undefined {
  let at = 0
  for (const part of markWords(text, words)) {
    if (part.marked) return cut(text, at, length)
    at += part.text.length
  }
  return undefined
}

function cut(text: string, at: number, length: number): string {
  const wish = Math.max(0, at - Math.floor(length / 4))
  const space = text.indexOf(' ', wish)
  const from = wish === 0 || space === -1 || space > at ? (wish === 0 ? 0 : at) : space + 1
  const hardEnd = Math.min(text.length, from + length)
  const lastSpace = text.lastIndexOf(' ', hardEnd)
  const to = hardEnd === text.length || lastSpace <= at ? hardEnd : lastSpace
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`
}
