import type { Portal } from './portal.ts'

/** F1000Research and the open research platforms that it runs for funders; each version has its own DOI. */
export const f1000research = {
  id: 'f1000research',
  name: 'F1000Research',
  hosts: [
    'f1000research.com',
    'wellcomeopenresearch.org',
    'gatesopenresearch.org',
    'hrbopenresearch.org',
    'amrcopenresearch.org',
    'aasopenresearch.org',
    'mniopenresearch.org',
    'openresearchafrica.net',
    'open-research-europe.ec.europa.eu',
    'isfopenresearch.org',
    'emeraldopenresearch.com',
  ],
  path: /^\/articles\/\d+-\d+(?:\/v\d+)?\/?$/,
  type: 'article-journal',
  abstract: ['.article-abstract.abstract-text', '.article-headings.article-page-abstract + p'],
  fields: { version: ['meta[name="citation_version_number"]'] },
  titleSuffix: /(?:\s*\|\s*|\s+-\s+)(?:[A-Z]\w+ )?Open Research(?: \w+)?\s*$/u,
  pages: [
    'https://f1000research.com/articles/11-417/v2',
    'https://wellcomeopenresearch.org/articles/6-25',
    'https://open-research-europe.ec.europa.eu/articles/3-12/v1',
  ],
  notPages: [
    'https://f1000research.com/browse/articles',
    'https://f1000research.com/posters/11-417',
    'https://f1000research.com/articles/11-417/v2/pdf',
    'https://wellcomeopenresearch.org/gateways/invented',
  ],
} satisfies Portal
