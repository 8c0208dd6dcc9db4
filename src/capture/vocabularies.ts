import type { Candidate } from '../metadata/candidate.ts'
import { readCoins } from '../metadata/coins.ts'
import { readDublinCore } from '../metadata/dublin-core.ts'
import { readEprints } from '../metadata/eprints.ts'
import { readHighwire } from '../metadata/highwire.ts'
import { readJsonLd } from '../metadata/json-ld.ts'
import { readOpenGraph } from '../metadata/open-graph.ts'
import { readPrism } from '../metadata/prism.ts'
import type { Page } from './page.ts'
import { readPageFields, readPortalFields } from './page-fields.ts'

/**
 * Every value that the page offers, best vocabulary first: what the portal's address and selectors give, the
 * tags made for citing (Highwire, EPrints, PRISM), JSON-LD, Dublin Core ("a last resort" where others exist),
 * COinS, then what the page shows, and Open Graph for want of anything else.
 */
export function readVocabularies(page: Page): Candidate[] {
  const own = readPortalFields(page)
  const shown = readPageFields(page)
  const heading = shown.filter((candidate) => candidate.source !== 'window title')
  const head = [
    ...readHighwire(page.tags),
    ...readEprints(page.tags),
    ...readPrism(page.tags),
    ...readJsonLd(page.document, page.url),
    ...readDublinCore(page.tags),
    ...readCoins(page.document),
  ]
  return [
    ...own,
    ...(isStale(head, own) ? [] : head),
    ...heading,
    ...(isStale(head, own) ? [] : readOpenGraph(page.tags)),
    ...shown.filter((candidate) => candidate.source === 'window title'),
  ]
}

/**
 * True where the head names another paper than the address: pages that change their address without a load write
 * their head late or never (zotero-connectors#625).
 */
function isStale(head: readonly Candidate[], own: readonly Candidate[]): boolean {
  const address = own.filter((candidate) => candidate.source === 'address')
  return address.some(({ field, text }) => {
    const said = head
      .filter((candidate) => candidate.field === field)
      .map((one) => number(one.text))
    return said.length > 0 && !said.includes(number(text))
  })
}

/** An identifier without prefix and version: `arXiv:2101.01234v2` and `2101.01234` are one. */
function number(text: string): string {
  return text
    .replace(/^arxiv:/i, '')
    .replace(/v\d+$/, '')
    .trim()
}
