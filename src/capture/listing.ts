import { portalsOf } from '../portals/match.ts'
import type { Portal } from '../portals/portal.ts'
import type { Page } from './page.ts'

/** How many links to papers make a list. */
const least = 4

/** More links than this are not looked at: a page of 100,000 must not cost a second. */
const most = 5000

/** True for many links to papers: results, contents, a reading list. */
export function isListing({ document, plainText, url }: Page): boolean {
  if (plainText) return false
  const papers = new Set<string>()
  const paperAt = paperLinks(url)
  const links = document.querySelectorAll('a[href]')
  for (let i = 0; i < links.length && i < most && papers.size < least; i++) {
    const link = links[i]
    const paper = paperAt(link?.getAttribute('href') ?? '')?.toLowerCase()
    // Where it stands is asked last: nearly every link leads to something else.
    if (link && paper !== undefined && !papers.has(paper) && isListed(link)) papers.add(paper)
  }
  return papers.size >= least
}

/** True where a link stands like an entry. References stand in lists too, and each is linked to its paper. */
function isListed(link: Element): boolean {
  return (
    link.closest(references) === null &&
    (link.closest('h2, h3, h4, h5, li, dt, td, article') !== null ||
      link.querySelector('h2, h3, h4') !== null)
  )
}

const references =
  '.references, .ref-list, #references, #bibliography, .bibliography, [role="doc-bibliography"]'

const known = /\b10\.\d{4,9}\/[^\s?#]+|\/abs\/\d{4}\.\d{4,5}|\/pubmed\/\d+|\/articles\/PMC\d+/i

/** What tells the paper that a link leads to: its identifier, or the address without its view at a portal. */
function paperLinks(base: URL): (link: string) => string | undefined {
  const own = base.pathname + base.search
  const hosts = new Map([[base.hostname, portalsOf(base.hostname)]])
  const portalsAt = (host: string): readonly Portal[] => {
    const found = hosts.get(host) ?? portalsOf(host)
    hosts.set(host, found)
    return found
  }
  return (link) => {
    const identifier = known.exec(link)?.[0]
    if (identifier !== undefined) return identifier
    // Reading an address costs more than anything else here, and few links lead to a portal's host.
    const host = /^\s*(?:https?:)?\/\/([^/?#:\s]+)/i.exec(link)?.[1]?.toLowerCase() ?? base.hostname
    const portals = portalsAt(host)
    if (portals.length === 0 || !URL.canParse(link, base.href)) return undefined
    const { pathname, search, protocol } = new URL(link, base.href)
    const address = pathname + search
    return address !== own &&
      /^https?:$/.test(protocol) &&
      portals.some(({ path }) => path.test(pathname))
      ? address
      : undefined
  }
}
