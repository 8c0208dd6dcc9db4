import type { Portal } from './portal.ts'

/** AIP Publishing and the societies with it: Silverchair since 2023, Scitation on Atypon and on Ingenta before it. */
export const aip = {
  id: 'aip',
  name: 'AIP Publishing',
  hosts: ['pubs.aip.org', 'aip.scitation.org', '*.scitation.org', 'scitation.aip.org'],
  path: /^\/(?:[\w-]+\/[\w-]+\/article(?:-abstract)?\/(?:\d|doi\/10\.).+|doi\/(?:(?:abs|full)\/)?10\.\d{4,9}\/.+|content\/\w+\/(?:journal|proceeding)\/[\w/]+\/10\.\d{4,9}\/.+)$/,
  type: 'article-journal',
  abstract: [
    'section.abstract',
    '.hlFld-Abstract .abstractSection.abstractInFull',
    '#abstract .description',
  ],
  titleSuffix: /\s*\|\s*[^|]{3,100}\|\s*AIP Publishing\s*$|:\s*[^:]{3,100}:\s*Vol \d+, No \d+\s*$/u,
  pages: [
    'https://pubs.aip.org/aip/apl/article/119/24/244170/1044170/Heat-from-a-cello-plate-thermoacoustic-cooling',
    'https://pubs.aip.org/aip/jcp/article-abstract/159/24/244170/2930299/Invented',
    'https://pubs.aip.org/asa/jasa/article/doi/10.1121/10.0004417/2930300/Invented',
    'https://aip.scitation.org/doi/10.1063/1.5994417',
    'http://scitation.aip.org/content/aip/journal/jcp/138/24/10.1063/1.4994417',
  ],
  notPages: [
    'https://pubs.aip.org/aip/apl/issue/119/24',
    'https://pubs.aip.org/aip/apl/article-pdf/doi/10.1063/5.0994417/1044170/244170_1_online.pdf',
    'https://pubs.aip.org/search-results?q=spruce',
    'https://aip.scitation.org/toc/jcp/148/19',
    'https://pubs.aip.org/aip/apl',
  ],
} satisfies Portal
