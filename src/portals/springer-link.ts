import type { Portal } from './portal.ts'

/** SpringerLink (from 2024 Springer Nature Link): articles, chapters and protocols. */
export const springerLink = {
  id: 'springer-link',
  name: 'SpringerLink',
  hosts: ['link.springer.com'],
  path: /^\/(?:article|chapter|protocol|referenceworkentry)\/10\.\d{4,9}(?:\/|%2F)[^/]+(?:\/fulltext\.html)?\/?$/i,
  abstract: [
    // One for each language; a graphic abstract stands beside them in the same markup.
    '#Abs1-section',
    'section[aria-labelledby^="Abs"]:not([data-title*="raphic"])',
    'section.Abstract',
    '.abstract-content.formatted',
  ],
  fields: { keyword: ['.c-article-subject-list__subject', '.KeywordGroup .Keyword'] },
  titleSuffix: /\s*\|\s*Springer(?:Link| Nature Link)\s*$/u,
  pages: [
    'https://link.springer.com/article/10.1007/s10924-099-0192-1',
    'https://link.springer.com/chapter/10.1007/978-3-319-99999-4_28',
    'https://link.springer.com/article/10.1007%2FBF02799999',
    'https://link.springer.com/protocol/10.1385/1-59259-999-4:1',
  ],
  notPages: [
    'https://link.springer.com/journal/10924',
    'https://link.springer.com/search?query=starch',
    'https://link.springer.com/journal/10924/volumes-and-issues/18-3',
    'https://link.springer.com/book/10.1007/978-3-319-99999-4',
    'https://link.springer.com/article/10.1007/s10924-099-0192-1/figures/1',
  ],
} satisfies Portal
