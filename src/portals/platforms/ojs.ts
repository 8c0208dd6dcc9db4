import type { Platform } from '../portal.ts'

/** Open Journal Systems: the third version (`.obj_article_details`), the second (`#articleAbstract`) and Bootstrap themes. */
export const ojs = {
  id: 'ojs',
  name: 'Open Journal Systems',
  generator: /^Open Journal Systems\b/i,
  markup: ['.pkp_page_article.pkp_op_view', '.obj_article_details'],
  abstract: [
    '.obj_article_details .item.abstract',
    '.article-details .article-abstract',
    '#articleAbstract > div',
    '#articleAbstract',
  ],
} satisfies Platform
