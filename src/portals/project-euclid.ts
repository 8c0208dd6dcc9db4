import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** Project Euclid: the page of 2020 and after, and the short addresses of the one before it. */
export const projectEuclid = {
  id: 'project-euclid',
  name: 'Project Euclid',
  hosts: ['projecteuclid.org', 'www.projecteuclid.org'],
  path: /^\/(?:journals\/[\w-]+\/volume-\w+\/issue-\w+\/[^/]+\/.+\.(?:full|short)|(?:euclid|download\/pdf_1\/euclid)\.\w+\/\d+)$/,
  type: 'article-journal',
  abstract: ['#divArticleContent .ArticleContentRow > .ArticleContentText:first-of-type > div'],
  pages: [
    'https://projecteuclid.org/journals/annals-of-invented-probability/volume-49/issue-5/Random-walks-on-switchback-roads/10.1214/21-ZZP4417.short',
    'https://projecteuclid.org/journals/annals-of-invented-probability/volume-49/issue-5/Random-walks-on-switchback-roads/10.1214/21-ZZP4417.full',
    'https://projecteuclid.org/euclid.zzde/1391109086',
  ],
  notPages: [
    'https://projecteuclid.org/journals/annals-of-invented-probability',
    'https://projecteuclid.org/journals/annals-of-invented-probability/volume-49/issue-5',
    'https://projecteuclid.org/search?term=switchback',
    'https://projecteuclid.org/journals/annals-of-invented-probability/volume-49/issue-5/Random-walks-on-switchback-roads/10.1214/21-ZZP4417.pdf',
  ],
  adjust: withoutCode,
} satisfies Portal

/** `citation_journal_abbrev` is the portal's code for the journal (`aop`), nothing that anyone cites. */
function withoutCode(item: Item): Item {
  const { 'container-title-short': short, ...rest } = item
  return short && !/^[a-z]+$/.test(short) ? item : rest
}
