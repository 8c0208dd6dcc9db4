import { inlineRule } from '../boilerplate/strip.ts'
import { type MetaTag, readMetaTags } from '../metadata/meta-tags.ts'
import { matchPortal } from '../portals/match.ts'
import type { Portal } from '../portals/portal.ts'
import { type Block, readBlocks } from '../text/element-text.ts'
import { isPlainText, readLines } from '../text/lines.ts'

/** A page as every later stage sees it: read once, never changed. */
export interface Page {
  document: Document
  url: URL
  portal: Portal | undefined
  tags: readonly MetaTag[]
  /** All its text in reading order. */
  blocks: readonly Block[]
  plainText: boolean
}

/** Reads a page; `url` is the address in the tab, not what the page says of itself. */
export function readPage(document: Document, url: string): Page {
  const address = new URL(url)
  const plainText = isPlainText(document)
  const root = document.body ?? document.documentElement
  return {
    document,
    url: address,
    portal: matchPortal(address),
    tags: readMetaTags(document),
    blocks: !root ? [] : plainText ? readLines(root) : readBlocks(root, inlineRule),
    plainText,
  }
}
