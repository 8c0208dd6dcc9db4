import {
  canonicalUrl,
  cleanArxiv,
  cleanDoi,
  cleanPmcid,
  identifiersOf,
} from '../item/identifier.ts'
import type { Item } from '../item/item.ts'
import { matchPortal } from '../portals/match.ts'
import { collapse, tidy } from '../text/space.ts'
import { doiInAddress } from './doi-in-address.ts'
import type { Capture } from './page-kind.ts'

/**
 * The little that a link says of its paper; undefined where its address is no web page. Where the link has no words, its address
 * stands for a title until the page gives one.
 */
export function captureLink(link: string, linkText: string, now: string): Capture | undefined {
  const address = canonicalUrl(link)
  if (address === undefined) return undefined
  const url = new URL(address)
  const text = collapse(tidy(linkText)).slice(0, longestTitle)
  const item: Item = { type: 'article', URL: address }
  if (text !== '') item.title = text
  const doi =
    cleanDoi(doiInAddress(url) ?? '') ??
    (/(?:^|\.)doi\.org$/.test(url.hostname) ? cleanDoi(url.pathname.slice(1)) : undefined)
  if (doi) item.DOI = doi
  for (const { variable, match } of matchPortal(url)?.identifiers ?? []) {
    const found = match.exec(url.pathname)?.[1]
    if (found && variable !== 'number') item[variable] = found
  }
  const arxiv = /(?:^|\.)arxiv\.org$/.test(url.hostname)
    ? cleanArxiv(url.pathname.replace(/^\/(?:abs|pdf)\//, '').replace(/\.pdf$/, ''))
    : undefined
  if (arxiv) Object.assign(item, { number: `arXiv:${arxiv.id}`, archive: 'arXiv' })
  const pmcid = cleanPmcid(/\/(PMC\d+)/i.exec(url.pathname)?.[1] ?? '')
  if (pmcid) item.PMCID = pmcid
  item.title ??= titleOfAddress(url, item)
  return {
    kind: 'abstract',
    reason: 'link',
    item,
    sections: [],
    publicationTypes: [],
    identifiers: identifiersOf(item, address),
    source: {
      url: address,
      portal: matchPortal(url)?.id ?? 'generic',
      capturedAt: now,
      fields: { title: { source: 'link', others: [] } },
      removed: [],
      doubts: ['saved-from-link', 'no-abstract', ...(text === '' ? (['no-title'] as const) : [])],
    },
  }
}

/** What an address tells its paper by: an identifier, else the host and what comes behind it. */
function titleOfAddress(url: URL, { DOI, PMID, PMCID, number }: Item): string {
  if (DOI !== undefined) return `DOI ${DOI}`
  if (PMID !== undefined) return `PMID ${PMID}`
  return (
    PMCID ?? number ?? `${url.host.replace(/^www\./, '')}${readable(url)}`.slice(0, longestTitle)
  )
}

/** An address's path and query with its letters as they are read, where it has them right. */
function readable({ pathname, search }: URL): string {
  const path = `${pathname === '/' ? '' : pathname}${search}`
  try {
    return collapse(tidy(decodeURI(path)))
  } catch {
    return path
  }
}

/** In UTF-16 units; some links hold a whole paragraph. */
const longestTitle = 500
