import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** ACM Digital Library: the pages of 2019 to 2023 (`abstractSection`) and those after them (`role="doc-abstract"`). */
export const acm = {
  id: 'acm',
  name: 'ACM Digital Library',
  hosts: ['dl.acm.org', 'dlnext.acm.org'],
  path: /^\/doi\/(?:(?:abs|full|fullHtml|epdf|reader)\/)?10\.\d{4,9}\/[^/?#]+\/?$/,
  title: ['h1[property="name"]', '.citation__title'],
  abstract: ['#abstract[role="doc-abstract"]', '.abstractSection.abstractInFull'],
  author: ['.contributors [property="author"][typeof="Person"]', '.loa .author-name'],
  fields: {
    'container-title': [
      '.core-self-citation [property="isPartOf"] [property="name"]',
      '.issue-item__detail .epub-section__title',
    ],
  },
  pages: [
    'https://dl.acm.org/doi/10.1145/3313831.3376250',
    'https://dl.acm.org/doi/abs/10.1145/3313831.3376250',
    'https://dl.acm.org/doi/fullHtml/10.1145/3313831.3376250',
  ],
  notPages: [
    'https://dl.acm.org/doi/proceedings/10.1145/3313831',
    'https://dl.acm.org/doi/book/10.1145/3477355',
    'https://dl.acm.org/doi/pdf/10.1145/3313831.3376250',
    'https://dl.acm.org/toc/cacm/2020/63/1',
    'https://dl.acm.org/profile/81100000000',
  ],
  adjust: asProceedings,
} satisfies Portal

/** Dublin Core has ACM's number for its publisher, no pages, and does not tell proceedings from journals. */
function asProceedings(item: Item, { document }: { document: Document }): Item {
  const line = document.querySelector('.core-self-citation, .issue-item__detail')?.textContent ?? ''
  const [, volume] = /Volume (\d+)/.exec(line) ?? []
  const [, issue] = /Issue (\d+)/.exec(line) ?? []
  const [, from, to] = /(?:Pages?|pp)\s*(\d+)\s*[-–]\s*(\d+)/.exec(line) ?? []
  const inBook = /\b(?:proceedings|conference|symposium|workshop|companion|abstracts)\b/i.test(
    item['container-title'] ?? '',
  )
  return {
    ...item,
    type: inBook ? 'paper-conference' : 'article-journal',
    publisher: 'Association for Computing Machinery',
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(from && { page: from === to ? from : `${from}-${to}` }),
  }
}
