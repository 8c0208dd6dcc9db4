import type { Portal } from './portal.ts'

/** PLOS; the author summary stands under the abstract with its class and `abstract-type-summary`. */
export const plos = {
  id: 'plos',
  name: 'PLOS',
  hosts: ['journals.plos.org'],
  path: /^\/[a-z]+\/article$/,
  abstract: [
    '.abstract.toc-section.abstract-type-',
    '.abstract.toc-section:not([class*="abstract-type-"])',
  ],
  titleSuffix: /\s*\|\s*PLOS [\p{L} ]{2,40}$/u,
  pages: [
    'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.9900001',
    'https://journals.plos.org/plosgenetics/article?id=10.1371/journal.pgen.9900001',
  ],
  notPages: [
    'https://journals.plos.org/plosone/',
    'https://journals.plos.org/plosone/article/authors?id=10.1371/journal.pone.9900001',
    'https://journals.plos.org/plosone/article/metrics?id=10.1371/journal.pone.9900001',
    'https://journals.plos.org/plosone/search?q=moss',
  ],
} satisfies Portal
