import type { Portal } from './portal.ts'

/** The Royal Society's journals: on Atypon, and on HighWire with a host for each journal until 2018. */
export const royalSociety = {
  id: 'royal-society',
  name: 'Royal Society Publishing',
  hosts: ['royalsocietypublishing.org', '*.royalsocietypublishing.org'],
  path: /^\/(?:doi\/(?:(?:abs|full|epdf)\/)?10\.\d{4,9}\/.+|content\/(?:early\/\d{4}\/\d\d\/\d\d|\d+\/\d+)\/\w+(?:\.(?:abstract|full|short|long))?)$/,
  type: 'article-journal',
  abstract: ['.abstractSection.abstractInFull', '.highwire-markup .section.abstract'],
  titleSuffix:
    /\s*\|\s*(?:[^|]*Royal Society[^|]*|Open Science|Biology Letters|Interface Focus|Open Biology)$/u,
  pages: [
    'https://royalsocietypublishing.org/doi/10.1098/rspb.2021.9441',
    'https://royalsocietypublishing.org/doi/full/10.1098/rspb.2021.9441',
    'http://rsos.royalsocietypublishing.org/content/3/6/164417',
  ],
  notPages: [
    'https://royalsocietypublishing.org/toc/rspb/288/1960',
    'https://royalsocietypublishing.org/journal/rspb',
    'https://royalsocietypublishing.org/action/doSearch?AllField=midges',
    'https://royalsocietypublishing.org/doi/pdf/10.1098/rspb.2021.9441',
  ],
} satisfies Portal
