import { isProse } from '../abstract/unlabelled.ts'
import { inlineRule } from '../boilerplate/strip.ts'
import { type LinkTag, readLinkTags } from '../metadata/link-tags.ts'
import { type MetaTag, readMetaTags } from '../metadata/meta-tags.ts'
import { portals as known } from '../portals/index.ts'
import { matchPortal } from '../portals/match.ts'
import { platformOf } from '../portals/platform.ts'
import type { Platform, Portal, Reading } from '../portals/portal.ts'
import { withoutProxy } from '../portals/proxy.ts'
import type { Block } from '../text/block.ts'
import { isPlainText, readLines } from '../text/lines.ts'
import type { Formulas } from '../text/math.ts'
import { readBlocks } from '../text/outline.ts'

/** A page as every later stage sees it: read once, never changed. */
export interface Page {
  document: Document
  /** Its address; behind a library's proxy the portal's own. */
  url: URL
  portal: Portal | undefined
  /** The publishing system, where its markup tells it. */
  platform: Platform | undefined
  /** What is known of such pages, the portal's part first. */
  readings: readonly Reading[]
  tags: readonly MetaTag[]
  links: readonly LinkTag[]
  /** How its formulas are written, and which of them a line cannot show. */
  formulas: Formulas
  /** All its text in reading order. */
  blocks: readonly Block[]
  plainText: boolean
  /** How much running text it has in all, in characters. */
  prose: number
}

/** Reads a page; `url` is the address in the tab, not what the page says of itself. */
export function readPage(
  document: Document,
  url: string,
  portals: readonly Portal[] = known,
  formulas: Formulas = { inLine: [] },
): Page {
  const address = withoutProxy(new URL(url), portals)
  const plainText = isPlainText(document)
  const root = document.body ?? document.documentElement
  const blocks = !root ? [] : plainText ? readLines(root) : readBlocks(root, inlineRule, formulas)
  const tags = readMetaTags(document)
  const portal = matchPortal(address, portals)
  // What is known of the portal is surer than what is known of its system.
  const platform = plainText || portal ? undefined : platformOf(document, tags)
  return {
    document,
    url: address,
    portal,
    platform,
    readings: [portal, platform].flatMap((reading) => reading ?? []),
    tags,
    links: readLinkTags(document),
    formulas,
    blocks,
    plainText,
    prose: blocks.reduce(
      (sum, block) =>
        block.size >= 160 && isProse(block.raw.slice(0, 500)) ? sum + block.size : sum,
      0,
    ),
  }
}
