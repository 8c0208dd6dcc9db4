import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** PubMed: the page of 2020 and after, and the one before it (2009–2020), whose head has no citation tags. */
export const pubmed = {
  id: 'pubmed',
  name: 'PubMed',
  hosts: ['pubmed.ncbi.nlm.nih.gov', 'pubmed.gov', 'www.ncbi.nlm.nih.gov'],
  path: /^\/(?:(?:m\/)?pubmed\/)?\d{1,9}\/?$/,
  type: 'article-journal',
  silent: true,
  title: ['#full-view-heading h1', 'h1.heading-title', '.rprt.abstract h1'],
  abstract: [
    '#abstract .abstract-content.selected',
    '#abstract #eng-abstract',
    '#abstract .abstract-content',
    '.rprt.abstract .abstr',
  ],
  author: ['.rprt.abstract .auths > a'],
  publicationTypes: ['.publication-type', '#publication-types .keywords-list button'],
  identifiers: [{ variable: 'PMID', match: /^\/(?:(?:m\/)?pubmed\/)?(\d{1,9})\/?$/ }],
  fields: {
    DOI: ['.identifier.doi .id-link, .rprtid a[href*="doi.org/"]'],
    PMCID: ['.identifier.pmc .id-link, .rprtid a[href*="/pmc/articles/"]'],
  },
  titleSuffix: /\s*-\s*PubMed(?:\s*-\s*NCBI)?\s*$/u,
  pages: [
    'https://pubmed.ncbi.nlm.nih.gov/31452104/',
    'https://pubmed.ncbi.nlm.nih.gov/31452104',
    'https://www.ncbi.nlm.nih.gov/pubmed/23175652',
    'https://www.ncbi.nlm.nih.gov/m/pubmed/23175652/',
  ],
  notPages: [
    'https://pubmed.ncbi.nlm.nih.gov/?term=lymphoma',
    'https://pubmed.ncbi.nlm.nih.gov/advanced/',
    'https://pubmed.ncbi.nlm.nih.gov/trending/',
    'https://www.ncbi.nlm.nih.gov/pubmed/?term=lymphoma',
  ],
  adjust: withPages,
} satisfies Portal

/** `2013 Feb 1;195(3):502-9.` alone has the pages; the tag for the publisher has the journal's abbreviation. */
function withPages({ publisher, ...item }: Item, page: { document: Document }): Item {
  const line = page.document.querySelector('#full-view-heading .cit')?.textContent ?? ''
  const pages = /:([^.;:\s]+)\./.exec(line)?.[1]
  if (pages) item.page ??= pages
  if (publisher) item['container-title-short'] ??= publisher
  return item
}
