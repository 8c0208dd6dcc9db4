import type { Portal } from './portal.ts'

/** bioRxiv and medRxiv: one HighWire site each; the statements below the abstract are headings beside it. */
export const biorxiv = {
  id: 'biorxiv',
  name: 'bioRxiv and medRxiv',
  hosts: ['www.biorxiv.org', 'biorxiv.org', 'www.medrxiv.org', 'medrxiv.org'],
  path: /^\/content\/(?:(?:bio|med)rxiv\/)?(?:10\.\d{4,9}\/|early\/\d{4}\/\d\d\/\d\d\/)\d[\d.]{4,18}\d(?:v\d+)?(?:\.(?:abstract|short|full|full-text|article-info|article-metrics))?\/?$/,
  type: 'article',
  abstract: [
    '#content-block-markup .section.abstract',
    '.section.abstract',
    '.abstract-view .abstract',
  ],
  pages: [
    'https://www.biorxiv.org/content/10.1101/696633v1',
    'https://www.biorxiv.org/content/10.1101/2020.01.30.927871v1.full',
    'https://www.medrxiv.org/content/10.1101/2021.01.04.21249237v2.full-text',
    'https://www.biorxiv.org/content/early/2018/02/11/263103',
    'https://www.biorxiv.org/content/10.64898/2026.01.05.697712v1',
  ],
  notPages: [
    'https://www.biorxiv.org/',
    'https://www.biorxiv.org/search/tides',
    'https://www.biorxiv.org/collection/ecology',
    'https://www.biorxiv.org/content/10.1101/2020.01.30.927871v1.full.pdf',
    'https://www.medrxiv.org/content/early/recent',
  ],
} satisfies Portal
