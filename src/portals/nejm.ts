import type { Item } from '../item/item.ts'
import { atypon } from './platforms/atypon.ts'
import type { Portal } from './portal.ts'

/** The New England Journal of Medicine and its sister journals: the page of 2024, and the ones before it. */
export const nejm = {
  id: 'nejm',
  name: 'New England Journal of Medicine',
  hosts: ['*.nejm.org'],
  path: /^\/doi\/(?:(?:abs|full|epdf|reader)\/)?10\.\d{4,9}\/\S+$/,
  type: 'article-journal',
  abstract: [
    '#summary-abstract',
    '#abstracts section[role="doc-abstract"]',
    '#article_Abstract',
    'dd#abstract',
  ],
  fields: {
    ...atypon.fields,
    'container-title': ['meta[name="citation_journal_title"]'],
    'container-title-short': ['.core-self-citation [typeof="Periodical"] [property="name"]'],
  },
  pages: [
    'https://www.nejm.org/doi/full/10.1056/NEJMoa2100000',
    'https://www.nejm.org/doi/10.1056/NEJMoa2100000',
    'https://www.nejm.org/doi/abs/10.1056/NEJMoa2100000',
    'https://evidence.nejm.org/doi/full/10.1056/EVIDoa2200000',
  ],
  notPages: [
    'https://www.nejm.org/toc/nejm/medical-journal',
    'https://www.nejm.org/doi/pdf/10.1056/NEJMoa2100000',
    'https://www.nejm.org/medical-research',
    'https://www.nejm.org/doi/suppl/10.1056/NEJMoa2100000/suppl_file/nejmoa2100000_appendix.pdf',
  ],
  adjust: withPages,
} satisfies Portal

/** First and last page stand in an element each. */
function withPages(item: Item, page: { document: Document }): Item {
  const [first, last] = ['pageStart', 'pageEnd'].map((name) =>
    page.document.querySelector(`.core-self-citation [property="${name}"]`)?.textContent?.trim(),
  )
  return first ? { ...item, page: last ? `${first}-${last}` : first } : item
}
