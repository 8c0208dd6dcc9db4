import type { Portal } from './portal.ts'

/** De Gruyter, De Gruyter Brill since 2024: papers and chapters of books. */
export const deGruyter = {
  id: 'de-gruyter',
  name: 'De Gruyter',
  hosts: ['www.degruyterbrill.com', 'www.degruyter.com', 'degruyter.com'],
  path: /^\/(?:document\/doi\/10\.\d{4,9}\/[^/]+(?:\/html)?|view\/j(?:ournals)?\/.+\/(?:article-p\d+|[\w-]+)\.xml)$/,
  abstract: [
    'section.abstract[id*="_abs_"]',
    '.html-body section.abstract',
    '#overviewContent .abstract',
    '.articleBody_abstract',
  ],
  titleSuffix: /\s*[:|]\s*(?:[^:|]{3,80}\s*)?(?:De Gruyter|degruyter\.com)[^|]{0,30}$/u,
  pages: [
    'https://www.degruyterbrill.com/document/doi/10.1515/zzling-2021-0417/html',
    'https://www.degruyter.com/document/doi/10.1515/zzling-2021-0417/html?lang=en',
    'https://www.degruyter.com/view/journals/zzling/44/3/article-p441.xml',
  ],
  notPages: [
    'https://www.degruyterbrill.com/journal/key/zzling/html',
    'https://www.degruyterbrill.com/document/doi/10.1515/zzling-2021-0417/pdf',
    'https://www.degruyterbrill.com/search?query=stairs',
  ],
} satisfies Portal
