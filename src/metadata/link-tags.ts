/** One `<link>` of the page, as it is written. */
export interface LinkTag {
  /** Lower-cased words: `canonical`, `license`, `alternate`. */
  rel: readonly string[]
  type: string
  href: string
}

/** More than any honest page has. */
const most = 500

/** The `<link>` tags of the page's head that lead somewhere, in order; what comments and texts hold is not the page's own. */
export function readLinkTags(document: Document): LinkTag[] {
  const found: LinkTag[] = []
  const links = document.head?.getElementsByTagName('link') ?? []
  for (let i = 0; i < links.length && found.length < most; i++) {
    const link = links[i]
    const rel = link?.getAttribute('rel')
    const href = link?.getAttribute('href')
    if (!link || !rel || !href || styling.test(rel)) continue
    found.push({
      rel: rel.trim().toLowerCase().split(/\s+/),
      type: link.getAttribute('type') ?? '',
      href,
    })
  }
  return found
}

/** What nearly all of them are: of no use for a citation. */
const styling = /stylesheet|preload|prefetch|preconnect|icon/i
