import type { Portal } from './portal.ts'

/** CyberLeninka: annotations in Russian and mostly in English above the paper's text as a machine read it. */
export const cyberleninka = {
  id: 'cyberleninka',
  name: 'CyberLeninka',
  hosts: ['cyberleninka.ru', 'www.cyberleninka.ru'],
  path: /^\/article\/n\/[\w-]+\/?$/,
  type: 'article-journal',
  abstract: ['.full.abstract p[itemprop="description"]', '.full.abstract'],
  pages: [
    'https://cyberleninka.ru/article/n/raschet-mnogokanalnyh-sistem-obsluzhivaniya',
    'https://cyberleninka.ru/article/n/17518011',
  ],
  notPages: [
    'https://cyberleninka.ru/search?q=tides',
    'https://cyberleninka.ru/journal/n/vestnik-primerov',
    'https://cyberleninka.ru/article/c/mathematics/2',
    'https://cyberleninka.ru/article/n/raschet-mnogokanalnyh-sistem-obsluzhivaniya/viewer',
    'https://cyberleninka.ru/article/n/17518011.pdf',
  ],
} satisfies Portal
