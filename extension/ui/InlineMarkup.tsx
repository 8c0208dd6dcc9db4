import type { ComponentChildren } from 'preact'
import { type InlineNode, readInlineMarkup } from './inline-markup.ts'
import { later } from './Later.tsx'
import type { Marked } from './marks.ts'

/** Nothing is marked before something is searched for, and it takes a tenth of what the popup would read first. */
const MarkedText = later(
  async () => (await import('./MarkedText.tsx')).MarkedText,
  ({ text }: { text: string } & Marked) => <>{text}</>,
)

/** Text with CSL inline markup, the words that were searched for marked. */
export function InlineMarkup({ text, ...marked }: { text: string } & Marked) {
  return <>{readInlineMarkup(text).map((node) => show(node, marked))}</>
}

function show(node: InlineNode, words: Marked): ComponentChildren {
  if (typeof node === 'string') return marked(node, words)
  const inside = node.children.map((child) => show(child, words))
  if (node.tag === 'sc') return <span class="small-caps">{inside}</span>
  const Tag = node.tag
  return <Tag>{inside}</Tag>
}

function marked(text: string, { words = [], against = [] }: Marked): ComponentChildren {
  if (words.length === 0 && against.length === 0) return text
  return <MarkedText text={text} words={words} against={against} />
}
