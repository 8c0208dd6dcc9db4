import type { Portal } from './portal.ts'

/** PubMed: the page of 2020 and after, and the one before it that saved pages still show. */
export const pubmed = {
  id: 'pubmed',
  name: 'PubMed',
  hosts: ['pubmed.ncbi.nlm.nih.gov', 'pubmed.gov', 'www.ncbi.nlm.nih.gov'],
  path: /^\/(?:pubmed\/)?\d+\/?$/,
  type: 'article-journal',
  title: ['#full-view-heading h1.heading-title', 'h1.heading-title', '.rprt.abstract h1'],
  abstract: [
    '#abstract #eng-abstract',
    '#abstract .abstract-content',
    '#abstract',
    '.rprt.abstract .abstr',
  ],
  publicationTypes: ['.publication-type', '#publication-types .keywords-list button'],
  identifiers: [{ variable: 'PMID', match: /^\/(?:pubmed\/)?(\d{1,9})\/?$/ }],
  fields: {
    DOI: ['#full-view-identifiers .identifier.doi .id-link', '.identifier.doi a'],
    PMCID: ['#full-view-identifiers .identifier.pmc .id-link', '.identifier.pmc a'],
  },
  titleSuffix: /\s*-\s*PubMed(?:\s*-\s*NCBI)?\s*$/u,
  pages: ['https://pubmed.ncbi.nlm.nih.gov/31452104/', 'https://pubmed.ncbi.nlm.nih.gov/31452104'],
  notPages: [
    'https://pubmed.ncbi.nlm.nih.gov/?term=lymphoma',
    'https://pubmed.ncbi.nlm.nih.gov/advanced/',
    'https://pubmed.ncbi.nlm.nih.gov/trending/',
  ],
} satisfies Portal
