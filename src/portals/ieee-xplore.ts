import { parseDate } from '../item/date.ts'
import type { Item } from '../item/item.ts'
import { parseNameList } from '../item/name.ts'
import type { Portal } from './portal.ts'

/** IEEE Xplore: the data stand in a script; `icp.jsp` and `abs_all.jsp` are the pages of 2008 to 2016. */
export const ieeeXplore = {
  id: 'ieee-xplore',
  name: 'IEEE Xplore',
  hosts: ['ieeexplore.ieee.org', 'www.ieeexplore.ieee.org'],
  path: /^\/(?:(?:abstract\/)?document\/\d+(?:\/(?:authors|figures|references|citations|keywords|metrics))?|xpls?\/(?:abs_all|abs_free|articleDetails|freeabs_all|icp)\.jsp)\/?$/,
  silent: true,
  title: ['h1.document-title', '#article-page-hdr h1', '.headNavBlueXLarge2'],
  abstract: ['.abstract-text [xplmathjax]', '.abstract-text', '.glance-abstract p.abstract'],
  author: ['.authors-info .blue-tooltip a', '#at-glance .author h3 a'],
  fields: { 'container-title': ['#journalTitle', 'p.bodyCopyBlackLargeSpaced > a > strong'] },
  titleSuffix: /(?:\s*\|[^|]{4,50}){1,2}\|\s*IEEE Xplore\s*$/u,
  pages: [
    'https://ieeexplore.ieee.org/document/9056993',
    'https://ieeexplore.ieee.org/abstract/document/9056993/',
    'http://ieeexplore.ieee.org/xpls/abs_all.jsp?arnumber=793383',
  ],
  notPages: [
    'https://ieeexplore.ieee.org/search/searchresult.jsp?queryText=tides',
    'https://ieeexplore.ieee.org/xpl/RecentIssue.jsp?punumber=28',
    'https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=9056993',
  ],
  adjust: fromScript,
} satisfies Portal

/** What the script says, where it is of this paper: the application changes its address without a load. */
function fromScript(item: Item, { document, url }: { document: Document; url: URL }): Item {
  const scripts = [...document.querySelectorAll('script')].map((script) => script.textContent ?? '')
  const script = scripts.find((text) => text.includes('xplGlobal.document.metadata=')) ?? ''
  const first = (pattern: RegExp): string => pattern.exec(script)?.[1]?.trim() ?? ''
  const get = (key: string): string => first(new RegExp(`"${key}":"([^"\\\\]{1,400})"`))
  if (!url.pathname.split('/').includes(get('articleId') || '-')) return item
  const [from, to] = [get('startPage'), get('endPage')]
  const said = {
    'container-title': get('publicationTitle'),
    volume: get('volume'),
    issue: get('issue'),
    page: to === '' || to === from ? from : `${from}-${to}`,
    DOI: get('doi'),
    ISSN: first(/"issn":\[\{"format":"[^"]{0,40}","value":"([^"]{1,20})"/),
    publisher: get('publisher'),
    keyword: first(/"Author Keywords ?","kwd":\["([^\]]{1,1000})"\]/).replaceAll('","', ', '),
  }
  const written = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
  const issued = parseDate(get('publicationDate')) ?? parseDate(get('publicationYear'))
  const author = parseNameList(get('authorNames'))
  const type = script.includes('"isConference":true') ? 'paper-conference' : 'article-journal'
  return { ...item, ...written, type, ...(issued && { issued }), ...(author[0] && { author }) }
}
