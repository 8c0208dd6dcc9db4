import type { Portal } from './portal.ts'

/** J-STAGE: the article's page in Japanese or English; the heading `抄録` stands inside the abstract's element. */
export const jStage = {
  id: 'j-stage',
  name: 'J-STAGE',
  hosts: ['www.jstage.jst.go.jp', 'jstage.jst.go.jp'],
  path: /^\/article\/[^/]+\/[^/]+\/[^/]+\/[^/]+\/_(?:article|html)(?:\/-char\/(?:ja|en))?\/?$/,
  abstract: ['#article-overiew-abstract-wrap .global-para-14', '#article-overiew-abstract-wrap'],
  pages: [
    'https://www.jstage.jst.go.jp/article/jmsj/99/3/99_2021-033/_article',
    'https://www.jstage.jst.go.jp/article/pjsai/JSAI2021/0/JSAI2021_4C4OS1b03/_article/-char/ja/',
  ],
  notPages: [
    'https://www.jstage.jst.go.jp/browse/jmsj/99/3/_contents/-char/en',
    'https://www.jstage.jst.go.jp/article/jmsj/99/3/99_2021-033/_pdf',
    'https://www.jstage.jst.go.jp/article/jmsj/99/3/99_2021-033/_references',
    'https://www.jstage.jst.go.jp/search/global/_search/-char/en',
  ],
} satisfies Portal
