import type { Portal } from './portal.ts'

/** Emerald: Insight until 2025, Silverchair since; nearly all of its abstracts have the same six labels. */
export const emerald = {
  id: 'emerald',
  name: 'Emerald',
  hosts: ['www.emerald.com', 'emerald.com', 'www.emeraldinsight.com'],
  path: /^\/(?:insight\/content\/doi\/10\.\d{4,9}\/[^/]+\/(?:full\/html|full)|[\w-]+\/article(?:-abstract)?\/(?:\d|doi\/10\.).+|doi\/(?:(?:abs|full)\/)?10\.\d{4,9}\/.+)$/,
  abstract: ['#abstract .Abstract', '#abstract', 'section.abstract', '.abstractSection'],
  titleSuffix: /\s*\|\s*(?:[^|]{3,100}\|\s*)?Emerald (?:Insight|Publishing)\s*$/u,
  pages: [
    'https://www.emerald.com/insight/content/doi/10.1108/JZMM-04-2021-4417/full/html',
    'https://www.emerald.com/jzmm/article-abstract/40/2/144/1244170/Ladders-in-museum-stores-a-survey-of-near-falls',
    'https://www.emerald.com/jzmm/article/doi/10.1108/JZMM-09-2024-4418/1244170/Ladders',
    'https://www.emeraldinsight.com/doi/abs/10.1108/JZMM-04-2011-4417',
  ],
  notPages: [
    'https://www.emerald.com/insight/publication/issn/0963-1690',
    'https://www.emerald.com/jzmm/issue/40/2',
    'https://www.emerald.com/insight/content/doi/10.1108/JZMM-04-2021-4417/full/pdf',
    'https://www.emerald.com/insight/search?q=museums',
  ],
} satisfies Portal
