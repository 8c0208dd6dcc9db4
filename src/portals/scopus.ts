import type { Item } from '../item/item.ts'
import type { Portal } from './portal.ts'

/** Scopus: the record of one document, signed in (filled in by scripts) or as the preview for everybody. */
export const scopus = {
  id: 'scopus',
  name: 'Scopus',
  hosts: ['www.scopus.com'],
  path: /^\/(?:record\/display\.ur[il]|inward\/record\.ur[il]|pages\/publications\/\d+)$/,
  silent: true,
  title: [
    '[data-testid="document-title"] h2',
    '#profileleftinside h2',
    '#doc-details-page-container h2',
  ],
  abstract: ['[class^="Abstract-module__"]', '#abstractSection'],
  author: ['[data-testid="author-list"] li button', '#authorlist .list-inline li .previewTxt'],
  fields: {
    'container-title': [
      '[data-testid="publication-information-bar"] .source-preview-flyout',
      '#journalInfo #noSourceTitleLink',
      '#publicationTitle',
    ],
    DOI: ['[data-testid="source-info-entry-doi"] dd', '#recordDOI'],
    ISSN: ['[data-testid="source-info-entry-issn"] dd'],
    publisher: ['[data-testid="source-info-entry-publisher"] dd'],
    language: ['[data-testid="source-info-entry-original-language"] dd'],
  },
  titleSuffix:
    /^\s*(?:Scopus\s*[-–]\s*)?(?:Scopus preview\s*[-–]\s*)?(?:Scopus\s*[-–]\s*)?Document details\s*[-–]\s*/u,
  pages: [
    'https://www.scopus.com/record/display.uri?eid=2-s2.0-85099999999&origin=resultslist',
    'https://www.scopus.com/inward/record.uri?partnerID=HzOxMe3b&scp=85099999999&origin=inward',
    'https://www.scopus.com/pages/publications/85099999999',
  ],
  notPages: [
    'https://www.scopus.com/results/results.uri?src=s',
    'https://www.scopus.com/authid/detail.uri?authorId=7405638726',
    'https://www.scopus.com/search/form.uri',
  ],
  adjust: readSourceLine,
} satisfies Portal

/** `… Volume 13, Issue 4, Pages 123 - 130, April 2024 Article number 104`: the bar above the title says all at once. */
function readSourceLine(item: Item, page: { document: Document }): Item {
  const bar = '[data-testid="publication-information-bar"], #journalInfo, #articleTitleInfo'
  const line = page.document.querySelector(bar)?.textContent ?? ''
  const adjusted = { ...item }
  const set = (field: 'volume' | 'issue' | 'page', found: RegExpExecArray | null): void => {
    const value = found?.slice(1).filter(Boolean).join('-')
    if (value) adjusted[field] ??= value
  }
  set('volume', /Volume ([\w-]+)/.exec(line))
  set('issue', /Issue ([\w-]+)/.exec(line))
  set('page', /Pages? (\w+)(?:\s*[-–]\s*(\w+))?/.exec(line))
  set('page', /Article (?:number|no\.?) ([\w.-]+)/.exec(line))
  const year = /\b((?:19|20)\d{2})\b(?!.*\b(?:19|20)\d{2}\b)/s.exec(line)?.[1]
  if (year) adjusted.issued ??= { 'date-parts': [[Number(year)]] }
  return adjusted
}
