import type { Portal } from './portal.ts'

/** Cell Press: highlights, an `In brief` and a graphical abstract share the summary's element. */
export const cellPress = {
  id: 'cell-press',
  name: 'Cell Press',
  hosts: ['www.cell.com', 'cell.com'],
  path: /^\/(?:[\w-]+\/){0,2}(?:(?:fulltext|abstract)\/[A-Z][\w().%-]+|article\/[A-Z][\w().%-]+\/(?:fulltext|abstract))\/?$/i,
  type: 'article-journal',
  abstract: ['section#author-abstract', 'section#abstract', '#abstracts > [id^="abs0"]'],
  pages: [
    'https://www.cell.com/cell/fulltext/S0092-8674(20)30229-4',
    'https://www.cell.com/cell-reports/abstract/S2211-1247(12)00426-3',
    'https://www.cell.com/trends/neurosciences/fulltext/S0166-2236(20)30002-1',
    'https://www.cell.com/article/S0092867420302294/fulltext',
  ],
  notPages: [
    'https://www.cell.com/cell/home',
    'https://www.cell.com/cell/issue?pii=S0092-8674(19)X0028-4',
    'https://www.cell.com/cell/pdf/S0092-8674(20)30229-4.pdf',
    'https://www.cell.com/cell/newarticles',
  ],
} satisfies Portal
