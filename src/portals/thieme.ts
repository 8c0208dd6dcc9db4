import type { Portal } from './portal.ts'

/** Thieme: many of its papers are German, with the abstract in the paper's language first. */
export const thieme = {
  id: 'thieme',
  name: 'Thieme Connect',
  hosts: ['www.thieme-connect.com', 'www.thieme-connect.de', 'thieme-connect.com'],
  path: /^\/(?:products\/)?ejournals\/(?:abstract|html)\/10\.\d{4,9}\/[^/]+$/,
  type: 'article-journal',
  abstract: ['#abstract section.abstract', '#abstract .abstract', '#abstract'],
  titleSuffix: /^Thieme E-Journals\s+-\s+/u,
  pages: [
    'https://www.thieme-connect.com/products/ejournals/abstract/10.1055/s-0042-994417',
    'https://www.thieme-connect.de/products/ejournals/html/10.1055/s-0042-994417',
    'https://www.thieme-connect.de/ejournals/abstract/10.1055/s-0042-994417',
  ],
  notPages: [
    'https://www.thieme-connect.com/products/ejournals/journal/10.1055/s-00000094',
    'https://www.thieme-connect.com/products/ejournals/issue/10.1055/s-004-44170',
    'https://www.thieme-connect.com/products/ejournals/pdf/10.1055/s-0042-994417.pdf',
  ],
} satisfies Portal
