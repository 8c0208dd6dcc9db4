import type { ComponentChildren } from 'preact'
import { type InlineNode, readInlineMarkup } from './inline-markup.ts'
import { markWords } from './marks.ts'

/** Text with CSL inline markup, the words that were searched for marked. */
export function InlineMarkup({ text, words = [] }: { text: string; words?: readonly string[] }) {
  return <>{readInlineMarkup(text).map((node) => show(node, words))}</>
}

function show(node: InlineNode, words: readonly string[]): ComponentChildren {
  if (typeof node === 'string') return marked(node, words)
  const inside = node.children.map((child) => show(child, words))
  if (node.tag === 'sc') return <span class="small-caps">{inside}</span>
  const Tag = node.tag
  return <Tag>{inside}</Tag>
}

function marked(text: string, words: readonly string[]): ComponentChildren {
  return markWords(text, words).map((part) => (part.marked ? <mark>{part.text}</mark> : part.text))
}
