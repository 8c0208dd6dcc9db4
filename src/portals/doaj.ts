import type { Portal } from './portal.ts'

/** Directory of Open Access Journals: records of articles, the abstract as one text without markup. */
export const doaj = {
  id: 'doaj',
  name: 'Directory of Open Access Journals',
  hosts: ['doaj.org', 'www.doaj.org'],
  path: /^\/article\/[0-9a-f]{32}$/,
  type: 'article-journal',
  abstract: ['.article-details__abstract'],
  pages: [
    'https://doaj.org/article/000160f6a3134943b580f32198dabcee',
    'https://www.doaj.org/article/000160f6a3134943b580f32198dabcee',
  ],
  notPages: [
    'https://doaj.org/search/articles?ref=homepage-box',
    'https://doaj.org/toc/2049-3630',
    'https://doaj.org/',
    'https://doaj.org/article/',
  ],
} satisfies Portal
