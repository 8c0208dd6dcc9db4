import type { Portal } from './portal.ts'

/** NBER working papers: the abstract is the page's introduction, under no heading. */
export const nber = {
  id: 'nber',
  name: 'NBER',
  hosts: ['www.nber.org', 'nber.org'],
  path: /^\/papers\/[wth]\d{4,5}(?:\.html?)?\/?$/i,
  type: 'report',
  abstract: ['.page-header__intro-inner', '.page-header__intro'],
  pages: ['https://www.nber.org/papers/w33843', 'https://www.nber.org/papers/t0354'],
  notPages: [
    'https://www.nber.org/papers',
    'https://www.nber.org/people/nava_ashraf',
    'https://www.nber.org/system/files/working_papers/w33843/w33843.pdf',
    'https://www.nber.org/digest/202501/short-report',
  ],
} satisfies Portal
