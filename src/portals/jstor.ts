import type { Portal } from './portal.ts'

/** JSTOR: no tags; the source is a line of text, and many papers have no abstract. */
export const jstor = {
  id: 'jstor',
  name: 'JSTOR',
  hosts: ['www.jstor.org', 'jstor.org'],
  path: /^\/stable\/(?:10\.\d{4,9}\/)?(?!i\d|pdf|j\.ct\w+\/?$)[\w.:()-]+\/?$/,
  silent: true,
  title: ['pharos-heading.title-font', '[data-qa="item-title"]', '.book-title', 'h1.title'],
  abstract: ['p.summary-paragraph', '.abstract'],
  author: ['.author-font', '[data-qa="item-authors"]', '.contrib'],
  fields: {
    'container-title': [
      '.turn-away-content__article-summary-journal cite',
      '.turn-away-content__article-summary-journal em',
      '.journal cite',
    ],
    publisher: ['.publication-info a.publisher-link', '.publisher-link'],
  },
  titleSuffix: /\s+on JSTOR\s*$/u,
  pages: [
    'https://www.jstor.org/stable/1825462',
    'https://www.jstor.org/stable/10.5325/jmorahist.17.1.0001',
    'https://www.jstor.org/stable/j.ctt7zw6hd.4',
  ],
  notPages: [
    'https://www.jstor.org/stable/i332301',
    'https://www.jstor.org/stable/10.2307/i332301',
    'https://www.jstor.org/stable/pdf/1825462.pdf',
    'https://www.jstor.org/action/doBasicSearch?Query=tides',
    'https://www.jstor.org/journal/jpoliecon',
  ],
} satisfies Portal
