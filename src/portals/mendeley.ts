import type { Portal } from './portal.ts'

/** Mendeley's catalogue: records from many sources, the page of today and the one of about 2013. */
export const mendeley = {
  id: 'mendeley',
  name: 'Mendeley',
  hosts: ['www.mendeley.com'],
  path: /^\/(?:catalogue\/[\da-f-]{36}|catalog\/[\w-]{4,}|research\/[\w-]{8,})\/?$/,
  abstract: [
    '#abstract-container [itemprop="text"]',
    '#abstract-container',
    '[data-name="content"]',
  ],
  titleSuffix: /\s*(?:\.{3} preview & related info\s*)?\|\s*Mendeley\s*$|^\(PDF\)\s+/u,
  pages: [
    'http://www.mendeley.com/catalog/tin-whistle-tuning-cold-rooms/',
    'https://www.mendeley.com/catalogue/0d4417aa-3c2e-3f10-9b11-44170c0ffee0/',
    'https://www.mendeley.com/research/tin-whistle-tuning-cold-rooms/',
  ],
  notPages: [
    'https://www.mendeley.com/search/?query=whistles',
    'https://www.mendeley.com/profiles/jane-example/',
    'https://www.mendeley.com/guides/web',
  ],
} satisfies Portal
