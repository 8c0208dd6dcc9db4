import type { Name } from '../item/item.ts'
import { nameToText } from '../item/name.ts'
import { type Candidate, namesCandidate } from '../metadata/candidate.ts'
import { readCoins } from '../metadata/coins.ts'
import { readDublinCore } from '../metadata/dublin-core.ts'
import { readEprints } from '../metadata/eprints.ts'
import { readHighwire } from '../metadata/highwire.ts'
import { readJsonLd } from '../metadata/json-ld.ts'
import { indexTags } from '../metadata/meta-tags.ts'
import { readMicrodata } from '../metadata/microdata.ts'
import { readOpenGraph } from '../metadata/open-graph.ts'
import { readPrism } from '../metadata/prism.ts'
import { comparable } from '../text/comparable.ts'
import { readMarkedAuthors } from './authors-marked.ts'
import type { Page } from './page.ts'
import { readPageFields } from './page-fields.ts'
import { readPortalFields } from './portal-fields.ts'

/**
 * Every value that the page offers, best vocabulary first: what the portal's address and selectors give, the
 * tags made for citing (Highwire, EPrints, PRISM), JSON-LD, Dublin Core ("a last resort" where others exist),
 * COinS and microdata, then what the page shows, and Open Graph for want of anything else. `record` is what it shows as a record.
 */
export function readVocabularies(page: Page, record: readonly Candidate[] = []): Candidate[] {
  const own = readPortalFields(page)
  const tags = indexTags(page.tags)
  const head = [
    ...readHighwire(tags),
    ...readEprints(tags),
    ...readPrism(tags),
    ...readJsonLd(page.document, page.url),
    ...readDublinCore(tags),
    ...readCoins(page.document),
    ...readMicrodata(page.document, page.url),
  ]
  const stale = isStale(head, own)
  // A page that says which of its addresses is the right one has said it.
  const isOtherView = ({ field, source }: Candidate): boolean =>
    field === 'URL' && /^(?:og:url|citation_(?:abstract|fulltext)_html_url)$/.test(source)
  const isCanonical = page.links.some(({ rel }) => rel.includes('canonical'))
  const read = stale ? own : [...own, ...head, ...record]
  const said = [...recutAuthors(page, read), ...read]
  const shown = readPageFields(page, said)
  const isWindow = ({ source }: Candidate): boolean => source === 'window title'
  const all = [
    ...said,
    ...shown.filter((candidate) => !isWindow(candidate)),
    ...(stale ? [] : readOpenGraph(page.tags)),
    ...shown.filter(isWindow),
  ]
  return isCanonical ? all.filter((candidate) => !isOtherView(candidate)) : all
}

/**
 * The head's authors as the page parts them: `Inês Ferreira de Castro` is ambiguous in one line, and no more where the
 * page marks the family name. None where nothing is ambiguous, or the page marks other people.
 */
function recutAuthors({ document }: Page, said: readonly Candidate[]): Candidate[] {
  const first = said.find(({ field }) => field === 'author')
  if (first?.field !== 'author') return []
  const isAmbiguous = first.value.some((name) => nameToText(name).split(/\s+/).length > 3)
  if (!isAmbiguous) return []
  const marked = readMarkedAuthors(document)
  const letters = (name: Name): string =>
    [
      ...comparable(
        `${name.given ?? ''}${name.family ?? ''}${name['non-dropping-particle'] ?? ''}${name['dropping-particle'] ?? ''}${name.literal ?? ''}`,
      ),
    ]
      .sort()
      .join('')
  const isSame =
    marked.length === first.value.length &&
    marked.every((name, i) => letters(name) === letters(first.value[i] ?? {}))
  return isSame ? namesCandidate('author', marked, 'elements made for names') : []
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
