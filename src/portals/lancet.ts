import type { Portal } from './portal.ts'

/** The Lancet journals: the page of 2024, and the one before it. */
export const lancet = {
  id: 'lancet',
  name: 'The Lancet',
  hosts: ['www.thelancet.com', 'thelancet.com'],
  path: /^\/(?:journals\/\w+\/)?article\/(?:PII)?[A-Z]?[\w().%-]+(?:\/(?:fulltext|abstract|full))?\/?$/i,
  type: 'article-journal',
  abstract: [
    'section#author-abstract',
    'section#abstract',
    '.article__body .abstract-body',
    '#abstractSection',
  ],
  pages: [
    'https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)30183-5/fulltext',
    'https://www.thelancet.com/journals/lanonc/article/PIIS1470-2045(21)00000-0/abstract',
    'https://www.thelancet.com/article/S0140-6736(20)30183-5/fulltext',
  ],
  notPages: [
    'https://www.thelancet.com/journals/lancet/home',
    'https://www.thelancet.com/journals/lancet/issue/vol397no10269/PIIS0140-6736(21)X0002-3',
    'https://www.thelancet.com/pdfs/journals/lancet/PIIS0140-6736(20)30183-5.pdf',
    'https://www.thelancet.com/journals/lancet/onlinefirst',
  ],
} satisfies Portal
