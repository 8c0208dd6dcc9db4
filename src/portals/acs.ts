import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** ACS Publications: the page of 2019 and after, and the one before it. The head names neither journal nor volume. */
export const acs = {
  id: 'acs',
  name: 'ACS Publications',
  hosts: ['pubs.acs.org'],
  path: /^\/doi\/(?:(?:abs|full|epdf|ipdf)\/)?10\.\d{4,9}\/[^/]+$/,
  abstract: ['#abstractBox .articleBody_abstractText', '#abstractBox'],
  fields: {
    'container-title-short': [
      '.article_header-cite-this .cit-title',
      '.article_header-cite-this > span:nth-of-type(1)',
      '#citation cite',
    ],
    // Before 2020 these are spans without a class: journal, year, volume, issue, pages.
    volume: [
      '.article_header-cite-this .cit-volume',
      '.article_header-cite-this > span:nth-of-type(3)',
      '#citation .citation_volume',
    ],
    issue: [
      '.article_header-cite-this .cit-issue',
      '.article_header-cite-this > span:nth-of-type(4)',
    ],
    page: [
      '.article_header-cite-this .cit-pageRange',
      '.article_header-cite-this > span:nth-of-type(5)',
    ],
  },
  pages: [
    'https://pubs.acs.org/doi/10.1021/acs.zzlett.1c04417',
    'https://pubs.acs.org/doi/full/10.1021/acs.zzlett.1c04417',
  ],
  notPages: [
    'https://pubs.acs.org/toc/nalefd/21/23',
    'https://pubs.acs.org/action/doSearch?AllField=amber',
    'https://pubs.acs.org/doi/pdf/10.1021/acs.zzlett.1c04417',
    'https://pubs.acs.org/journal/nalefd',
  ],
  adjust: withJournal,
} satisfies Portal

/** The journal's name is a form value now and was the window title's end. */
function withJournal(item: Item, { document }: { document: Document }): Item {
  const adjusted = { ...item }
  const journal =
    document.querySelector('input[name="journalNameForjhpLink"]')?.getAttribute('value') ??
    /\s-\s([^-]{3,100})\s\(ACS Publications\)$/u.exec(document.title.trim())?.[1]
  if (journal && !item['container-title']) {
    adjusted['container-title'] = journal
    // Without the journal's name the head's tags look like those of anything.
    if (item.type === 'article') adjusted.type = 'article-journal'
  }
  // `XXX-XXX` stands for pages that are not numbered yet.
  if (/^X/.test(adjusted.page ?? '')) delete adjusted.page
  return adjusted
}
