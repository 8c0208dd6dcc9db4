import type { Portal } from './portal.ts'

/** Karger: Silverchair since 2022, its own system before it. */
export const karger = {
  id: 'karger',
  name: 'Karger',
  hosts: ['karger.com', 'www.karger.com', 'beta.karger.com'],
  path: /^\/(?:Article\/(?:Abstract|FullText)\/\d+|\w+\/article(?:-abstract)?\/(?:\d|doi\/10\.).+)$/i,
  type: 'article-journal',
  abstract: ['section.abstract', '.articleDetails #abstract', '.abstract'],
  titleSuffix:
    /\s*\|\s*[^|]{3,100}\|\s*Karger Publishers\s*$|\s+-\s+(?:Abstract|FullText)\s+-\s+.{3,160}Karger Publishers\s*$/u,
  pages: [
    'https://karger.com/zzn/article/145/6/441/824417/Cold-Cellars-and-Vitamin-D-in-Old-Age-A-Cross',
    'https://karger.com/zzn/article-abstract/145/6/441/824417/Cold-Cellars',
    'https://www.karger.com/Article/Abstract/494417',
    'https://www.karger.com/Article/FullText/494417',
  ],
  notPages: [
    'https://karger.com/zzn',
    'https://karger.com/zzn/issue/145/6',
    'https://karger.com/zzn/article-pdf/145/6/441/4417000/000994417.pdf',
    'https://www.karger.com/Article/PDF/494417',
    'https://www.karger.com/Journal/Home/223969',
  ],
} satisfies Portal
