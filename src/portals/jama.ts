import type { Portal } from './portal.ts'

/** The JAMA Network: its key points stand before the abstract and in the same markup. */
export const jama = {
  id: 'jama',
  name: 'JAMA Network',
  hosts: ['*.jamanetwork.com'],
  path: /^\/(?:journals\/[\w-]+\/(?:fullarticle|article-abstract)\/\d[\w./-]*|(?:article|mobile\/article)\.aspx)$/,
  type: 'article-journal',
  abstract: ['#AbstractSection', '.contentBody .Abstract'],
  pages: [
    'https://jamanetwork.com/journals/jama/fullarticle/2770277',
    'https://jamanetwork.com/journals/jama/article-abstract/2770277',
    'https://jamanetwork.com/journals/jama/fullarticle/10.1001/jama.2020.0000',
    'http://archinte.jamanetwork.com/article.aspx?articleid=415195',
  ],
  notPages: [
    'https://jamanetwork.com/journals/jama',
    'https://jamanetwork.com/journals/jama/issue/325/1',
    'https://jamanetwork.com/journals/jama/articlepdf/2770277/jama_invented.pdf',
    'https://jamanetwork.com/searchresults?q=light',
  ],
} satisfies Portal
