import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** Europe PMC: records of MEDLINE, preprints and other sources, filled in by scripts; older full texts at /articles/PMC…. */
export const europePmc = {
  id: 'europe-pmc',
  name: 'Europe PMC',
  hosts: ['europepmc.org', 'www.europepmc.org'],
  path: /^\/(?:(?:article|abstract)\/(?:MED|PMC|PPR|AGR|CBA|CTX|ETH|HIR|NBK)\/[\w.-]+|articles\/PMC\d+)\/?$/i,
  silent: true,
  title: ['#article--current--title'],
  abstract: ['#article--abstract--content'],
  author: ['.author-list-item > a'],
  identifiers: [
    { variable: 'PMID', match: /^\/(?:article|abstract)\/MED\/(\d{1,9})\/?$/i },
    { variable: 'PMCID', match: /^\/(?:(?:article|abstract)\/PMC|articles)\/(PMC\d+)\/?$/i },
  ],
  fields: {
    DOI: ['#article--doi--link-metadataSec', '.metadata--doi a'],
    PMID: ['.metadata--pmid'],
    PMCID: ['.metadata--pmcid'],
    'container-title': ['#article--journal--title'],
  },
  pages: [
    'https://europepmc.org/article/MED/31452104',
    'https://europepmc.org/abstract/MED/31452104',
    'https://europepmc.org/article/PPR/PPR123456',
    'https://europepmc.org/articles/PMC3783412',
  ],
  notPages: [
    'https://europepmc.org/search?query=lymphoma',
    'https://europepmc.org/article/PAT/EP1234567',
    'https://europepmc.org/authors/0000-0002-1825-0097',
    'https://europepmc.org/articles/PMC3783412/pdf/nihms1.pdf',
  ],
  adjust: readCitation,
} satisfies Portal

/** `Journal, 01 Jul 2019, 10(4):201-209 DOI: …`: the line under the authors, in which nothing is marked. */
function readCitation(item: Item, page: { document: Document }): Item {
  const line = page.document.querySelector('.metadata--pmid, .metadata--doi')?.parentElement
  const cited =
    /,\s+(?:\d{1,2} )?(?:[A-Z][a-z]{2} )?(\d{4}),\s+(\d+)(?:\(([^)]+)\))?(?::\s?([\w-]+))?/.exec(
      line?.textContent ?? '',
    )
  if (!cited) return item
  const [, year, volume, issue, pages] = cited
  return {
    issued: { 'date-parts': [[Number(year)]] },
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(pages && { page: pages }),
    ...item,
  }
}
