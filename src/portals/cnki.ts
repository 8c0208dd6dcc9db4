import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** CNKI, in China and overseas: no tags; a theses' summary is cut off by the portal itself. */
export const cnki = {
  id: 'cnki',
  name: 'CNKI',
  hosts: ['*.cnki.net', '*.cnki.com.cn'],
  path: /^\/(?:kns8s?\/)?kcms2?\/(?:article\/abstract|detail(?:\/detail\.aspx|\/[\w.-]{4,80}\.html?)?)\/?$/i,
  silent: true,
  type: 'article-journal',
  title: ['.wx-tit h1', '.wxTitle h2.title', '.wxTitle h2'],
  abstract: ['#ChDivSummary', '.abstract-text'],
  author: ['#authorpart a', '.wx-tit h3.author a', '.wxTitle .author a'],
  fields: {
    'container-title': ['.top-tip > span > a:first-of-type', '.wxsour .sourinfo .title a'],
  },
  titleSuffix: /\s*-\s*(?:中国知网|CNKI)\s*$/u,
  pages: [
    'https://kns.cnki.net/kcms2/article/abstract?v=3uoqIhG8C44YLTlOAiTRKibYlV5Vjs7iLik5jEcCI09uHa3oBxtWoA',
    'https://kns.cnki.net/KCMS/detail/detail.aspx?dbcode=CJFQ&dbname=CJFDLAST2015&filename=SPZZ201412003',
    'https://kns.cnki.net/kcms/detail/11.1929.V.20210304.1234.002.html',
    'https://oversea.cnki.net/KCMS/detail/detail.aspx?dbcode=CJFD&filename=HKXB202105001',
  ],
  notPages: [
    'https://kns.cnki.net/kns8/defaultresult/index',
    'https://kns.cnki.net/kns8/AdvSearch',
    'https://navi.cnki.net/knavi/journals/HKXB/detail',
  ],
  adjust: labelled,
} satisfies Portal

/** The rows behind labels (`关键词：`, `DOI：`) and the line above the title: `航空学报 . 2021 ,42 (05)`. */
function labelled(item: Item, { document }: { document: Document }): Item {
  const text = (element: Element | null | undefined): string =>
    // A form's text may be its control.
    String(element?.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  const rows = [...document.querySelectorAll('.rowtit')]
  const row = (label: RegExp): string =>
    text(rows.find((one) => label.test(text(one)))?.nextElementSibling)
  const [, year, volume, issue] =
    /(\d{4})\s*,\s*(\d*)\s*\(\s*0?(\w+)\s*\)/.exec(text(document.querySelector('.top-tip'))) ?? []
  const DOI = /10\.\d{4,9}\/\S+/.exec(row(/^doi/i))?.[0]
  const keyword = row(/^关键词|^key ?words/i)
    .replace(/\s*[;；]\s*/g, ', ')
    .replace(/, $/, '')
  return {
    ...item,
    ...(year && { issued: { 'date-parts': [[Number(year)]] } }),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(DOI && { DOI }),
    ...(keyword && { keyword }),
  }
}
