import type { Portal } from './portal.ts'

/** The Microbiology Society: Ingenta since 2015, HighWire with a host for each journal before it. */
export const microbiologySociety = {
  id: 'microbiology-society',
  name: 'Microbiology Society',
  hosts: ['www.microbiologyresearch.org', '*.microbiologyresearch.org', '*.sgmjournals.org'],
  path: /^\/content\/(?:journals?\/\w+\/10\.\d{4,9}\/[^/]+|\d+\/(?:Pt_)?\d+\/\w+(?:\.(?:abstract|full|short|long))?)\/?$/,
  type: 'article-journal',
  abstract: [
    '#abstract_content .articleabstract .description',
    '#abstract_content .articleabstract',
    '.article .section.abstract',
  ],
  titleSuffix: /\s*\|\s*Microbiology Society\s*$/u,
  pages: [
    'https://www.microbiologyresearch.org/content/journal/ijsem/10.1099/ijsem.0.994417',
    'http://ijs.microbiologyresearch.org/content/journal/ijsem/10.1099/ijsem.0.994417',
    'http://ijs.sgmjournals.org/content/63/Pt_11/4417.full',
  ],
  notPages: [
    'https://www.microbiologyresearch.org/content/journal/ijsem',
    'https://www.microbiologyresearch.org/content/journal/ijsem/71/8',
    'https://www.microbiologyresearch.org/search?value1=moss',
    'http://ijs.sgmjournals.org/content/63/Pt_11.toc',
  ],
} satisfies Portal
