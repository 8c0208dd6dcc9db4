import type { Portal } from './portal.ts'

/** PubMed Central: full texts on its own host since 2024, and in the layout before under www.ncbi.nlm.nih.gov/pmc. */
export const pmc = {
  id: 'pmc',
  name: 'PubMed Central',
  hosts: ['pmc.ncbi.nlm.nih.gov', 'www.ncbi.nlm.nih.gov'],
  path: /^\/(?:pmc\/)?articles\/(?:PMC\d+(?:\.\d+)?|pmid\/\d+|mid\/[A-Z]+\d+|doi\/10\.\S+)\/?$/i,
  type: 'article-journal',
  abstract: ['.main-article-body > section.abstract', '.jig-ncbiinpagenav [id^="__abstractid"]'],
  identifiers: [
    { variable: 'PMCID', match: /\/articles\/(PMC\d+)(?:\.\d+)?\/?$/i },
    { variable: 'PMID', match: /\/articles\/pmid\/(\d{1,9})\/?$/i },
  ],
  fields: {
    'container-title-short': ['.pmc-layout__citation [aria-controls="journal_context_menu"]'],
  },
  pages: [
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC9900031/',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC9900031',
    'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/',
    'https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/23193287/',
  ],
  notPages: [
    'https://pmc.ncbi.nlm.nih.gov/search/?term=light',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC9900031/pdf/main.pdf',
    'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/figure/F1/',
    'https://www.ncbi.nlm.nih.gov/pmc/issues/218933/',
    'https://pmc.ncbi.nlm.nih.gov/journals/4/',
  ],
} satisfies Portal
