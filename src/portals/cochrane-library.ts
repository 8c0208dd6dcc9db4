import type { Portal } from './portal.ts'

/** Cochrane Library: reviews (with a plain language summary beside the abstract), trials of CENTRAL, editorials. */
export const cochraneLibrary = {
  id: 'cochrane-library',
  name: 'Cochrane Library',
  hosts: ['www.cochranelibrary.com', 'cochranelibrary.com'],
  path: /^\/(?:cdsr|central|cca|editorial)\/doi\/10\.\d{4,9}\/(?:central\/)?[\w.-]+(?:\/(?:full|abstract|epdf\/full)(?:\/[a-z]{2}(?:[-_][A-Za-z]{2,4})?)?)?$/,
  type: 'article-journal',
  abstract: ['section.abstract .full_abstract', '.abstract.full_abstract'],
  pages: [
    'https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD013574.pub2/full',
    'https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD013574.pub2/full/es',
    'https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD013574/abstract',
    'https://www.cochranelibrary.com/central/doi/10.1002/central/CN-01234567/full',
  ],
  notPages: [
    'https://www.cochranelibrary.com/cdsr/reviews/topics',
    'https://www.cochranelibrary.com/search?searchText=sleep',
    'https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD013574.pub2/references',
    'https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD013574.pub2/pdf/full',
  ],
} satisfies Portal
