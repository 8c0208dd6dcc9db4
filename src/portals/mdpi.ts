import type { Portal } from './portal.ts'

/** MDPI; a `Simple Summary` or `Featured Application` stands above the abstract. */
export const mdpi = {
  id: 'mdpi',
  name: 'MDPI',
  hosts: ['www.mdpi.com', 'mdpi.com'],
  path: /^\/\d{4}-\d{3}[\dX]\/\d+\/\w+\/\d+(?:\/htm)?\/?$/,
  abstract: ['#html-abstract', '.art-abstract'],
  furniture: ['.art-abstract > a[href$="/htm"]'],
  titleSuffix: /\s*\|\s*(?:HTML|MDPI)\s*$/u,
  pages: [
    'https://www.mdpi.com/2076-2615/99/5/1234',
    'https://www.mdpi.com/1424-8220/99/4/1292/htm',
    'https://www.mdpi.com/1660-4601/99/s1/12',
  ],
  notPages: [
    'https://www.mdpi.com/2076-2615/99/5',
    'https://www.mdpi.com/journal/animals',
    'https://www.mdpi.com/search?q=moss',
    'https://www.mdpi.com/2076-2615/99/5/1234/pdf',
    'https://www.mdpi.com/2076-2615/99/5/1234/review_report',
  ],
} satisfies Portal
