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

/** The little that a link says of its paper; undefined where its address is no web page. */
export function captureLink(link: string, linkText: string, now: string): Capture | undefined {
  const address = canonicalUrl(link)
  if (address === undefined) return undefined
  const url = new URL(address)
  const text = collapse(tidy(linkText)).slice(0, 500)
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
      fields: { ...(text !== '' && { title: { source: 'link', others: [] } }) },
      removed: [],
      doubts: ['saved-from-link', 'no-abstract'],
    },
  }
}
