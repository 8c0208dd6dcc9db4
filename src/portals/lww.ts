import type { Portal } from './portal.ts'

/** Lippincott Williams & Wilkins: the journals' own pages; their head speaks `wkhealth_…`, one author a tag. */
export const lww = {
  id: 'lww',
  name: 'Lippincott Williams & Wilkins',
  hosts: ['journals.lww.com'],
  path: /^\/[\w-]+\/(?:(?:abstract|fulltext|citation)\/\d{4}\/(?:\d+\/)?[^/]+\.aspx|pages\/articleviewer\.aspx)$/i,
  type: 'article-journal',
  silent: true,
  abstract: [
    '#abstractWrap .ejp-article-text-abstract',
    '.ejp-article-text-abstract',
    '#article-abstract-content1',
  ],
  pages: [
    'https://journals.lww.com/ccmjournal/Abstract/2021/05000/Evening_Light.12.aspx',
    'https://journals.lww.com/ccmjournal/fulltext/2021/05000/evening_light.12.aspx',
    'https://journals.lww.com/annalsofsurgery/abstract/9900/a_stitch_in_time.1234.aspx',
  ],
  notPages: [
    'https://journals.lww.com/ccmjournal/pages/default.aspx',
    'https://journals.lww.com/ccmjournal/toc/2021/05000',
    'https://journals.lww.com/ccmjournal/pages/currenttoc.aspx',
    'https://journals.lww.com/ccmjournal/pages/collectiondetails.aspx',
  ],
} satisfies Portal
