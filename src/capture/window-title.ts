import { siteName } from '../metadata/open-graph.ts'
import { comparable } from '../text/comparable.ts'
import { textOfMarkup } from '../text/markup.ts'
import type { Page } from './page.ts'

const between = /\s+[|–—·:»-]\s+|\s*\|\s*/u

/** True for what sites call a view of any paper, in the window's title or over the paper: `Full text`, `Item details`. */
export function isView(text: string): boolean {
  return view.test(text)
}

const view =
  /^(?:abstract|full ?-?text|full article|article|pdf|html|view|details?|record|publications?|search(?: results)?|advanced search|bibliographic record|(?:full |detailed )?(?:item|record|document|article|paper|publication|thesis|bibliographic|submission|abstract|presentation|metadata)s? (?:details?|information|record|metadata|view|description|page)|(?:view|show|browse) (?:item|record|publication)|dettaglio .{3,30}|datensatz|detailansicht)$/i

/** Longer than any title, in characters. */
const longest = 5_000

/** The window's title as text; some sites write markup into it. */
export function wholeWindowTitle({ document }: Pick<Page, 'document'>): string {
  return textOfMarkup(document.title.slice(0, longest))
}

/** The parts of a window's title: the paper's title, and the names of journal, site and view. */
export function windowParts(page: Pick<Page, 'document'>): string[] {
  return wholeWindowTitle(page)
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The window's title without the names of site, portal and journal at either end. */
export function windowTitle({ document, portal, tags, url }: Page): string | undefined {
  const title = wholeWindowTitle({ document })
  const bare = portal?.titleSuffix ? title.replace(portal.titleSuffix, '') : title
  const host = comparable(url.hostname.replace(/^www\./, '').replace(/\.\w+$/, ''))
  const path = comparable(url.pathname)
  const names = [
    siteName(tags),
    portal?.name,
    ...tags
      .filter((tag) => /journal_title|publicationname|og:site_name/.test(tag.name))
      .map((tag) => tag.content),
  ]
    .map((name) => comparable(name ?? ''))
    .filter((name) => name.length > 2)
  const isName = (part: string): boolean => {
    const words = comparable(part)
    return (
      words === '' ||
      names.includes(words) ||
      host.includes(words) ||
      isView(part) ||
      // `lingbuzz/008324`: a number that the address has too.
      (/^\S*\d\S*$/.test(part) && path.includes(words))
    )
  }
  const all = bare.split(between)
  let from = 0
  let to = all.length
  while (to - from > 1 && isName(all[to - 1] ?? '')) to--
  while (to - from > 1 && isName(all[from] ?? '')) from++
  if (to - from === 1 && isName(all[from] ?? '')) return undefined
  if (from === 0 && to === all.length) return bare.trim() || undefined
  const first = all[from] ?? ''
  const last = all[to - 1] ?? ''
  const end = to === all.length ? bare.length : bare.lastIndexOf(last) + last.length
  const left = bare.slice(bare.indexOf(first), end).trim()
  return left === '' ? undefined : left
}
