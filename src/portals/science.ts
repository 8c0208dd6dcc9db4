import type { Portal } from './portal.ts'

/** Science and its sister journals; the editor's summary and the structured abstract share the abstract's role. */
export const science = {
  id: 'science',
  name: 'Science',
  hosts: ['www.science.org', 'science.org', '*.sciencemag.org'],
  path: /^\/(?:doi\/(?:(?:abs|full|epdf|reader)\/)?10\.\d{4,9}\/.+|content\/\d[\w./]*?\/e?\w+(?:\.(?:abstract|full|short|long))?)$/,
  abstract: [
    '#abstracts #abstract[role="doc-abstract"]',
    // Atypon, 2021; HighWire, before it.
    '.hlFld-Abstract .abstractSection.abstractInFull',
    '.article.fulltext-view > .section.abstract',
  ],
  fields: {
    volume: ['.core-self-citation [property="volumeNumber"]'],
    issue: ['.core-self-citation [property="issueNumber"]'],
    page: [
      '.core-self-citation .core-pagination',
      '.core-self-citation .core-enumeration [property="identifier"]',
    ],
  },
  titleSuffix: /\s*\|\s*Science(?: [A-Z][\w ]{2,40})?\s*$/u,
  pages: [
    'https://www.science.org/doi/10.1126/science.zzz0417',
    'https://www.science.org/doi/abs/10.1126/sciadv.zzz0417',
    'https://www.science.org/doi/full/10.1126/scisignal.zzz0417',
    'https://science.sciencemag.org/content/359/6379/1037.full',
  ],
  notPages: [
    'https://www.science.org/toc/science/375/6585',
    'https://www.science.org/journal/science',
    'https://www.science.org/action/doSearch?AllField=kelp',
    'https://www.science.org/content/article/invented-news-about-kelp',
    'https://www.science.org/doi/pdf/10.1126/science.zzz0417',
  ],
} satisfies Portal
