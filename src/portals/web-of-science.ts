import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** Web of Science: the full record of one document, filled in by scripts; its fields have fixed ids. */
export const webOfScience = {
  id: 'web-of-science',
  name: 'Web of Science',
  hosts: ['www.webofscience.com', 'webofscience.com', 'webofscience.clarivate.cn'],
  path: /^\/wos\/[\w-]+\/full-record\/[A-Z]+(?::|%3A)[\w.-]+\/?$/i,
  silent: true,
  title: ['#FullRTa-fullRecordtitle-0'],
  abstract: ['#FullRTa-abstract-basic', '.abstract--instance'],
  author: [
    '[id^="SumAuthTa-FrAuthStandard-author-en-"] > span',
    '[id^="SumAuthTa-DisplayName-author-en-"]',
  ],
  publicationTypes: ['#FullRTa-doctype-0'],
  fields: {
    'container-title': ['.summary-source-title-link', '.summary-source-title'],
    volume: ['#FullRTa-volume'],
    issue: ['#FullRTa-issue'],
    page: ['#FullRTa-pageNo'],
    issued: ['#FullRTa-pubdate'],
    DOI: ['#FullRTa-DOI'],
    ISSN: ['#HiddenSecTa-ISSN'],
    language: ['#HiddenSecTa-language-0'],
    keyword: ['[id^="FRkeywordsTa-authorKeywordLink-"]'],
  },
  titleSuffix:
    /\s*-\s*(?:Web of Science Core Collection|Web of Science|All Databases|MEDLINE®?)\s*$/u,
  pages: [
    'https://www.webofscience.com/wos/woscc/full-record/WOS:000653016400005',
    'https://www.webofscience.com/wos/alldb/full-record/MEDLINE:31452104',
    'https://webofscience.clarivate.cn/wos/alldb/full-record/WOS:000653016400005',
  ],
  notPages: [
    'https://www.webofscience.com/wos/woscc/basic-search',
    'https://www.webofscience.com/wos/woscc/summary/0a1b2c3d-0e4f/relevance/1',
    'https://www.webofscience.com/wos/author/record/12345',
    'https://www.webofscience.com/wos/woscc/citation-report/0a1b2c3d',
  ],
  adjust: withoutCapitals,
} satisfies Portal

/** Journals stand in capitals, with the name of an icon behind them: `INVENTED MODELLINGarrow_drop_down`. */
function withoutCapitals(item: Item): Item {
  const name = item['container-title']?.replace(/arrow_\w+$/, '').trim()
  if (!name) return item
  const small = /^(?:and|for|in|of|on|the|to)$/
  const words = name === name.toUpperCase() ? name.toLowerCase().split(' ') : []
  const cased = words.map((word, i) =>
    i > 0 && small.test(word) ? word : word.replace(/^./u, (first) => first.toUpperCase()),
  )
  return { ...item, 'container-title': words.length > 0 ? cased.join(' ') : name }
}
