import { type Marked, markWords } from './marks.ts'

/** A text in which words are marked. */
export function MarkedText({ text, words, against }: { text: string } & Marked) {
  const parts = markWords(text, words ?? [], against)
  return (
    <>{parts.map((part) => (part.mark ? <mark class={part.mark}>{part.text}</mark> : part.text))}</>
  )
}
