import { identifiersOf } from '../item/identifier.ts'
import type { Item } from '../item/item.ts'
import { identifiersInPath } from '../portals/identifiers.ts'
import { matchPortal } from '../portals/match.ts'
import { withoutProxy } from '../portals/proxy.ts'

/**
 * The identifiers of the paper at an address, as records have them: those that the detector saw in the page's head
 * (it is too small to know that arXiv's DOIs are arXiv numbers), the address's own, and the address.
 */
export function identifiersAt(url: string, seen: readonly string[]): string[] {
  const item: Item = { type: 'document' }
  for (const identifier of seen) {
    const [, kind, value] = /^(doi|pmid|arxiv):(.+)$/.exec(identifier) ?? []
    if (value === undefined) continue
    if (kind === 'doi') item.DOI = value
    if (kind === 'pmid') item.PMID = value
    if (kind === 'arxiv') item.number = `arXiv:${value}`
  }
  const address = withoutProxy(new URL(url))
  // What the address says is of this page for certain; the head may still be the page's before it.
  for (const { variable, value } of identifiersInPath(matchPortal(address), address)) {
    item[variable] = value
  }
  return identifiersOf(item, url)
}
