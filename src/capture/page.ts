import { isProse } from '../abstract/unlabelled.ts'
import { inlineRule } from '../boilerplate/strip.ts'
import { type MetaTag, readMetaTags } from '../metadata/meta-tags.ts'
import { matchPortal } from '../portals/match.ts'
import type { Portal } from '../portals/portal.ts'
import { type Block, readBlocks } from '../text/element-text.ts'
import { isPlainText, readLines } from '../text/lines.ts'
import { withoutInline } from '../text/markup.ts'

/** A page as every later stage sees it: read once, never changed. */
export interface Page {
  document: Document
  url: URL
  portal: Portal | undefined
  tags: readonly MetaTag[]
  /** All its text in reading order. */
  blocks: readonly Block[]
  plainText: boolean
  /** How much running text it has in all, in characters. */
  prose: number
}

/** Reads a page; `url` is the address in the tab, not what the page says of itself. */
export function readPage(document: Document, url: string): Page {
  const address = new URL(url)
  const plainText = isPlainText(document)
  const root = document.body ?? document.documentElement
  const blocks = !root ? [] : plainText ? readLines(root) : readBlocks(root, inlineRule)
  return {
    document,
    url: address,
    portal: matchPortal(address),
    tags: readMetaTags(document),
    blocks,
    plainText,
    prose: blocks.reduce(
      (sum, { text }) => (isProse(withoutInline(text)) ? sum + text.length : sum),
      0,
    ),
  }
}
