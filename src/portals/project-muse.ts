import type { Portal } from './portal.ts'

/** Project MUSE: where a paper has no abstract, its beginning stands there `in lieu of an abstract`. */
export const projectMuse = {
  id: 'project-muse',
  name: 'Project MUSE',
  hosts: ['muse.jhu.edu', 'www.muse.jhu.edu'],
  path: /^\/(?:pub\/\d+\/)?article\/\d+(?:\/(?:summary|figure|html))?\/?$/,
  type: 'article-journal',
  abstract: ['#body .abstract', '.abstract'],
  fields: { keyword: ['.kwd-group p:not(.kwdheader)'] },
  titleSuffix: /^Project MUSE\s+-\s+|\s*\|\s*Project MUSE\s*$/u,
  pages: [
    'https://muse.jhu.edu/article/994417',
    'https://muse.jhu.edu/article/994418/summary',
    'https://muse.jhu.edu/pub/44/article/994417',
  ],
  notPages: [
    'https://muse.jhu.edu/issue/44',
    'https://muse.jhu.edu/journal/44',
    'https://muse.jhu.edu/article/994417/pdf',
    'https://muse.jhu.edu/search?action=search&query=content:toll',
    'https://muse.jhu.edu/book/44',
  ],
} satisfies Portal
