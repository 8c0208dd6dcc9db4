import { identifiersOf } from '../item/identifier.ts'
import type { Item } from '../item/item.ts'
import { matchPortal } from '../portals/match.ts'

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
  const address = new URL(url)
  for (const { variable, match } of matchPortal(address)?.identifiers ?? []) {
    const found = match.exec(address.pathname)?.[1]
    if (found !== undefined) item[variable] ??= variable === 'number' ? `arXiv:${found}` : found
  }
  return identifiersOf(item, url)
}
