import type { Portal } from './portal.ts'

/** Semantic Scholar: a machine's `TLDR` or a cut abstract on the page, the whole one in the head's JSON-LD. */
export const semanticScholar = {
  id: 'semantic-scholar',
  name: 'Semantic Scholar',
  hosts: ['www.semanticscholar.org', 'semanticscholar.org'],
  path: /^\/(?:paper\/(?:[^/]+\/)?|reader\/)[0-9a-f]{40}\/?$/,
  // Citing papers' abstracts below have the same test id, in `.cl-paper-abstract`.
  abstract: [
    '.paper-detail-page__abstract [data-test-id="text-truncator-text"]',
    '[data-test-id="abstract-text"]:not(.cl-paper-abstract) [data-test-id="text-truncator-text"]',
  ],
  pages: [
    'https://www.semanticscholar.org/paper/Counting-tides-Farrow-Mare/0123456789abcdef0123456789abcdef01234567',
    'https://www.semanticscholar.org/paper/0123456789abcdef0123456789abcdef01234567',
    'https://www.semanticscholar.org/reader/0123456789abcdef0123456789abcdef01234567',
  ],
  notPages: [
    'https://www.semanticscholar.org/search?q=tides',
    'https://www.semanticscholar.org/author/W.-Farrow/1234567',
    'https://www.semanticscholar.org/venue?name=Tides',
    'https://www.semanticscholar.org/paper/Counting-tides-Farrow-Mare/0123456789abcdef0123456789abcdef01234567/figure/0',
  ],
} satisfies Portal
