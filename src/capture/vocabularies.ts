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
  const shown = readPageFields(page)
  const heading = shown.filter((candidate) => candidate.source !== 'window title')
  return [
    ...readPortalFields(page),
    ...readHighwire(page.tags),
    ...readEprints(page.tags),
    ...readPrism(page.tags),
    ...readJsonLd(page.document),
    ...readDublinCore(page.tags),
    ...readCoins(page.document),
    ...heading,
    ...readOpenGraph(page.tags),
    ...shown.filter((candidate) => candidate.source === 'window title'),
  ]
}
