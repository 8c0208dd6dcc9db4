import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** Hindawi until it moved to Wiley in 2024; abstract and body are siblings in one `.xml-content`, parted by headings. */
export const hindawi = {
  id: 'hindawi',
  name: 'Hindawi',
  hosts: ['www.hindawi.com'],
  path: /^\/journals\/[\w.]+\/(?:\d{4}\/)?\d+(?:\/abs)?\/?$/,
  pages: [
    'https://www.hindawi.com/journals/ija/2099/801626/',
    'http://www.hindawi.com/journals/bn/2099/418920/abs/',
  ],
  notPages: [
    'https://www.hindawi.com/journals/ija/',
    'https://www.hindawi.com/journals/ija/contents/year/2014/',
    'https://www.hindawi.com/journals/ija/si/412398/',
    'https://www.hindawi.com/search/all/moss/',
  ],
  adjust: withArticleNumber,
} satisfies Portal

/** Papers are cited by the article's number, which stands in the DOI and in no tag: `10.1155/2014/801626`. */
function withArticleNumber(item: Item): Item {
  const page = /^10\.1155\/\d{4}\/(\d+)$/.exec(item.DOI ?? '')?.[1]
  return page === undefined ? item : { page, ...item }
}
