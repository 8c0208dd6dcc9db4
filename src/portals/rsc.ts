import type { Portal } from './portal.ts'

/** RSC Publishing: the landing page of 2018 and after, the one before it without a heading, and the full text. */
export const rsc = {
  id: 'rsc',
  name: 'RSC Publishing',
  hosts: ['pubs.rsc.org'],
  path: /^\/(?:[a-z]{2}\/)?content\/article(?:landing|html)\/\d{4}\/\w{2}\/\w+$/i,
  type: 'article-journal',
  abstract: [
    '.article-abstract__heading + .capsule__column-wrapper > .capsule__text',
    '#divAbstract .abstract_new',
    '#wrapper .abstract',
  ],
  titleSuffix: /\s+-\s+[^-]{3,100}\(RSC Publishing\)(?:\s*DOI:\S+)?\s*$/u,
  pages: [
    'https://pubs.rsc.org/en/content/articlelanding/2021/gc/d1gc04417k',
    'https://pubs.rsc.org/en/content/articlehtml/2021/gc/d1gc04417k',
    'http://pubs.rsc.org/en/Content/ArticleLanding/2012/CC/C2CC04417B',
  ],
  notPages: [
    'https://pubs.rsc.org/en/journals/journalissues/gc',
    'https://pubs.rsc.org/en/results?searchtext=limestone',
    'https://pubs.rsc.org/en/content/articlepdf/2021/gc/d1gc04417k',
    'https://pubs.rsc.org/en/journals/articlecollectionlanding?sercode=gc',
  ],
} satisfies Portal
