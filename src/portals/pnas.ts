import type { Portal } from './portal.ts'

/** PNAS: the significance statement stands before the abstract and in the same role. */
export const pnas = {
  id: 'pnas',
  name: 'PNAS',
  hosts: ['www.pnas.org', 'pnas.org'],
  path: /^\/(?:doi\/(?:(?:abs|full|epdf|reader)\/)?10\.\d{4,9}\/.+|content\/(?:early\/\d{4}\/\d\d\/\d\d|\d+\/\d+)\/\w+(?:\.(?:abstract|full|short|long))?)$/,
  type: 'article-journal',
  abstract: [
    '#abstracts #abstract[role="doc-abstract"]',
    // HighWire, before 2021: Drupal, and the pages before 2017.
    '.highwire-markup .section.abstract:not(.executive-summary)',
    '.article .section.abstract:not(.executive-summary)',
  ],
  fields: {
    volume: ['.core-self-citation [property="volumeNumber"]'],
    issue: ['.core-self-citation [property="issueNumber"]'],
    page: [
      '.core-self-citation .core-enumeration [property="identifier"]',
      '.core-self-citation .core-pagination',
    ],
  },
  titleSuffix: /\s*\|\s*(?:PNAS|Proceedings of the National Academy of Sciences)\s*$/u,
  pages: [
    'https://www.pnas.org/doi/10.1073/pnas.2299990119',
    'https://www.pnas.org/doi/abs/10.1073/pnas.2299990119',
    'https://www.pnas.org/doi/full/10.1073/pnas.2299990119',
    'https://www.pnas.org/content/114/48/E10434',
    'http://www.pnas.org/content/early/2014/02/05/1399999111.abstract',
  ],
  notPages: [
    'https://www.pnas.org/toc/pnas/119/36',
    'https://www.pnas.org/action/doSearch?AllField=bells',
    'https://www.pnas.org/content/114/48.toc',
    'https://www.pnas.org/author-center/submitting-your-manuscript',
  ],
} satisfies Portal
